//go:build !windows

package output

import (
	"os"

	"golang.org/x/sys/unix"
)

// tryLock takes the lock of an open file, which the system gives back when the
// process ends, however it ends. False means that another holds it.
func tryLock(f *os.File) (bool, error) {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if err == unix.EWOULDBLOCK {
		return false, nil
	}
	return err == nil, err
}
