package source

import (
	"io/fs"
	"maps"
	"os"
	"slices"
)

// note keeps what a file was when it was first opened.
func (s *Site) note(name string, info fs.FileInfo) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, again := s.opened[name]; !again {
		s.opened[name] = info
	}
}

// Changed names a file that was read and is not the same any more: gone,
// replaced, of another size or written to since. What was read of it may be of
// two states, or half of one, as when somebody saves it at that moment. ""
// where all files are as they were.
func (s *Site) Changed() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, name := range slices.Sorted(maps.Keys(s.opened)) {
		was := s.opened[name]
		is, err := s.root.Lstat(name)
		if err != nil || !os.SameFile(was, is) || is.Size() != was.Size() || !is.ModTime().Equal(was.ModTime()) {
			return name
		}
	}
	return ""
}
