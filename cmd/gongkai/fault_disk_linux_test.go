package main

import (
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
)

// TestAFullDiskKeepsTheOldSite publishes onto small disks of memory that fill up
// at different points of a build, and onto one that may only be read.
func TestAFullDiskKeepsTheOldSite(t *testing.T) {
	w := newFaultWorld(t, 8, anotherTitle(t))
	place := filepath.Dir(w.dest)
	for _, disk := range []struct{ name, options string }{
		{"room for a tenth more", "size=110%"},
		{"room for half more", "size=150%"},
		{"files for a tenth more", "nr_inodes=110%"},
	} {
		t.Run(disk.name, func(t *testing.T) {
			w.t = t
			bytes, files := w.needs(0)
			options := map[string]string{
				"size=110%": "size=" + kib(bytes*11/10), "size=150%": "size=" + kib(bytes*3/2), "nr_inodes=110%": "nr_inodes=" + count(files*11/10),
			}[disk.options]
			w.mount(place, options)
			if code, said := w.build(w.sources[0], w.dest); code != 0 {
				t.Fatalf("exit code %d: %s", code, said)
			}
			code, said := w.build(w.sources[1], w.dest)
			w.refused(code, said, "free some space on that disk")
			if err := syscall.Mount("tmpfs", place, "tmpfs", syscall.MS_REMOUNT, "size=1g,nr_inodes=0"); err != nil {
				t.Fatal(err)
			}
			w.next(1)
		})
	}
	t.Run("read only", func(t *testing.T) {
		w.t = t
		w.mount(place, "size=1g")
		w.next(0)
		if err := syscall.Mount("tmpfs", place, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
			t.Fatal(err)
		}
		code, said := w.build(w.sources[1], w.dest)
		w.refused(code, said, "choose a destination that can be written with -d")
	})
}

// mount puts a disk of memory in a folder's place until the test ends.
func (w *faultWorld) mount(folder, options string) {
	w.t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		w.t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, options); err != nil {
		w.t.Skipf("no disk can be mounted here: %v", err)
	}
	w.t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			w.t.Error(err)
		}
	})
}

// needs is what a whole build of a state takes of a disk: blocks in bytes, files.
func (w *faultWorld) needs(state int) (size, files int64) {
	w.t.Helper()
	err := filepath.WalkDir(filepath.Join(w.dir, "whole", filepath.Base(filepath.Dir(w.sources[state]))), func(_ string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += (info.Size() + 4095) &^ 4095
			files++
		}
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return size, files
}

func kib(n int64) string   { return count(n>>10) + "k" }
func count(n int64) string { return strconv.FormatInt(n, 10) }
