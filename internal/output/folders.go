package output

import (
	"errors"
	"io/fs"
	"path"
)

// was says what stood at a path before.
type was uint8

const (
	wasAbsent was = iota + 1
	wasFile       // or a link, a pipe and so on: anything that a rename replaces
	wasFolder
)

type oldFolder struct {
	was  was // wasFile: something else stands where a folder is wanted
	mode fs.FileMode
}

// oldFolder looks once at a folder of the destination. Links are not followed:
// a link where a folder is wanted counts as a file. While files are written the
// mutex is held.
func (d *Dir) oldFolder(name string) (oldFolder, error) {
	if known, ok := d.old[name]; ok {
		return known, nil
	}
	above, err := d.oldFolder(path.Dir(name))
	if err != nil {
		return oldFolder{}, err
	}
	found := oldFolder{was: wasAbsent}
	if above.was == wasFolder {
		info, err := d.files.Lstat(path.Join(d.at.dest, name))
		switch {
		case err == nil && info.IsDir():
			found = oldFolder{wasFolder, permissions(info)}
		case err == nil:
			found.was = wasFile
		case !errors.Is(err, fs.ErrNotExist):
			return oldFolder{}, err
		}
	}
	d.old[name] = found
	return found, nil
}

// stageFolder makes a folder of the stage once, with the permissions that the
// same folder has at the destination. While files are written the mutex is held.
func (d *Dir) stageFolder(name string) error {
	if d.staged[name] {
		return nil
	}
	if err := d.stageFolder(path.Dir(name)); err != nil {
		return err
	}
	old, err := d.oldFolder(name)
	if err != nil {
		return err
	}
	staged := path.Join(d.at.stage, name)
	if err := d.files.Mkdir(staged, 0o755); errors.Is(err, fs.ErrExist) {
		return bothError(name)
	} else if err != nil {
		return err
	}
	if old.was == wasFolder {
		if err := d.files.Chmod(staged, old.mode); err != nil {
			return err
		}
	}
	d.staged[name] = true
	return nil
}

func permissions(info fs.FileInfo) fs.FileMode {
	return info.Mode() & (fs.ModePerm | fs.ModeSetgid)
}
