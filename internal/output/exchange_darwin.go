package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange swaps two names of a folder in one step.
func exchange(folder *os.File, a, b string) error {
	fd := int(folder.Fd())
	err := unix.RenameatxNp(fd, a, fd, b, unix.RENAME_SWAP)
	switch err {
	case nil:
		return nil
	case unix.ENOTSUP, unix.EINVAL: // a file system such as FAT
		return errors.ErrUnsupported
	}
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
}
