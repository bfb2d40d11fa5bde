package output

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// The manifest says which files of the folder gongkai wrote. It is text: the
// header, then one line a file, sorted by path in byte order:
//
//	SUM SIZE PATH
//
// SUM is the first 8 bytes of the SHA-256 in 16 hexadecimal digits, SIZE the
// bytes in decimal. A reader skips a line of another form and takes a file
// without the header for empty: what is not surely ours is never removed.
const (
	manifestName   = ".gongkai-manifest"
	manifestHeader = "gongkai-manifest 1"
)

// appendManifestLine appends the line of a file.
func appendManifestLine(b []byte, name string, file entry) []byte {
	sum := strconv.FormatUint(file.sum, 16)
	b = append(b, "0000000000000000"[len(sum):]...)
	b = append(b, sum...)
	b = append(b, ' ')
	b = strconv.AppendInt(b, file.size, 10)
	b = append(b, ' ')
	b = append(b, name...)
	return append(b, '\n')
}

// A manifest is one being read: the file of the line that was read last.
type manifest struct {
	file  io.ReadCloser
	lines *bufio.Scanner
	record
	done bool
}

// openManifest reads the manifest of the previous build up to its first file.
func (d *Dir) openManifest() (*manifest, error) {
	name := path.Join(d.at.dest, manifestName)
	info, err := d.files.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return &manifest{file: io.NopCloser(nil), done: true}, nil
	}
	if err != nil {
		return nil, err
	}
	f, err := d.files.Open(name)
	if err != nil {
		return nil, err
	}
	m := newManifest(f)
	if err := m.next(); err != nil {
		m.close()
		return nil, err
	}
	return m, nil
}

func newManifest(file io.ReadCloser) *manifest {
	m := &manifest{file: file, lines: bufio.NewScanner(file)}
	m.done = !m.lines.Scan() || m.lines.Text() != manifestHeader
	return m
}

// next goes on to the next file. A line that is not behind the one before it is
// skipped as well: it would not be found beside the files of the site, and be
// taken for one that the site no longer has.
func (m *manifest) next() error {
	for !m.done {
		if m.done = !m.lines.Scan(); m.done {
			break
		}
		name, file, ok := parseManifestLine(m.lines.Text())
		if ok && name > m.path {
			m.record = record{name, file}
			return nil
		}
	}
	return notTooLong(m.lines.Err())
}

func (m *manifest) close() { _ = m.file.Close() } // it was only read

// notTooLong drops the error of a line longer than any we write: the rest of
// such a manifest is as good as not there.
func notTooLong(err error) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return nil
	}
	return err
}

func parseManifestLine(line string) (string, entry, bool) {
	sum, rest, _ := strings.Cut(line, " ")
	size, name, _ := strings.Cut(rest, " ")
	var file entry
	var err1, err2 error
	file.sum, err1 = strconv.ParseUint(sum, 16, 64)
	file.size, err2 = strconv.ParseInt(size, 10, 64)
	return name, file, err1 == nil && err2 == nil && len(sum) == 16 && checkPath(name) == nil
}

// stale adds what is to be removed of the files of the previous build before a
// file of the site, "" for the end. One that somebody changed since is theirs
// now: it is kept, as any foreign file.
func (d *Dir) stale(p *plan, before *manifest, until string) error {
	for !before.done && (until == "" || before.path <= until) {
		if before.path != until {
			ours, err := d.untouched(before.path, before.entry)
			if err != nil {
				return err
			}
			if ours {
				p.remove = append(p.remove, before.path)
			}
		}
		if err := before.next(); err != nil {
			return err
		}
	}
	return nil
}

// untouched reports whether a file stands as the manifest has it.
func (d *Dir) untouched(name string, file entry) (bool, error) {
	folder, err := d.oldFolder(path.Dir(name))
	if err != nil || folder.was != wasFolder {
		return false, err
	}
	full := path.Join(d.at.dest, name)
	info, err := d.files.Lstat(full)
	if err != nil || !info.Mode().IsRegular() || info.Size() != file.size {
		return false, unlessGone(err)
	}
	f, err := d.files.Open(full)
	if err != nil {
		return false, err
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return false, err
	}
	return binary.BigEndian.Uint64(hash.Sum(nil)) == file.sum, nil
}

// unlessGone drops the error of a file that is not there.
func unlessGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
