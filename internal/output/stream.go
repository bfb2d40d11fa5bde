package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"io"
	"path"
)

// streamAt is how many bytes of a streamed file are held before it goes to the
// disk as it is made.
const streamAt = 1 << 20

// Stream takes one file of the site as print makes it, in memory that does not
// grow with the file. Everything else is as with Write. An error of print is
// given back as it is.
func (d *Dir) Stream(name string, print func(io.Writer) error) error {
	held, ok := d.held.Get().(*bytes.Buffer)
	if !ok {
		held = new(bytes.Buffer)
	}
	held.Reset()
	defer d.held.Put(held)
	s := &stream{d: d, name: name, held: held}
	err := print(s)
	if s.to == nil && s.failed == nil && err == nil {
		return d.Write(name, held.Bytes())
	}
	if ended := s.end(err); s.failed == nil {
		s.failed = ended
	}
	switch {
	case s.failed != nil:
		return d.writeError(name, s.failed)
	case err != nil:
		return d.giveUp(err)
	}
	return nil
}

// A stream is a file on its way. Once it is too large to be held it is staged,
// and only at its end it is known whether it differs from what stands.
type stream struct {
	d      *Dir
	name   string
	held   *bytes.Buffer
	to     io.WriteCloser // nil while everything is held
	hash   hash.Hash
	file   entry
	folder was
	failed error // of the disk or the path
}

func (s *stream) Write(p []byte) (int, error) {
	if s.failed != nil {
		return 0, s.failed
	}
	if s.to == nil && s.held.Len()+len(p) <= s.d.most {
		return s.held.Write(p)
	}
	if s.to == nil {
		s.failed = s.begin()
	}
	if s.failed == nil {
		s.failed = s.pass(p)
	}
	if s.failed != nil {
		return 0, s.failed
	}
	return len(p), nil
}

// begin opens the staged file and hands on what was held.
func (s *stream) begin() error {
	if err := checkPath(s.name); err != nil {
		return err
	}
	var err error
	if s.folder, err = s.d.claim(s.name, entry{}); err != nil {
		return err
	}
	if err := s.d.makeStageFolder(s.name); err != nil {
		return err
	}
	if s.to, err = s.d.files.Writer(path.Join(s.d.at.stage, s.name)); err != nil {
		return err
	}
	s.hash = sha256.New()
	return s.pass(s.held.Bytes())
}

func (s *stream) pass(p []byte) error {
	n, err := s.to.Write(p)
	s.hash.Write(p[:n])
	s.file.size += int64(n)
	return err
}

// end closes the staged file and, where it was made whole, decides whether it is
// new.
func (s *stream) end(made error) error {
	if s.to == nil {
		return nil
	}
	if err := s.to.Close(); err != nil || made != nil {
		return err
	}
	s.file.sum = binary.BigEndian.Uint64(s.hash.Sum(nil))
	s.file.was, s.file.staged = wasAbsent, true
	staged := path.Join(s.d.at.stage, s.name)
	if s.folder == wasFolder {
		old := path.Join(s.d.at.dest, s.name)
		was, same, err := s.d.compare(old, s.file.size, func() (bool, error) { return s.d.sameFiles(old, staged) })
		if err != nil {
			return err
		}
		s.file.was = was
		if same {
			if err := s.d.files.Remove(staged); err != nil {
				return err
			}
			s.file.staged = false
		}
	}
	s.d.mu.Lock()
	defer s.d.mu.Unlock()
	s.d.wrote.set(s.name, s.file)
	return nil
}

// Scratch is a folder for temporary files, on the disk that takes the site. It
// goes when the build ends.
func (d *Dir) Scratch() (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.ended {
		return "", endedError(d.at)
	}
	folder := d.at.path(d.at.scratch)
	if !d.scratched {
		if err := d.files.Mkdir(d.at.scratch, 0o700); err != nil {
			return "", fail(phrase{"建立文件夹", "make the folder"}, folder, err)
		}
		d.scratched = true
	}
	return folder, nil
}
