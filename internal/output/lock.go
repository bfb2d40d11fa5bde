package output

import (
	"fmt"
	"os"
)

// A lock keeps a second build away from the same destination.
type lock struct {
	root *os.Root
	name string
	file *os.File
}

// takeLock fails at once when another build holds the lock.
func takeLock(root *os.Root, at place) (*lock, error) {
	for {
		f, err := root.OpenFile(at.lock, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, fail(phrase{"锁定", "lock"}, at.path(at.lock), err)
		}
		held, err := tryLock(f)
		if err != nil {
			f.Close()
			return nil, fail(phrase{"锁定", "lock"}, at.path(at.lock), err)
		}
		if !held {
			f.Close()
			return nil, busyError(at)
		}
		// The holder before removed the file when it was done, so what was
		// locked may no longer be what the name says: then open it anew.
		locked, err1 := f.Stat()
		named, err2 := root.Lstat(at.lock)
		if err1 == nil && err2 == nil && os.SameFile(locked, named) {
			return &lock{root, at.lock, f}, nil
		}
		f.Close()
		if err2 == nil && !named.Mode().IsRegular() {
			return nil, inWayError(at.path(at.lock))
		}
	}
}

// release removes the file while it is still locked; an error would only leave
// an unlocked file, which hinders nobody.
func (l *lock) release() {
	_ = l.root.Remove(l.name)
	_ = l.file.Close()
}

func busyError(at place) error {
	dest, name := at.path(at.dest), at.path(at.lock)
	return &Error{
		EN: fmt.Sprintf("another build is writing %q (it holds %q); wait for it to end and build again", dest, name),
		ZH: fmt.Sprintf("另一个生成正在写入 %q（锁文件 %q）；请等它结束后重新生成", dest, name),
	}
}
