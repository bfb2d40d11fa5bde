package markdown

import (
	"strings"
	"testing"
)

// hostile are notes that make a parser's work grow with the square of their size,
// or worse, where nothing bounds it.
func hostile(size int) map[string]string {
	fill := func(unit string) string { return strings.Repeat(unit, size/len(unit)) }
	half := func(open, shut string) string {
		n := size / (len(open) + len(shut))
		return strings.Repeat(open, n) + "a" + strings.Repeat(shut, n)
	}
	return map[string]string{
		"quotations":          fill(">"),
		"spaced quotations":   fill("> "),
		"quotations per line": fill(">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> a\n"),
		"lists":               fill("- "),
		"numbered lists":      fill("1. "),
		"indented lists":      deepList(size),
		"brackets":            fill("["),
		"brackets both":       half("[", "]"),
		"bracket lines":       fill("[a\n"),
		"link openers":        fill("[a]("),
		"link text":           half("[", "](a)"),
		"images":              fill("![["),
		"image lines":         fill("![a](<b"),
		"stars":               fill("*"),
		"opening stars":       fill("*a "),
		"closing stars":       fill("a* "),
		"mixed marks":         fill("*a_ ~b "),
		"emphasis nest":       half("*a ", " a*"),
		"backticks":           backticks(size),
		"tildes":              fill("~a~~b "),
		"angle brackets":      fill("<"),
		"tags":                fill("<a b=\"c\" "),
		"comments":            fill("<!-- a "),
		"instructions":        fill("<? a "),
		"entities":            fill("&amp"),
		"backslashes":         fill("\\"),
		"references":          fill("[a]: b\n"),
		"named references":    fill("[a]: b\n\n[a]\n\n"),
		"footnotes":           fill("[^a]: b\n\n"),
		"footnote references": "[^a]: b\n\n" + fill("[^a]\n\n"),
		"shortcodes":          fill("{{a "),
		"records":             fill("[[a:b"),
		"table columns":       fill("|a") + "\n" + fill("|-"),
		"table rows":          strings.Repeat("|a", 500) + "\n" + strings.Repeat("|-", 500) + "\n" + fill("|\n"),
		"table cells":         "|a|b|\n|-|-|\n" + fill("|[[*a_|`b`|\n"),
		"headings":            fill("# a\n"),
		"long heading":        "# " + fill("[*a_"),
		"underlined heading":  fill("[a*") + "\n===",
		"html blocks":         fill("<div>\n\n"),
		"addresses":           fill("http://a.b "),
		"mail addresses":      fill("a@b.c_ "),
		"fences":              fill("```\n"),
		"wide stars":          fill("**重。"),
		"paragraphs of marks": fill(strings.Repeat("[*", 900) + "\n\n"),
		"closed by the many":  fill(strings.Repeat("*a ", 600) + strings.Repeat("[a](b)", 200) + "\n\n"),
	}
}

func deepList(size int) string {
	var b strings.Builder
	for indent := 0; b.Len() < size; indent++ {
		b.WriteString(strings.Repeat("  ", indent%500) + "- a\n")
	}
	return b.String()
}

func backticks(size int) string {
	var b strings.Builder
	for n := 1; b.Len() < size; n++ {
		b.WriteString("a" + strings.Repeat("`", n%3000))
	}
	return b.String()
}

// The bound on time is that of go test: without limit.go several of these take
// minutes even at this size.
func TestHostileNotesStaySmallAndFlat(t *testing.T) {
	const size = 256 << 10
	for name, src := range hostile(size) {
		t.Run(name, func(t *testing.T) {
			doc := Parse([]byte(src))
			html, _ := doc.HTML(testSite{})
			if len(html) > 40*size {
				t.Errorf("%d bytes became %d", len(src), len(html))
			}
			if fault := audit(string(html)); fault != "" {
				t.Error(fault)
			}
			if n := len([]rune(doc.Plain(80))); n > 80 {
				t.Errorf("Plain(80) has %d characters", n)
			}
		})
	}
}

func TestNoteBeyondTheLargestSizeIsCutAndReported(t *testing.T) {
	src := strings.Repeat("word\n\n", maxBytes/6+1)
	html, problems := Parse([]byte(src)).HTML(nil)
	if len(problems) != 1 || problems[0].Kind != TooLarge || problems[0].Line < maxBytes/6 {
		t.Errorf("problems %v", problems)
	}
	if got := strings.Count(string(html), "<p>"); got < maxBytes/6 {
		t.Errorf("%d paragraphs shown", got)
	}
}

func TestHeadingsBeyondTheBoundHaveNoID(t *testing.T) {
	doc := Parse([]byte(strings.Repeat("# a\n", maxAnchors+2)))
	html, _ := doc.HTML(nil)
	if len(doc.Headings()) != maxAnchors || strings.Count(string(html), "<h2>a</h2>") != 2 {
		t.Errorf("%d headings listed, the last as %q", len(doc.Headings()), html[len(html)-40:])
	}
}

func TestParagraphOfTooManyMarksIsText(t *testing.T) {
	src := "before\n\n" + strings.Repeat("*a* ", maxMarks)
	html, problems := Parse([]byte(src)).HTML(nil)
	if strings.Contains(string(html), "<em>") {
		t.Error("marks were read")
	}
	if len(problems) != 1 || problems[0].Kind != TooLarge || problems[0].Line != 3 {
		t.Errorf("problems %v", problems)
	}
}

func BenchmarkLargestHostileNotes(b *testing.B) {
	for name, src := range hostile(maxBytes) {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				Parse([]byte(src)).HTML(testSite{})
			}
		})
	}
}
