package export

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// spoolAt is how many bytes of a spool are held in memory.
const spoolAt = 1 << 20

// spool keeps what is written until it is read back once: in memory while it is
// small, else in a temporary file.
type spool struct {
	folder string // of the file; the system's where it is empty
	held   bytes.Buffer
	file   *os.File
}

func (s *spool) Write(p []byte) (int, error) {
	if s.file == nil && s.held.Len()+len(p) <= spoolAt {
		return s.held.Write(p)
	}
	if s.file == nil {
		f, err := os.CreateTemp(s.folder, "gongkai-export-*")
		if err != nil {
			return 0, err
		}
		s.file = f
		if _, err := s.held.WriteTo(f); err != nil {
			return 0, err
		}
		s.held = bytes.Buffer{}
	}
	return s.file.Write(p)
}

// WriteTo reads everything back.
func (s *spool) WriteTo(w io.Writer) (int64, error) {
	if s.file == nil {
		return s.held.WriteTo(w)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	return io.Copy(w, s.file)
}

// close gives the room back.
func (s *spool) close() error {
	s.held = bytes.Buffer{}
	if s.file == nil {
		return nil
	}
	f := s.file
	s.file = nil
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
