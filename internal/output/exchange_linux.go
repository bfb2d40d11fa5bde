package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange swaps two names of a folder in one step.
func exchange(folder *os.File, a, b string) error {
	fd := int(folder.Fd())
	err := unix.Renameat2(fd, a, fd, b, unix.RENAME_EXCHANGE)
	switch err {
	case nil:
		return nil
	case unix.ENOSYS, unix.EINVAL, unix.EOPNOTSUPP: // an old kernel, or a file system such as NFS
		return errors.ErrUnsupported
	}
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
}
