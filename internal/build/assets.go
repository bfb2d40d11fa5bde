package build

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/static"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
)

// maxAsset is the largest file that is copied from static/.
const maxAsset = source.MaxFile

// asset is a file that is copied as it is to the site's root.
type asset struct {
	path  string  // below the site's root: "documents/report.pdf"
	own   bool    // of the site's own static/, which wins over the built-in one
	parts []asset // of a style sheet that is joined from several files

	modules map[string]asset // by path, what a script may be joined from
}

// readAssets lists the built-in files and those of the site's static/.
func readAssets(src *source.Site, l *finding.List) []asset {
	byPath := map[string]asset{}
	// The built-in tree is part of the program: its walk cannot fail.
	_ = fs.WalkDir(static.Files, ".", func(name string, d fs.DirEntry, _ error) error {
		if !d.IsDir() {
			byPath[name] = asset{path: name}
		}
		return nil
	})
	for _, name := range src.List("static", l) {
		to := strings.TrimPrefix(name, "static/")
		switch {
		case path.Dir(to) == "." && path.Ext(to) == ".go":
			// Go embeds our own static/, and a site may be a clone of the program.
		case !portable(to):
			l.Add(finding.Finding{
				Rule: assetNameRule, Pos: finding.Pos{File: name}, Value: to,
				Message: finding.Textf("文件名 %q 不能作网址", "the file name %q cannot be an address", to),
				Hint:    assetNameRule.Hint(),
			})
		default:
			byPath[to] = asset{path: to, own: true}
		}
	}
	joinStyles(byPath)
	joinScripts(byPath)
	assets := make([]asset, 0, len(byPath))
	for _, a := range byPath {
		assets = append(assets, a)
	}
	slices.SortFunc(assets, func(a, b asset) int { return cmp.Compare(a.path, b.path) })
	return assets
}

// joinStyles puts the style sheet in the place of its parts, any of which may be
// the site's own. A whole style sheet of the site's own has no need of them.
func joinStyles(byPath map[string]asset) {
	sheet := asset{path: static.StyleSheet}
	for _, name := range static.StyleParts() {
		sheet.parts = append(sheet.parts, byPath[name])
		delete(byPath, name)
	}
	if !byPath[sheet.path].own {
		byPath[sheet.path] = sheet
	}
}

// portable reports whether every system can hold the path and means the same by
// it. What cannot be seen was refused when the folder was listed.
func portable(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.ContainsAny(part, `\:<>"|?*`) || strings.TrimRight(part, ". ") != part || device(part) {
			return false
		}
	}
	return true
}

// device reports a name that Windows takes for a device, whatever follows its
// first point.
func device(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(stem) == 4 && (stem[:3] == "COM" || stem[:3] == "LPT") && stem[3] >= '1' && stem[3] <= '9'
}

func assetPaths(assets []asset) []string {
	paths := make([]string, len(assets))
	for i, a := range assets {
		paths[i] = a.path
	}
	return paths
}

// output is the copying of an asset. The file is read when it is written, so a
// site of many documents is never in memory whole.
func (a asset) output(src *source.Site) Output {
	return Output{Path: a.path, Write: func(w io.Writer) error {
		data, err := a.read(src)
		if a.own && errors.Is(err, fs.ErrNotExist) {
			return changedError("static/" + a.path)
		}
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	}}
}

func (a asset) read(src *source.Site) ([]byte, error) {
	if a.parts != nil {
		return a.join(src)
	}
	if a.modules != nil {
		return a.bundle(src)
	}
	if a.own {
		return src.Read("static/"+a.path, maxAsset)
	}
	data, err := fs.ReadFile(static.Files, a.path)
	if err != nil {
		return nil, fmt.Errorf("built-in file: %w", err)
	}
	return data, nil
}

// builtIn reports a file of the program's static/.
func builtIn(name string) bool {
	_, err := fs.Stat(static.Files, name)
	return err == nil
}

// join reads the parts of a style sheet and takes out what browsers do not need.
func (a asset) join(src *source.Site) ([]byte, error) {
	var all bytes.Buffer
	for _, part := range a.parts {
		data, err := part.read(src)
		if err != nil {
			return nil, err
		}
		all.Write(data)
		all.WriteByte('\n')
	}
	var sheet bytes.Buffer
	if err := css.Minify(minify.New(), &sheet, &all, nil); err != nil {
		return nil, fmt.Errorf("minifying %s: %w", a.path, err)
	}
	return sheet.Bytes(), nil
}
