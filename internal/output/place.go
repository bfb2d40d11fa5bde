package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A place is a destination and the names used beside it. All names but the
// folder are relative to that folder, as the files interface takes them.
type place struct {
	folder string // the folder that holds the destination, absolute, without links
	dest   string

	stage   string // the new files; after an exchange the old tree
	lock    string // held while building
	journal string // what a small commit is about to do; its name lets a person find it
	backup  string // what a small commit replaces or removes
	scratch string // temporary files of what is being made
	old     string // the old tree, where a system cannot exchange two folders
}

// placeOf finds where dest really is. The destination and its parents may be
// missing; a link is followed, so that the siblings lie beside the real folder.
func placeOf(dest string) (place, error) {
	real, err := resolve(dest)
	if err != nil {
		return place{}, err
	}
	if info, err := os.Lstat(real); err == nil && !info.IsDir() {
		return place{}, refuse(dest, phrase{"是一个文件；请选择一个文件夹", "is a file; choose a folder"})
	}
	folder, name := filepath.Split(real)
	if name == "" {
		return place{}, refuse(dest, phrase{"是整个磁盘的根；请选择其中的一个文件夹", "is the root of a disk; choose a folder in it"})
	}
	return place{
		folder:  filepath.Clean(folder),
		dest:    name,
		stage:   "." + name + ".gongkai-stage",
		lock:    "." + name + ".gongkai-lock",
		journal: "." + name + ".gongkai-journal",
		backup:  "." + name + ".gongkai-backup",
		scratch: "." + name + ".gongkai-scratch",
		old:     "." + name + ".gongkai-old",
	}, nil
}

// path is the absolute path of a name, for messages.
func (p place) path(name string) string {
	return filepath.Join(p.folder, filepath.FromSlash(name))
}

// resolve makes path absolute and follows the links of the part that exists.
func resolve(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fail(phrase{"查找", "find"}, path, err)
	}
	missing := ""
	for at := abs; ; at = filepath.Dir(at) {
		real, err := filepath.EvalSymlinks(at)
		if err == nil {
			return filepath.Join(real, missing), nil
		}
		if _, there := os.Lstat(at); there == nil {
			return "", refuse(path, phrase{"经过一个无处可去的链接；请移走该链接", "goes through a link that leads nowhere; remove the link"})
		}
		if !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			return "", fail(phrase{"查找", "find"}, path, err)
		}
		missing = filepath.Join(filepath.Base(at), missing)
	}
}
