package render

import (
	"fmt"
	"strings"

	"gongkai/internal/finding"
)

// Error is a problem in a file of layouts/.
type Error struct {
	File    string // "layouts/project.html"
	Line    int    // counts from 1; 0 is the whole file
	Source  string // the line, trimmed
	Message finding.Text
}

// Error tells the problem in English; In chooses the language.
func (e *Error) Error() string { return e.In("en") }

// In tells the problem as "file:line: message", then quotes the line.
func (e *Error) In(lang string) string {
	place := e.File
	if e.Line > 0 {
		place = fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	message := e.Message.EN
	if lang == "zh" {
		message = e.Message.ZH
	}
	if e.Source == "" {
		return fmt.Sprintf("%s: %s", place, message)
	}
	return fmt.Sprintf("%s: %s: %q", place, message, e.Source)
}

// at is an error about a line of the file.
func (f *file) at(line int, message finding.Text) *Error {
	e := &Error{File: f.path, Line: line, Message: message}
	if lines := strings.Split(f.text, "\n"); line > 0 && line <= len(lines) {
		e.Source = strings.TrimSpace(lines[line-1])
	}
	return e
}

// failed is what a library said about the file.
func (f *file) failed(line int, err error) *Error {
	return f.at(line, finding.Textf("布局无法解析: %v", "the layout does not parse: %v", err))
}
