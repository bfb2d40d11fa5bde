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
	if err := checkPath(name); err != nil {
		return d.writeError(name, err)
	}
	file, printed, err := d.stream(name, print)
	switch {
	case err != nil:
		return d.writeError(name, err)
	case printed != nil:
		return d.giveUp(printed)
	}
	return d.writeError(name, d.enter(name, file, nil))
}

// stream stages what print makes. The first error is of print, the second of the
// disk or the path.
func (d *Dir) stream(name string, print func(io.Writer) error) (file entry, printed, err error) {
	held, ok := d.held.Get().(*bytes.Buffer)
	if !ok {
		held = new(bytes.Buffer)
	}
	held.Reset()
	defer d.held.Put(held)
	s := &stream{d: d, name: name, held: held}
	printed = print(s)
	if s.to == nil && s.failed == nil && printed == nil {
		file, err = d.put(name, held.Bytes())
		return file, nil, err
	}
	if ended := s.end(printed); s.failed == nil {
		s.failed = ended
	}
	return s.file, printed, s.failed
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
	var err error
	if s.folder, err = s.d.claim(s.name); err != nil {
		return err
	}
	if err := s.d.makeStageFolder(s.name); err != nil {
		return err
	}
	if s.to, err = s.d.files.Writer(path.Join(s.d.at.stage, s.name)); err != nil {
		return taken(s.name, err)
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
	return d.at.path(d.at.scratch), d.makeScratch()
}

// makeScratch makes the folder of temporary files once. The mutex is held.
func (d *Dir) makeScratch() error {
	if d.scratched {
		return nil
	}
	if err := d.files.Mkdir(d.at.scratch, 0o700); err != nil {
		return fail(phrase{"建立文件夹", "make the folder"}, d.at.path(d.at.scratch), err)
	}
	d.scratched = true
	return nil
}
