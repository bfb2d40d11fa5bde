package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// publishInPlace renames the staged files in, one by one. Until the journal is
// removed, which is the moment of the commit, everything can be undone from the
// backup, by us or by the next build.
func (d *Dir) publishInPlace(j journal) error {
	if err := d.backUp(j); err != nil {
		_ = d.files.RemoveAll(d.at.backup) // else the next build does it
		return err
	}
	err := d.files.CreateSynced(d.at.journal, j.encode())
	if err == nil {
		err = d.files.Sync()
	}
	if err == nil {
		err = d.apply(j)
	}
	if err == nil {
		err = d.files.Remove(d.at.journal)
	}
	if err != nil {
		if undo := rollBack(d.files, d.at, j); undo != nil {
			return partlyError(d.at, err, undo)
		}
		return err
	}
	// The backup goes only when the journal is surely gone; else the next build
	// finds neither, or both.
	if d.files.Sync() == nil {
		_ = d.files.RemoveAll(d.at.backup)
	}
	return nil
}

// backUp keeps the old version of every file that is replaced or removed. They
// are links, so that the files stay where readers find them.
func (d *Dir) backUp(j journal) error {
	if err := d.files.Mkdir(d.at.backup, 0o755); err != nil {
		return err
	}
	for _, name := range slices.Concat(j.replace, j.remove) {
		if err := makeParents(d.files, d.at.backup, name); err != nil {
			return err
		}
		if err := linkOrCopy(d.files, path.Join(d.at.dest, name), path.Join(d.at.backup, name)); err != nil {
			return err
		}
	}
	return nil
}

// apply does what the journal tells.
func (d *Dir) apply(j journal) error {
	for _, folder := range j.folders {
		if err := d.files.Mkdir(path.Join(d.at.dest, folder), 0o755); err != nil {
			return err
		}
	}
	for _, name := range slices.Concat(j.add, j.replace) {
		if err := d.files.Rename(path.Join(d.at.stage, name), path.Join(d.at.dest, name)); err != nil {
			return err
		}
	}
	for _, name := range j.remove {
		if err := d.files.Remove(path.Join(d.at.dest, name)); unlessGone(err) != nil {
			return err
		}
		// A folder that this left empty goes too; one that still holds
		// something refuses to.
		parents(name, func(folder string) bool {
			return d.files.Remove(path.Join(d.at.dest, folder)) == nil
		})
	}
	return nil
}

// rollBack undoes a commit, however far it went. Doing it twice does no harm.
func rollBack(disk files, at place, j journal) error {
	for _, name := range j.add {
		if err := unlessGone(disk.Remove(path.Join(at.dest, name))); err != nil {
			return err
		}
	}
	for _, folder := range slices.Backward(j.folders) {
		_ = disk.Remove(path.Join(at.dest, folder)) // not there, or in use by others since
	}
	for _, name := range slices.Concat(j.replace, j.remove) {
		kept := path.Join(at.backup, name)
		if _, err := disk.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			continue // put back before
		}
		if err := makeParents(disk, at.dest, name); err != nil {
			return err
		}
		if err := disk.Rename(kept, path.Join(at.dest, name)); err != nil {
			return err
		}
	}
	if err := unlessGone(disk.Remove(at.journal)); err != nil {
		return err
	}
	if err := disk.Sync(); err != nil {
		return err
	}
	return disk.RemoveAll(at.backup)
}

// makeParents makes the folders above name, below base, that are missing.
func makeParents(disk files, base, name string) error {
	var missing []string
	parents(name, func(folder string) bool {
		_, err := disk.Lstat(path.Join(base, folder))
		if err != nil {
			missing = append(missing, folder)
		}
		return err != nil
	})
	for _, folder := range slices.Backward(missing) {
		if err := disk.Mkdir(path.Join(base, folder), 0o755); err != nil {
			return err
		}
	}
	return nil
}

// partlyError is the one failure that leaves a mixed site: undoing failed too.
func partlyError(at place, failed, undo error) error {
	err := fmt.Errorf("%w; %w", failed, undo)
	dest := at.path(at.dest)
	return &Error{
		EN:  fmt.Sprintf("cannot publish %q and cannot put all of the old site back: %v; keep the hidden files beside it and build again, which mends it", dest, err),
		ZH:  fmt.Sprintf("无法发布 %q，也未能完全恢复旧网站：%v；请保留旁边的隐藏文件并重新生成，即可修复", dest, err),
		Err: err,
	}
}
