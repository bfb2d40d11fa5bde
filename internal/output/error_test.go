//go:build !windows

package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestAnErrorSaysWhatToDoInBothLanguages(t *testing.T) {
	for errno, want := range map[syscall.Errno][2]string{
		syscall.ENOSPC: {"free some space", "清理磁盘空间"},
		syscall.EROFS:  {"read-only", "只读"},
		syscall.EACCES: {"allow writing", "写入权限"},
		syscall.EMFILE: {"ulimit -n", "ulimit -n"},
		syscall.EXDEV:  {"choose a folder inside it", "子文件夹"},
		syscall.EIO:    {"build again", "重新生成"},
	} {
		err := fail(phrase{"写入", "write"}, "/site/a.html", &fs.PathError{Op: "open", Path: "stage/a.html", Err: errno})
		var told *Error
		if !errors.As(err, &told) || !errors.Is(err, errno) {
			t.Fatalf("%v does not keep its cause", err)
		}
		if en := told.In("en"); !strings.Contains(en, want[0]) || !strings.Contains(en, `"/site/a.html"`) || strings.Contains(en, "stage") {
			t.Errorf("%v in English: %s", errno, en)
		}
		if zh := told.In("zh-CN"); !strings.Contains(zh, want[1]) || !strings.Contains(zh, `"/site/a.html"`) {
			t.Errorf("%v in Chinese: %s", errno, zh)
		}
	}
}

func TestAFolderThatCannotBeWrittenIsTold(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("permissions do not bind this user")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(filepath.Join(dir, "public")); err == nil || !strings.Contains(err.Error(), "allow writing") {
		t.Errorf("error %v", err)
	}
}
