package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"
	"syscall"
)

// Site is a folder opened for reading. It reads through os.Root, so that no name
// and no link leads outside it. It is safe for concurrent use.
type Site struct {
	dir  string
	root *os.Root

	mu     sync.Mutex
	opened map[string]fs.FileInfo // what files were, by name
}

// Open opens a site's folder.
func Open(dir string) (*Site, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Site{dir: dir, root: root, opened: map[string]fs.FileInfo{}}, nil
}

// Close gives the folder back.
func (s *Site) Close() error { return s.root.Close() }

// Dir is the folder as it was given to Open.
func (s *Site) Dir() string { return s.dir }

// Exists reports whether a name is a regular file or a folder. A link is
// neither: nothing behind it would be published.
func (s *Site) Exists(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	info, err := s.root.Lstat(name)
	return err == nil && (info.Mode().IsRegular() || info.IsDir())
}

// Size is the size of a file in bytes, as it stands; 0 where there is none.
func (s *Site) Size(name string) int64 {
	if !fs.ValidPath(name) {
		return 0
	}
	info, err := s.root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// ErrTooLarge and errNotRegular are what Read refuses by itself.
var (
	ErrTooLarge   = errors.New("the file is too large")
	errNotRegular = errors.New("not a regular file")
)

// Read gives a whole regular file of at most max bytes, as it is: nothing is
// unpacked or decoded. Its errors are *fs.PathError.
func (s *Site) Read(name string, max int64) ([]byte, error) {
	f, size, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size > max {
		return nil, tooLarge(name, max)
	}
	// One byte more than the size shows a file that grows meanwhile.
	data := make([]byte, 0, size+1)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, err
		case int64(len(data)) > max:
			return nil, tooLarge(name, max)
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
}

func tooLarge(name string, max int64) error {
	return &fs.PathError{Op: "read", Path: name, Err: fmt.Errorf("%w: the limit is %d bytes", ErrTooLarge, max)}
}

// open opens a regular file and nothing else. It looks before it opens, as
// opening a FIFO would wait for ever, and again behind, in case the file was
// exchanged meanwhile.
func (s *Site) open(name string) (*os.File, int64, error) {
	refuse := func(err error) (*os.File, int64, error) {
		return nil, 0, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	if !fs.ValidPath(name) {
		return refuse(fs.ErrInvalid)
	}
	info, err := s.root.Lstat(name)
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return refuse(errNotRegular)
	}
	f, err := s.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, 0, err
	}
	info, err = f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotRegular
	}
	if err != nil {
		f.Close()
		return refuse(err)
	}
	s.note(name, info)
	return f, info.Size(), nil
}
