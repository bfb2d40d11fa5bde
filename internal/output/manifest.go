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

// encodeManifest lists the files at the sorted paths.
func encodeManifest(paths []string, files *book) []byte {
	const rest = len("0123456789abcdef 18446744073709551615 \n")
	length := len(manifestHeader) + 1
	for _, name := range paths {
		length += rest + len(name)
	}
	out := append(make([]byte, 0, length), manifestHeader+"\n"...)
	for _, name := range paths {
		file, _ := files.get(name)
		sum := strconv.FormatUint(file.sum, 16)
		out = append(out, "0000000000000000"[len(sum):]...)
		out = append(out, sum...)
		out = append(out, ' ')
		out = strconv.AppendInt(out, file.size, 10)
		out = append(out, ' ')
		out = append(out, name...)
		out = append(out, '\n')
	}
	return out
}

// readManifest calls each for every file that a manifest lists.
func readManifest(r io.Reader, each func(name string, file entry) error) error {
	lines := bufio.NewScanner(r)
	if !lines.Scan() || lines.Text() != manifestHeader {
		return notTooLong(lines.Err())
	}
	for lines.Scan() {
		name, file, ok := parseManifestLine(lines.Text())
		if !ok {
			continue
		}
		if err := each(name, file); err != nil {
			return err
		}
	}
	return notTooLong(lines.Err())
}

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

// stale finds the files of the previous build that the site no longer has. One
// that somebody changed since is theirs now: it is kept, as any foreign file.
func (d *Dir) stale() ([]string, error) {
	name := path.Join(d.at.dest, manifestName)
	info, err := d.files.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	f, err := d.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var stale []string
	err = readManifest(f, func(name string, file entry) error {
		if d.wrote.has(name) {
			return nil
		}
		ours, err := d.untouched(name, file)
		if ours {
			stale = append(stale, name)
		}
		return err
	})
	return stale, err
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
