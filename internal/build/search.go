package build

import (
	"context"
	"errors"
	"io"
	"os"
	"sync"

	"gongkai/internal/output"
	"gongkai/internal/search"
)

// writeSearch writes the search index. Where it does not fit into memory, parts
// of it are held in files of the system's folder for such.
func (s *Site) writeSearch(ctx context.Context, tree output.Tree) (err error) {
	s.stage(StageSearch, &s.seconds.Search, func() {
		err = s.buildSearch(func(path string, data []byte) error {
			if err := context.Cause(ctx); err != nil {
				return err
			}
			return tree.Write(path, data)
		})
	})
	return err
}

func (s *Site) buildSearch(write func(string, []byte) error) error {
	var spilled []*os.File
	_, err := search.Build(search.Of(s.Plan), search.Options{
		Write: write,
		Spill: func() (io.ReadWriteSeeker, error) {
			f, err := os.CreateTemp("", "gongkai-search-*")
			if err == nil {
				spilled = append(spilled, f)
			}
			return f, err
		},
	})
	for _, f := range spilled {
		err = errors.Join(err, f.Close(), os.Remove(f.Name()))
	}
	return err
}

// searchFiles is the index of a preview, made when a file of it is first asked
// for.
type searchFiles struct {
	once   sync.Once
	byPath map[string][]byte
	err    error
}

// searchFile is a file of the index, for a preview.
func (s *Site) searchFile(path string) (Output, bool) {
	s.found.once.Do(func() {
		s.found.byPath = map[string][]byte{}
		s.found.err = s.buildSearch(func(path string, data []byte) error {
			s.found.byPath[path] = append([]byte(nil), data...)
			return nil
		})
	})
	data, ok := s.found.byPath[path]
	return Output{path, func(w io.Writer) error {
		if s.found.err != nil {
			return s.found.err
		}
		_, err := w.Write(data)
		return err
	}}, ok
}
