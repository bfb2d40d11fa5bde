package render

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"gongkai/internal/finding"
)

// maxFile is the largest layout, in bytes.
const maxFile = 1 << 20

// files are the sources of a site's layouts.
type files struct {
	base     *file
	partials map[string]*file // "table" for _partials/table.html
	layouts  map[string]*file // "project" for project.html
}

// file is one source, with words put in once a language is chosen.
type file struct {
	path string // "layouts/project.html"
	own  bool   // it is the site's, not the built-in one
	text string
}

func (f *file) origin() string {
	if f.own {
		return f.path
	}
	return "built-in"
}

// readFiles reads the built-in sources, then the site's over them.
func readFiles(builtin, own fs.FS) (*files, error) {
	all := &files{partials: map[string]*file{}, layouts: map[string]*file{}}
	if err := all.read(builtin, false); err != nil {
		return nil, err
	}
	if own == nil {
		return all, nil
	}
	if err := all.read(own, true); err != nil {
		return nil, err
	}
	return all, nil
}

func (all *files) read(from fs.FS, own bool) error {
	names, err := globAll(from, "*.html", "_partials/*.html")
	if err != nil {
		return err
	}
	for _, name := range names {
		f := &file{path: "layouts/" + name, own: own}
		if f.text, err = readText(from, name); err != nil {
			return err
		}
		short := strings.TrimSuffix(path.Base(name), ".html")
		switch {
		case name == "base.html":
			all.base = f
		case strings.HasPrefix(name, "_partials/"):
			all.partials[short] = f
		default:
			all.layouts[short] = f
		}
	}
	return nil
}

func globAll(from fs.FS, patterns ...string) ([]string, error) {
	var all []string
	for _, p := range patterns {
		names, err := fs.Glob(from, p)
		if err != nil {
			return nil, fmt.Errorf("listing layouts/%s: %w", p, err)
		}
		all = append(all, names...)
	}
	return all, nil
}

// readText reads one file of layouts/, whose size is limited because a site's
// folder is input like any other.
func readText(from fs.FS, name string) (string, error) {
	f, err := from.Open(name)
	if err != nil {
		return "", fmt.Errorf("reading layouts/%s: %w", name, err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return "", fmt.Errorf("reading layouts/%s: %w", name, err)
	}
	if len(b) > maxFile {
		return "", &Error{File: "layouts/" + name, Message: finding.Text{
			ZH: "布局文件大于 1 MiB", EN: "the layout is larger than 1 MiB",
		}}
	}
	return string(b), nil
}

// exists tells an absent file from one that cannot be read.
func exists(from fs.FS, name string) (bool, error) {
	_, err := fs.Stat(from, name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
