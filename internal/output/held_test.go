package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestHeldFoldersFollowNoMove replaces a folder that files were written into.
func TestHeldFoldersFollowNoMove(t *testing.T) {
	dir := t.TempDir()
	disk, err := openFiles(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer disk.Close()
	fill := func() {
		t.Helper()
		if err := disk.Mkdir("stage", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := disk.Create("stage/a", []byte("a")); err != nil {
			t.Fatal(err)
		}
	}
	want := func(name string) {
		t.Helper()
		if _, err := os.Lstat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	fill()
	if err := disk.Rename("stage", "site"); err != nil {
		t.Fatal(err)
	}
	fill()
	want("site/a")
	want("stage/a")
	if err := disk.RemoveAll("stage"); err != nil {
		t.Fatal(err)
	}
	fill()
	want("stage/a")
	if err := errors.Join(disk.Remove("stage/a"), disk.Remove("stage")); err != nil {
		t.Fatal(err)
	}
	fill()
	want("stage/a")
	if _, err := disk.Lstat("stage/none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}

// TestHeldFoldersAreLetGoWhereFilesRunOut acts as the system does when a process
// has as many files open as it may.
func TestHeldFoldersAreLetGoWhereFilesRunOut(t *testing.T) {
	disk, err := openFiles(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer disk.Close()
	for i := range 3 {
		name := fmt.Sprintf("folder%d", i)
		if err := errors.Join(disk.Mkdir(name, 0o755), disk.Create(name+"/a", nil)); err != nil {
			t.Fatal(err)
		}
	}
	var asked []string
	_, err = within(disk, "folder1/b", func(folder *os.Root, name string) (int, error) {
		asked = append(asked, name)
		if folder != disk.Root {
			return 0, &fs.PathError{Op: "openat", Path: name, Err: syscall.EMFILE}
		}
		return 0, nil
	})
	if err != nil || fmt.Sprint(asked) != "[b folder1/b]" {
		t.Errorf("asked for %v: %v", asked, err)
	}
	if disk.held.has("folder0") {
		t.Error("a folder is still held")
	}
	if err := disk.Create("folder2/b", nil); err != nil || disk.held.has("folder2") {
		t.Errorf("afterwards a folder is held again, or a file cannot be made: %v", err)
	}
}
