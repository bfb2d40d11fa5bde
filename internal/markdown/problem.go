package markdown

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// The kinds of Problem.
const (
	UnknownRecord = "unknown-record" // [[kind:id]] names no record
	UnknownEmbed  = "unknown-embed"  // a shortcode that cannot be answered, or stands within a sentence
	DeadLink      = "dead-link"      // a relative address that leads nowhere
	UnsafeLink    = "unsafe-link"    // an address outside the allow-list
	RawHTML       = "raw-html"       // markup, which is shown as text
	TooLarge      = "too-large"      // a bound of limit.go was met
)

// Problem is one thing that the page does not show as the note meant it. Line and
// Col count from 1 within the source given to Parse, Col in characters.
type Problem struct {
	Line, Col int
	Kind      string // one of the constants above
	Value     string // as written
	Message   string // in English: what is, quoting the value
	MessageZH string // the same in Chinese; for a shortcode both are the Resolver's words
}

// say is a message in both languages, with at most one %q for the value.
type say struct{ zh, en string }

var (
	sayUnknownRecord = say{"没有 %q 所指的记录", "%q names no record"}
	sayEmbedForm     = say{"%q 读不出名称和参数（引号须成对）", "%q cannot be read as a name and arguments; quotation marks come in pairs"}
	sayStrayEmbed    = say{"%q 在句子之中，短代码须单独成行", "%q stands within a sentence; a shortcode has a line to itself"}
	sayDeadLink      = say{"链接 %q 没有指向任何页面或文件", "the link %q leads to no page or file"}
	sayUnsafeLink    = say{"链接 %q 不是 http、https、mailto 或站内地址，只显示其文字", "the link %q is not http, https, mailto or an address within the site; only its text is shown"}
	sayRawHTML       = say{"%q 是 HTML 标记，按文字显示", "%q is HTML markup and is shown as text"}
	sayTooLong       = say{"文稿超过 4 MiB，其后的内容未显示", "the note is longer than 4 MiB; the rest is not shown"}
	sayTooMany       = say{"这一段从 %q 开始，标记超过 2000 个，按文字显示", "the paragraph that begins %q has more than 2,000 marks and is shown as text"}
)

// problem makes one about the text at an offset of the cleaned source.
func (d *Doc) problem(offset int, kind, value string, s say) Problem {
	value = clip(value, 120)
	p := Problem{Kind: kind, Value: value, Message: s.en, MessageZH: s.zh}
	if value != "" {
		p.Message, p.MessageZH = fmt.Sprintf(s.en, value), fmt.Sprintf(s.zh, value)
	}
	p.Line, p.Col = d.place(offset)
	return p
}

// place is the line and the column, in characters, of an offset; both from 1.
func (d *Doc) place(offset int) (line, col int) {
	offset = max(0, min(offset, len(d.src)))
	line = sort.SearchInts(d.lines, offset+1)
	return line, utf8.RuneCount(d.src[d.lines[line-1]:offset]) + 1
}

// lineStarts are the offsets at which lines begin.
func lineStarts(src []byte) []int {
	starts := []int{0}
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// clip shortens a quotation to n characters.
func clip(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}
