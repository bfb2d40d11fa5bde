package site

import (
	"strconv"
	"strings"
)

// saying is a text in parts: plain words, and names with their page and their
// language. Plain words that follow each other are one part.
type saying struct{ parts []Link }

func (s *saying) add(text string) {
	if n := len(s.parts); n > 0 && s.parts[n-1].Href == "" && s.parts[n-1].Lang == "" {
		s.parts[n-1].Text += text
		return
	}
	if text != "" {
		s.parts = append(s.parts, Link{Text: text})
	}
}

// link adds a name; one without a page and a language of its own is plain words.
func (s *saying) link(l Link) {
	if l.Href == "" && l.Lang == "" {
		s.add(l.Text)
		return
	}
	s.parts = append(s.parts, l)
}

// String is the text alone.
func (s *saying) String() string {
	var b strings.Builder
	for _, p := range s.parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// maxNamed is how many organizations a sentence names.
const maxNamed = 3

// names lists names as prose does: "A、B和C", "A, B and C", "A、B、C等5家组织".
func (c *context) names(s *saying, links []Link) {
	shown := links[:min(len(links), maxNamed)]
	for i, l := range shown {
		switch {
		case i == 0:
		case i == len(links)-1:
			s.add(c.t("和", " and "))
		default:
			s.add(c.t("、", ", "))
		}
		s.link(l)
	}
	if more := len(links) - len(shown); more > 0 {
		s.add(c.t("等"+strconv.Itoa(len(links))+"家组织", " and "+plural(more, "other", "others")))
	}
}

// plural is an English count: "1 payment", "2 payments".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// innerQuotes are the marks of a quotation within another.
var innerQuotes = strings.NewReplacer("“", "‘", "”", "’")

// maxQuoted is how many characters of a title a sentence quotes; the heading
// above has all of them.
const maxQuoted = 72

// quote adds a title in quotation marks.
func (c *context) quote(s *saying, l Link) {
	l.Text = innerQuotes.Replace(l.Text)
	if strings.ContainsAny(l.Text, "\n\t") {
		l.Text = strings.Join(strings.Fields(l.Text), " ")
	}
	if len(l.Text) > maxQuoted {
		if r := []rune(l.Text); len(r) > maxQuoted {
			l.Text = strings.TrimSpace(string(r[:maxQuoted-1])) + "…"
		}
	}
	s.add("“")
	s.link(l)
	s.add("”")
}
