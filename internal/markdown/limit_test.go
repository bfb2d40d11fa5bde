package markdown

import (
	"strings"
	"testing"
	"time"
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

func TestHostileNotesEnd(t *testing.T) {
	const size, bound = 256 << 10, 20 * time.Second
	for name, src := range hostile(size) {
		t.Run(name, func(t *testing.T) {
			done := make(chan int, 1)
			go func() {
				html, _ := Parse([]byte(src)).HTML(testSite{})
				done <- len(html)
			}()
			select {
			case n := <-done:
				if n > 40*size {
					t.Errorf("%d bytes became %d", len(src), n)
				}
			case <-time.After(bound):
				t.Fatalf("not ended after %v", bound)
			}
		})
	}
}
