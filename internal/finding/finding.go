// Package finding describes problems in a publisher's files and prints them.
//
// A Finding is about the files, never about the program: all findings of a run
// are collected in a List, and an error-severity finding stops a build. Start
// with Rule, which says what one kind of finding means, and List.Add.
package finding

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Severity says what a finding does to a build. The zero value is invalid so
// that a forgotten severity shows.
type Severity uint8

const (
	// Info tells what was decided silently otherwise.
	Info Severity = iota + 1
	// Warning is about what can be read but is doubtful.
	Warning
	// Error is about what cannot be read rightly; it stops a build.
	Error
)

// String is the severity's name in reports and in site.yaml.
func (s Severity) String() string {
	switch s {
	case Info:
		return "info"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// ParseSeverity reads a name written by String; false for any other text.
func ParseSeverity(name string) (Severity, bool) {
	switch name {
	case "info":
		return Info, true
	case "warning":
		return Warning, true
	case "error":
		return Error, true
	}
	return 0, false
}

// Text is one text in the two languages the program speaks.
type Text struct{ ZH, EN string }

// Textf formats both languages with the same arguments; where the word order
// differs a format uses explicit indexes (%[2]q).
func Textf(zh, en string, args ...any) Text {
	return Text{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// In is the text for a language tag: Chinese for "zh" and its variants, English
// for every other.
func (t Text) In(lang string) string {
	if len(lang) >= 2 && lang[:2] == "zh" {
		return t.ZH
	}
	return t.EN
}

// IsZero reports whether there is no text.
func (t Text) IsZero() bool { return t.ZH == "" && t.EN == "" }

// Rule documents one kind of finding. Findings, `gongkai explain`, the handbook,
// JSON and SARIF all read it.
type Rule struct {
	ID       string   // short words joined by "-", such as "unknown-reference"; never renamed
	Group    Group    // what it is about
	Severity Severity // the default; site.yaml may set another
	Title    Text     // what it is, one line without a full stop
	Why      Text     // why it matters to a reader of the site
	Fix      Text     // what the publisher does about it
	Bad      string   // a smallest example that has the problem: file lines, "file: data/x.csv" first where it matters
	Good     string   // the same example mended
}

// Hint is the fix in the form of a finding's hint: a phrase that starts small and
// has no full stop.
func (r *Rule) Hint() Text {
	en := strings.TrimSuffix(r.Fix.EN, ".")
	if first, size := utf8.DecodeRuneInString(en); size > 0 && !startsWithName(en[size:]) {
		en = string(unicode.ToLower(first)) + en[size:]
	}
	return Text{ZH: strings.TrimSuffix(r.Fix.ZH, "。"), EN: en}
}

// startsWithName tells from what follows a capital whether it begins a name such
// as UTF-8, which keeps it.
func startsWithName(rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(next) && next != ' '
}

// Pos is a place in a publisher's file. Line and Col count from 1, Col in
// characters; 0 means that the finding is about the whole file, or line.
type Pos struct {
	File string // slash-separated, relative to the site's folder
	Line int
	Col  int
}

// Finding is one problem at one place.
type Finding struct {
	Rule     *Rule    // required
	Severity Severity // set by List.Add
	Pos      Pos
	Field    string // the field's name in the model, "" where none
	Value    string // as written in the file
	Message  Text   // what is, quoting the value; no full stop
	Hint     Text   // what to do; may be empty
	Related  []Related
	Accepted Text // why the publisher accepts it; empty where it does not
}

// Related is another place that the finding is about, such as the first row of
// a duplicate.
type Related struct {
	Pos     Pos
	Message Text
}
