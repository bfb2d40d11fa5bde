package source

import "gongkai/internal/finding"

// Lines gives single lines of a site's files for excerpts beside findings. It
// keeps the file asked for last, so ask in file order. It is not safe for
// concurrent use.
type Lines struct {
	// Encodings are those set by the publisher, by file name; others are
	// detected.
	Encodings map[string]string

	site  *Site
	file  string
	ok    bool
	index lineIndex
}

// NewLines starts with no file read.
func (s *Site) NewLines() *Lines { return &Lines{site: s} }

// Line is a line of a file as Decode makes it; false where there is none or the
// file cannot be read.
func (x *Lines) Line(file string, n int) (string, bool) {
	if file != x.file || file == "" {
		x.load(file)
	}
	if !x.ok {
		return "", false
	}
	line, ok := x.index.get(n)
	return string(line), ok
}

// load reads a file. What is wrong with it was told when it was read as data.
func (x *Lines) load(file string) {
	var told finding.List
	x.file, x.ok, x.index = file, false, lineIndex{}
	raw, ok := x.site.ReadData(file, &told)
	if !ok {
		return
	}
	text, ok := Decode(file, raw, x.Encodings[file], &told)
	if ok {
		x.ok, x.index = true, newLineIndex(text)
	}
}
