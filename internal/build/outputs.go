package build

import "io"

// Output is a file of the site that is not a page: an asset or a download.
type Output struct {
	Path  string // below the site's root
	Write func(io.Writer) error
}

// Outputs lists every file that is not a page, in the order in which they are
// best made: what describes others comes after them.
func (s *Site) Outputs() []Output { return s.outputs }

// Output is the file at a path, for a preview that makes one on request.
func (s *Site) Output(path string) (Output, bool) {
	i, ok := s.byPath[path]
	if !ok {
		return Output{}, false
	}
	return s.outputs[i], true
}
