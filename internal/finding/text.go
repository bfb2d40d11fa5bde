package finding

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// TextOptions says how findings are written for people. Each may be left out.
type TextOptions struct {
	Lang  string // "zh" for Chinese, else English
	Color bool   // mark severities with the colours of a terminal
	// Line gives a line of a file, counted from 1, for the excerpt; false when
	// it cannot be had. Nil leaves excerpts out.
	Line func(file string, line int) (string, bool)
	// Max is how many findings of one rule in one file are written before the
	// rest is only counted; 0 writes all.
	Max int
}

// WriteText writes findings as compilers do: the place, severity, message and
// rule in one line, then the line of the file with the place marked, and what
// to do. list is sorted, as List.All gives it.
func WriteText(w io.Writer, list []Finding, o TextOptions) error {
	p := textPrinter{w: bufio.NewWriter(w), o: o, seen: map[group]int{}}
	for i, f := range list {
		if i > 0 && list[i-1].Pos.File != f.Pos.File {
			p.flushMore()
		}
		p.finding(f)
	}
	p.flushMore()
	fmt.Fprintln(p.w, Summary(list, o.Lang))
	return p.w.Flush()
}

// group is what Max counts.
type group struct{ rule, file string }

type textPrinter struct {
	w     *bufio.Writer // keeps the first error for Flush
	o     TextOptions
	seen  map[group]int
	order []group // of the file at hand, as they came up
}

// finding writes one finding, or only counts it when its group is full.
func (p *textPrinter) finding(f Finding) {
	g := group{f.Rule.ID, f.Pos.File}
	if p.seen[g]++; p.seen[g] == 1 {
		p.order = append(p.order, g)
	}
	if p.o.Max > 0 && p.seen[g] > p.o.Max {
		return
	}
	colon := Text{"：", ": "}.In(p.o.Lang)
	if place := place(f.Pos); place != "" {
		fmt.Fprintf(p.w, "%s: ", p.paint(bold, place))
	}
	fmt.Fprintf(p.w, "%s%s%s [%s]\n", p.paint(f.Severity.color(), f.Severity.word().In(p.o.Lang)), colon,
		show(f.Message.In(p.o.Lang)), f.Rule.ID)
	p.excerpt(f)
	for _, r := range f.Related {
		fmt.Fprintf(p.w, "    %s: %s\n", place(r.Pos), show(r.Message.In(p.o.Lang)))
	}
	if !f.Hint.IsZero() {
		fmt.Fprintf(p.w, "    %s%s%s\n", Text{"提示", "hint"}.In(p.o.Lang), colon, show(f.Hint.In(p.o.Lang)))
	}
}

func (p *textPrinter) excerpt(f Finding) {
	if p.o.Line == nil || f.Pos.Line == 0 || f.Pos.Col == 0 {
		return
	}
	line, ok := p.o.Line(f.Pos.File, f.Pos.Line)
	if !ok {
		return
	}
	text, mark := excerpt(line, f.Pos.Col, f.Value)
	blank := len(mark) - len(strings.TrimLeft(mark, " "))
	fmt.Fprintf(p.w, "    %s\n    %s%s\n", text, mark[:blank], p.paint(f.Severity.color(), mark[blank:]))
}

// flushMore counts what was left out of the file that ends here.
func (p *textPrinter) flushMore() {
	for _, g := range p.order {
		if more := p.seen[g] - p.o.Max; p.o.Max > 0 && more > 0 {
			format := Text{"…… %[3]s 另有 %[1]d 处 [%[2]s]", "… and %d more [%s] in %s"}.In(p.o.Lang)
			fmt.Fprintf(p.w, format+"\n", more, g.rule, show(g.file))
		}
	}
	p.order = p.order[:0]
}

// place is file:line:column as far as each is known.
func place(p Pos) string {
	switch {
	case p.Line == 0:
		return show(p.File)
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", show(p.File), p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", show(p.File), p.Line, p.Col)
}

// Summary counts findings by severity: "3 errors, 1 note".
func Summary(list []Finding, lang string) string {
	var counts [Error + 1]int
	for _, f := range list {
		counts[f.Severity]++
	}
	var parts []string
	for s := Error; s >= Info; s-- {
		n := counts[s]
		if n == 0 {
			continue
		}
		word := s.word()
		if n != 1 {
			word.EN += "s"
		}
		parts = append(parts, fmt.Sprintf(Text{"%d 个%s", "%d %s"}.In(lang), n, word.In(lang)))
	}
	if len(parts) == 0 {
		return Text{"没有发现问题", "no findings"}.In(lang)
	}
	return strings.Join(parts, Text{"，", ", "}.In(lang))
}

// word is the severity in a sentence.
func (s Severity) word() Text {
	switch s {
	case Info:
		return Text{"提示", "note"}
	case Warning:
		return Text{"警告", "warning"}
	}
	return Text{"错误", "error"}
}

// The terminal's codes for what stands out.
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	cyan   = "1;36"
)

func (s Severity) color() string {
	switch s {
	case Info:
		return cyan
	case Warning:
		return yellow
	}
	return red
}

func (p *textPrinter) paint(color, s string) string {
	if !p.o.Color {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}
