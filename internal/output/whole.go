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
	unchanged := func(name string, file entry) error {
		if file.staged {
			return nil
		}
		return d.carry(name)
	}
	err := d.wrote.each(unchanged)
	if err == nil {
		err = unchanged(manifestName, p.manifest)
	}
	if err != nil {
		return err
	}
	if _, err := d.carryForeign(p, ".", ""); err != nil {
		return err
	}
	if err := d.files.Chmod(d.at.stage, d.mode); err != nil {
		return err
	}
	err = d.files.Exchange(d.at.stage, d.at.dest)
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
// tree. What stands in the stage by now is the site's. Where the site has a file
// in the place of the folder, or of one above it, that file is given. It reports
// whether the folder held nothing else and is to be kept even if it is empty.
func (d *Dir) carryForeign(p plan, folder, file string) (foreign bool, err error) {
	entries, err := d.list(path.Join(d.at.dest, folder))
	if err != nil {
		return false, err
	}
	var site []fs.DirEntry
	if d.staged[folder] {
		if site, err = d.list(path.Join(d.at.stage, folder)); err != nil {
			return false, err
		}
	}
	foreign = true
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		at, ours := slices.BinarySearchFunc(site, e.Name(), func(s fs.DirEntry, name string) int { return strings.Compare(s.Name(), name) })
		ours = ours && !site[at].IsDir()
		_, stale := slices.BinarySearch(p.remove, name)
		switch {
		case e.IsDir():
			file := file
			if ours {
				file = name
			}
			kept, err := d.carryForeign(p, name, file)
			if err != nil {
				return false, err
			}
			foreign = foreign && kept
			if kept && file == "" {
				if err := d.stageFolder(name); err != nil {
					return false, err
				}
			}
		case ours || stale:
			foreign = false
		case file != "":
			return false, inWayError(d.at.path(path.Join(d.at.dest, file)))
		case p.folders[name]:
			return false, inWayError(d.at.path(path.Join(d.at.dest, name)))
		default:
			if err := d.carry(name); err != nil {
				return false, err
			}
		}
	}
	return foreign, nil
}

// list is what a folder holds, sorted.
func (d *Dir) list(folder string) ([]fs.DirEntry, error) {
	entries, err := d.files.ReadDir(folder)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
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
