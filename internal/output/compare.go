package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
)

// compareChunk is how much of a file is compared at a time.
const compareChunk = 64 << 10

// compare says what stands at name and whether it is a plain file that holds
// data.
func (d *Dir) compare(name string, data []byte) (was, bool, error) {
	info, err := d.files.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return wasAbsent, false, nil
	case err != nil:
		return 0, false, err
	case info.IsDir():
		return wasFolder, false, nil
	case !info.Mode().IsRegular() || info.Size() != int64(len(data)):
		return wasFile, false, nil
	}
	same, err := d.sameBytes(name, data)
	if errors.Is(err, fs.ErrPermission) {
		return wasFile, false, nil // it cannot be read, yet it can be replaced
	}
	return wasFile, same, err
}

// sameBytes reads a file until it differs from data.
func (d *Dir) sameBytes(name string, data []byte) (bool, error) {
	f, err := d.files.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	buffer, ok := d.buffers.Get().(*[]byte)
	if !ok {
		made := make([]byte, compareChunk)
		buffer = &made
	}
	defer d.buffers.Put(buffer)
	for len(data) > 0 {
		part := (*buffer)[:min(compareChunk, len(data))]
		_, err := io.ReadFull(f, part)
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return false, nil // it was cut while we read
		}
		if err != nil {
			return false, err
		}
		if !bytes.Equal(part, data[:len(part)]) {
			return false, nil
		}
		data = data[len(part):]
	}
	return true, nil
}
