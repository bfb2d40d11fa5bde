package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
)

// compareChunk is how much of a file is compared at a time.
const compareChunk = 64 << 10

// compare says what stands at name and whether it is a plain file of so many
// bytes that are the same.
func (d *Dir) compare(name string, size int64, same func() (bool, error)) (was, bool, error) {
	info, err := d.files.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return wasAbsent, false, nil
	case err != nil:
		return 0, false, err
	case info.IsDir():
		return wasFolder, false, nil
	case !info.Mode().IsRegular() || info.Size() != size:
		return wasFile, false, nil
	}
	equal, err := same()
	if errors.Is(err, fs.ErrPermission) {
		return wasFile, false, nil // it cannot be read, yet it can be replaced
	}
	return wasFile, equal, err
}

// sameBytes reads a file until it differs from data.
func (d *Dir) sameBytes(name string, data []byte) (bool, error) {
	f, err := d.files.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	buffer := d.buffer()
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

// sameFiles reads two files of the same size until they differ.
func (d *Dir) sameFiles(a, b string) (bool, error) {
	first, err := d.files.Open(a)
	if err != nil {
		return false, err
	}
	defer first.Close()
	second, err := d.files.Open(b)
	if err != nil {
		return false, err
	}
	defer second.Close()
	one, two := d.buffer(), d.buffer()
	defer d.buffers.Put(one)
	defer d.buffers.Put(two)
	for {
		n, err := io.ReadFull(first, *one)
		m, err2 := io.ReadFull(second, *two)
		if n != m || !bytes.Equal((*one)[:n], (*two)[:m]) {
			return false, nil
		}
		for _, err := range []error{err, err2} {
			if err != nil {
				return err == io.EOF || err == io.ErrUnexpectedEOF, unlessEnd(err)
			}
		}
	}
}

// unlessEnd drops the error of a file that has ended.
func unlessEnd(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return nil
	}
	return err
}

// buffer is one of compareChunk bytes, to be put back into d.buffers.
func (d *Dir) buffer() *[]byte {
	if buffer, ok := d.buffers.Get().(*[]byte); ok {
		return buffer
	}
	made := make([]byte, compareChunk)
	return &made
}
