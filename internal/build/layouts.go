package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"gongkai/internal/finding"
	"gongkai/internal/render"
	"gongkai/internal/source"
)

// loadLayouts parses the built-in layouts and the site's own, which win. One of
// the site's own that cannot be used is a finding; where the publisher lets it
// pass, the site is built with the built-in ones.
func loadLayouts(src *source.Site, langs []string, l *finding.List) (*render.Layouts, error) {
	own, err := ownLayouts(src, l)
	if err != nil {
		return nil, err
	}
	if own != nil {
		defer own.Close()
	}
	layouts, err := render.Load(files(own), langs)
	if bad := (*render.Error)(nil); errors.As(err, &bad) {
		l.Add(finding.Finding{
			Rule: layoutRule, Pos: finding.Pos{File: bad.File, Line: bad.Line}, Value: bad.Source,
			Message: bad.Message, Hint: layoutRule.Hint(),
		})
		return render.Load(nil, langs)
	}
	return layouts, err
}

// ownLayouts opens the site's layouts/; nil where it has none that can be used. A link in place
// of the folder is not followed.
func ownLayouts(src *source.Site, l *finding.List) (*os.Root, error) {
	names := src.List("layouts", l)
	if len(names) == 0 || !vetLayouts(src, names, l) {
		return nil, nil
	}
	dir := filepath.Join(src.Dir(), "layouts")
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, openError(dir, err)
	}
	return root, nil
}

func files(root *os.Root) fs.FS {
	if root == nil {
		return nil
	}
	return plainFiles{root.FS()}
}

// plainFiles is a folder in which only files and folders can be opened: opening
// a named pipe would wait for ever.
type plainFiles struct{ fs.FS }

func (p plainFiles) Open(name string) (fs.File, error) {
	info, err := fs.Stat(p.FS, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() && !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return p.FS.Open(name)
}
