package output

import (
	"errors"
	"io"
	"io/fs"
)

// journalMost is more than any journal we write; a longer one is not ours.
const journalMost = 64 << 20

// Recover finishes or undoes what a killed build left beside dest. Every command
// that builds calls it, even when its checks then stop it. Where nothing was
// left it does nothing, and writes nothing.
func Recover(dest string) error {
	at, err := placeOf(dest)
	if err != nil {
		return err
	}
	root, err := openFiles(at.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fail(phrase{"打开文件夹", "open the folder"}, at.folder, err)
	}
	defer root.Close()
	if !left(root, at) {
		return nil
	}
	held, err := takeLock(root.Root, at)
	if err != nil {
		return err
	}
	defer held.release()
	return mend(root, at)
}

// left reports whether a build left anything but an unlocked lock.
func left(disk files, at place) bool {
	for _, name := range []string{at.journal, at.backup, at.old, at.stage, at.scratch} {
		if _, err := disk.Lstat(name); err == nil {
			return true
		}
	}
	return false
}

// mend makes the destination whole and removes the rest. The lock is held.
func mend(disk files, at place) error {
	err := undo(disk, at)
	if err == nil {
		err = putBack(disk, at)
	}
	for _, name := range []string{at.backup, at.stage, at.scratch} {
		if err == nil {
			err = disk.RemoveAll(name)
		}
	}
	if err != nil {
		return fail(phrase{"修复", "mend"}, at.path(at.dest), err)
	}
	return nil
}

// undo rolls a small commit back that was stopped before its end.
func undo(disk files, at place) error {
	info, err := disk.Lstat(at.journal)
	if err != nil {
		return unlessGone(err)
	}
	if info.Mode().IsRegular() {
		text, err := readAll(disk, at.journal)
		if err != nil {
			return err
		}
		if j, ok := parseJournal(text); ok {
			return rollBack(disk, at, j)
		}
	}
	return disk.RemoveAll(at.journal) // it was cut: nothing had begun
}

func readAll(disk files, name string) (string, error) {
	f, err := disk.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, journalMost))
	return string(data), err
}

// putBack ends an exchange that was made by two renames: the old tree returns
// when the new one did not arrive.
func putBack(disk files, at place) error {
	if _, err := disk.Lstat(at.old); err != nil {
		return unlessGone(err)
	}
	if _, err := disk.Lstat(at.dest); errors.Is(err, fs.ErrNotExist) {
		return disk.Rename(at.old, at.dest)
	}
	return disk.RemoveAll(at.old)
}

// The interface is what tests replace; the real disk has to fill it.
var _ files = rootFiles{}
