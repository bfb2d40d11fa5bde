package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// files is every act on the disk below the folder that holds the destination.
// It is the one seam through which tests make the k-th act fail, or make it the
// last one of a killed build. Names are slash-separated; nothing leaves the
// folder, and only Open follows a link.
type files interface {
	Lstat(name string) (fs.FileInfo, error)
	Open(name string) (io.ReadCloser, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	Create(name string, data []byte) error // a new file: one open, one write, one close
	CreateSynced(name string, data []byte) error
	Writer(name string) (io.WriteCloser, error) // a new file, written in parts
	Copy(old, name string) error                // of a plain file, with its permissions
	Mkdir(name string, mode fs.FileMode) error
	Chmod(name string, mode fs.FileMode) error
	Link(old, name string) error // of a link: the link itself
	Symlink(old, name string) error
	Readlink(name string) (string, error)
	Rename(old, name string) error
	Exchange(a, b string) error // errors.ErrUnsupported where the system cannot
	Remove(name string) error
	RemoveAll(name string) error
	Sync() error // the folder itself
	Close() error
}

const newFile = os.O_WRONLY | os.O_CREATE | os.O_EXCL

// rootFiles is the real disk. The os.Root keeps every act inside the folder.
type rootFiles struct {
	*os.Root
	held *held
}

func openFiles(folder string) (rootFiles, error) {
	root, err := os.OpenRoot(folder)
	return rootFiles{root, &held{}}, err
}

func (r rootFiles) Lstat(name string) (fs.FileInfo, error) {
	return within(r, name, (*os.Root).Lstat)
}

func (r rootFiles) Open(name string) (io.ReadCloser, error) {
	return within(r, name, (*os.Root).Open)
}

func (r rootFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	f, err := r.Root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

func (r rootFiles) Create(name string, data []byte) error {
	return r.create(name, data, false)
}

func (r rootFiles) CreateSynced(name string, data []byte) error {
	return r.create(name, data, true)
}

func (r rootFiles) Writer(name string) (io.WriteCloser, error) {
	return r.OpenFile(name, newFile, 0o644)
}

func (r rootFiles) create(name string, data []byte, sync bool) error {
	f, err := within(r, name, func(folder *os.Root, name string) (*os.File, error) {
		return folder.OpenFile(name, newFile, 0o644)
	})
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && sync {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

func (r rootFiles) Copy(old, name string) error {
	from, err := r.Root.Open(old)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	to, err := r.OpenFile(name, newFile, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	if closed := to.Close(); err == nil {
		err = closed
	}
	return err
}

func (r rootFiles) Rename(old, name string) error {
	_ = r.held.drop() // folders that were only looked up
	return r.Root.Rename(old, name)
}

func (r rootFiles) Remove(name string) error {
	if r.held.has(name) {
		_ = r.held.drop()
	}
	return r.Root.Remove(name)
}

func (r rootFiles) RemoveAll(name string) error {
	_ = r.held.drop()
	return r.Root.RemoveAll(name)
}

func (r rootFiles) Close() error { return errors.Join(r.held.drop(), r.Root.Close()) }

func (r rootFiles) Exchange(a, b string) error {
	_ = r.held.drop()
	folder, err := r.Root.Open(".")
	if err != nil {
		return err
	}
	defer folder.Close()
	return exchange(folder, a, b)
}
