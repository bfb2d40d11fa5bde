// Package output publishes a site's files so that the old site stays until the
// new one is whole.
//
// Read Begin first, then Dir.Commit. Files are staged in a folder beside the
// destination and go in at Commit in one of two ways: a small change is renamed
// in, file by file, under a journal (inplace.go); a large one becomes a whole
// new tree that is exchanged with the old in one system call (whole.go). What a
// killed build left is mended by Recover. The folder keeps a manifest of what
// was written (manifest.go), so that nothing else is ever deleted.
//
// The promise is about failures and kills of the program. Files are not synced
// one by one, so after a power cut it is only as good as the file system.
package output

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Tree receives a site's files. It is safe for concurrent use and does not keep
// data. A path is slash-separated, relative and clean, and is written once.
type Tree interface {
	Write(path string, data []byte) error
	// Stream takes a file as print makes it; one that fails is no file.
	Stream(path string, print func(io.Writer) error) error
	// Scratch is a folder for temporary files; "" is the system's.
	Scratch() (string, error)
}

// Result counts what a commit did. The manifest is in none of the numbers.
type Result struct {
	Written   int   // files that are new or have new bytes
	Unchanged int   // files that stood there already, byte for byte
	Removed   int   // files of the previous build that the site no longer has
	Files     int   // files of the site: Written + Unchanged
	Bytes     int64 // their total size
}

// Memory is a Tree held in memory.
type Memory struct {
	mu    sync.RWMutex
	files map[string][]byte
}

// NewMemory makes an empty tree.
func NewMemory() *Memory { return &Memory{files: map[string][]byte{}} }

// Write keeps a copy of data at path.
func (m *Memory) Write(path string, data []byte) error {
	if err := checkPath(path); err != nil {
		return err
	}
	kept := bytes.Clone(data)
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, twice := m.files[path]; twice {
		return twiceError(path)
	}
	m.files[path] = kept
	return nil
}

// Stream keeps what print makes at path.
func (m *Memory) Stream(path string, print func(io.Writer) error) error {
	var b bytes.Buffer
	if err := print(&b); err != nil {
		return err
	}
	return m.Write(path, b.Bytes())
}

// Scratch is the system's folder of temporary files.
func (m *Memory) Scratch() (string, error) { return "", nil }

// Get is the file at path, which the caller does not change; false when there
// is none.
func (m *Memory) Get(path string) ([]byte, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	data, ok := m.files[path]
	return data, ok
}

// Paths lists the files, sorted.
func (m *Memory) Paths() []string {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return slices.Sorted(maps.Keys(m.files))
}

// checkPath refuses what could leave the destination, mean something else on
// another system, or break the line-based manifest and journal.
func checkPath(path string) error {
	first, _, _ := strings.Cut(path, "/")
	switch {
	case path == "" || !utf8.ValidString(path),
		strings.ContainsFunc(path, unicode.IsControl),
		strings.ContainsAny(path, `\:`),
		!filepath.IsLocal(filepath.FromSlash(path)):
	case first == manifestName:
	default:
		if clean(path) {
			return nil
		}
	}
	return &Error{
		EN: fmt.Sprintf("%q cannot be a file of the site: a path is relative, with / between plain names", path),
		ZH: fmt.Sprintf("%q 不能作为网站的文件：路径须为相对路径，各级名称以 / 分隔", path),
	}
}

// clean reports whether every part of the path is a name.
func clean(path string) bool {
	for part := range strings.SplitSeq(path, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}

func twiceError(path string) error {
	return &Error{
		EN: fmt.Sprintf("%q is written twice in one build; two pages have the same address", path),
		ZH: fmt.Sprintf("%q 在一次生成中写了两次；有两个页面的地址相同", path),
	}
}

func bothError(path string) error {
	return &Error{
		EN: fmt.Sprintf("%q is both a file and a folder of the site; two pages have addresses that exclude each other", path),
		ZH: fmt.Sprintf("%q 在网站中既是文件又是文件夹；有两个页面的地址互相冲突", path),
	}
}
