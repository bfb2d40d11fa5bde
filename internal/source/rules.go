package source

import (
	"slices"

	"gongkai/internal/finding"
)

// Rules lists every rule this package can report, grouped by what is read.
//
// Examples are file content, for data/projects.csv unless their first line names
// another file. What a page cannot show stands between angle brackets: <E9> is
// the byte 0xE9, <a link>, <1,001 columns> and the like describe content.
func Rules() []*finding.Rule {
	return slices.Concat(fileRules(), byteRules(), csvRules(), limitRules(), yamlRules())
}

// say is a text in both languages.
func say(zh, en string) finding.Text { return finding.Text{ZH: zh, EN: en} }

// at is a place in a file; 0 for a line or column that there is none of.
func at(name string, line, col int) finding.Pos {
	return finding.Pos{File: name, Line: line, Col: col}
}

// excerptRunes is how much of a cell or line a message quotes.
const excerptRunes = 40

// excerpt is the start of a text, for quoting in a message.
func excerpt(s string) string {
	n := 0
	for i := range s {
		if n == excerptRunes {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
