package serve

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"

	"gongkai/internal/build"
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

//go:embed assets/problem.html
var problemSource string

// maxShown bounds the problems on the page; the terminal tells the rest.
const maxShown = 100

// problemView is what the page of problems shows.
type problemView struct {
	Lang, Title, Intro, More string
	Style, Script            string
	Number                   int
	Items                    []problemItem
}

type problemItem struct {
	Place, Message, Rule, Hint string
	Before, Value, After       string // the line of the file, around the value
}

// findingsPage shows the findings that keep the site from being made.
func (s *Server) findingsPage(opened *build.Site, number int) []byte {
	v := s.problemView(number)
	v.Title = s.text("先改正这些问题", "These come first")
	v.Intro = s.text("保存改正后的文件，本页自动更新。", "This page changes by itself when a mended file is saved.")
	lineOf := opened.Lines()
	errors := 0
	for _, f := range opened.Findings.All() {
		if f.Severity != finding.Error {
			continue
		}
		if errors++; errors > maxShown {
			continue
		}
		item := problemItem{
			Place: value.Visible(place(f.Pos)), Message: value.Visible(f.Message.In(s.o.Lang)),
			Rule: f.Rule.ID, Hint: value.Visible(f.Hint.In(s.o.Lang)),
		}
		if line, ok := lineOf(f.Pos.File, f.Pos.Line); ok {
			item.excerpt(line, f)
		}
		v.Items = append(v.Items, item)
	}
	if errors > maxShown {
		v.More = finding.Textf("另有 %d 处，见终端", "and %d more, which the terminal tells", errors-maxShown).In(s.o.Lang)
	}
	return s.problemPage(v)
}

// failurePage shows why the site, or a page of it, could not be made at all.
func (s *Server) failurePage(err error, number int) []byte {
	v := s.problemView(number)
	v.Title = s.text("无法生成", "This could not be made")
	message := err.Error()
	if told, ok := err.(interface{ In(lang string) string }); ok {
		message = told.In(s.o.Lang)
	}
	v.Items = []problemItem{{Message: value.Visible(value.MaskPersonal(message))}}
	return s.problemPage(v)
}

func (s *Server) problemView(number int) problemView {
	return problemView{Lang: s.text("zh", "en"), Style: stylePath, Script: scriptPath, Number: number}
}

func (s *Server) problemPage(v problemView) []byte {
	var buf bytes.Buffer
	t := template.Must(template.New("problem").Parse(problemSource))
	if err := t.Execute(&buf, v); err != nil {
		return []byte(template.HTMLEscapeString(v.Title))
	}
	return buf.Bytes()
}

func (s *Server) text(zh, en string) string { return finding.Text{ZH: zh, EN: en}.In(s.o.Lang) }

// place is file:line:column as far as each is known, as on a terminal.
func place(p finding.Pos) string {
	s := p.File
	if p.Line > 0 {
		s += fmt.Sprintf(":%d", p.Line)
	}
	if p.Col > 0 {
		s += fmt.Sprintf(":%d", p.Col)
	}
	return s
}

// excerpt sets the part of a line that is near the finding's value.
func (item *problemItem) excerpt(line string, f finding.Finding) {
	const reach = 100
	runes, marked := []rune(line), []rune(f.Value)
	at := max(0, min(f.Pos.Col-1, len(runes)))
	end := at
	if rest := string(runes[at:]); f.Value != "" && strings.HasPrefix(rest, f.Value) {
		end = at + len(marked)
	}
	from, to := max(0, at-reach), min(len(runes), end+reach)
	item.Before = value.Visible(string(runes[from:at]))
	item.Value = value.Visible(string(runes[at:end]))
	item.After = value.Visible(string(runes[end:to]))
	if from > 0 {
		item.Before = "…" + item.Before
	}
	if to < len(runes) {
		item.After += "…"
	}
}
