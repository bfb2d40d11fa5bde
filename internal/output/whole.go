package output

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// publishWhole completes the stage to the whole new tree and puts it in the
// place of the old one. Until then nothing at the destination was touched, so
// there is nothing to undo.
func (d *Dir) publishWhole(p plan) error {
	if !d.existed {
		return d.files.Rename(d.at.stage, d.at.dest)
	}
	for _, name := range p.paths {
		if file, _ := d.wrote.get(name); file.staged {
			continue
		}
		if err := d.carry(name); err != nil {
			return err
		}
	}
	if _, err := d.carryForeign(p, "."); err != nil {
		return err
	}
	if err := d.files.Chmod(d.at.stage, d.mode); err != nil {
		return err
	}
	err := d.files.Exchange(d.at.stage, d.at.dest)
	if errors.Is(err, errors.ErrUnsupported) {
		return d.replace()
	}
	return err
}

// replace exchanges the trees by two renames. Between them there is no site for
// a moment; killed there, the next build puts the old one back.
func (d *Dir) replace() error {
	if err := d.files.Rename(d.at.dest, d.at.old); err != nil {
		return err
	}
	if err := d.files.Rename(d.at.stage, d.at.dest); err != nil {
		if undo := d.files.Rename(d.at.old, d.at.dest); undo != nil {
			return partlyError(d.at, err, undo)
		}
		return err
	}
	_ = d.files.RemoveAll(d.at.old) // else the next build does it
	return nil
}

// carry links one file of the old tree into the new.
func (d *Dir) carry(name string) error {
	if err := d.stageFolder(path.Dir(name)); err != nil {
		return err
	}
	return linkOrCopy(d.files, path.Join(d.at.dest, name), path.Join(d.at.stage, name))
}

// carryForeign carries what gongkai did not write, below one folder of the old
// tree. It reports whether the folder held nothing else and is to be kept even
// if it is empty.
func (d *Dir) carryForeign(p plan, folder string) (foreign bool, err error) {
	entries, err := d.files.ReadDir(path.Join(d.at.dest, folder))
	if err != nil {
		return false, err
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	foreign = true
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		ours := d.wrote.has(name)
		_, stale := slices.BinarySearch(p.remove, name)
		switch {
		case e.IsDir():
			kept, err := d.carryForeign(p, name)
			if err != nil {
				return false, err
			}
			foreign = foreign && kept
			if kept && !ours {
				if err := d.stageFolder(name); err != nil {
					return false, err
				}
			}
		case ours || stale:
			foreign = false
		default:
			if err := d.inWay(p, name); err != nil {
				return false, err
			}
			if err := d.carry(name); err != nil {
				return false, err
			}
		}
	}
	return foreign, nil
}

// inWay refuses a foreign file where the site has a folder, or in a folder where
// the site has a file.
func (d *Dir) inWay(p plan, name string) error {
	if p.folders[name] {
		return inWayError(d.at.path(path.Join(d.at.dest, name)))
	}
	var err error
	parents(name, func(folder string) bool {
		if d.wrote.has(folder) {
			err = inWayError(d.at.path(path.Join(d.at.dest, folder)))
		}
		return err == nil
	})
	return err
}

// linkOrCopy gives a file a second name, or a copy where that cannot be, as on
// FAT. Links and special files stay what they are.
func linkOrCopy(disk files, old, name string) error {
	err := disk.Link(old, name)
	if err == nil {
		return nil
	}
	info, gone := disk.Lstat(old)
	switch {
	case gone != nil:
		return gone
	case info.Mode().IsRegular():
		return disk.Copy(old, name)
	case info.Mode()&fs.ModeSymlink != 0:
		target, err := disk.Readlink(old)
		if err != nil {
			return err
		}
		return disk.Symlink(target, name)
	}
	return err
}
