package markdown

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHeadingsAreListedAsShown(t *testing.T) {
	got := Parse([]byte("# 一 *二*\n\n> ## a `b`\n\n#\n")).Headings()
	want := []Heading{{2, "h-一-二", "一 二"}, {3, "h-a-b", "a b"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestDocIsRenderedByManyAtOnce(t *testing.T) {
	doc := Parse([]byte(plainNote + "\n[x](nowhere) [[project:X]]\n"))
	want, wantProblems := doc.HTML(testSite{})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			got, problems := doc.HTML(testSite{})
			if got != want || !cmp.Equal(problems, wantProblems) {
				t.Error("another result")
			}
			doc.Plain(20)
		})
	}
	group.Wait()
}

func TestNoteWithoutASiteKnowsNothing(t *testing.T) {
	html, problems := Parse([]byte("[[project:P001]] [a](documents/x.pdf)\n\n{{total}}\n")).HTML(nil)
	if strings.Contains(string(html), "<a") {
		t.Errorf("a link in %s", html)
	}
	var kinds []string
	for _, p := range problems {
		kinds = append(kinds, p.Kind)
	}
	if diff := cmp.Diff([]string{UnknownRecord, DeadLink, UnknownEmbed}, kinds); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestLineEndsAndMarkDoNotMovePlaces(t *testing.T) {
	for _, src := range []string{"a\n\n甲<b>", "a\r\n\r\n甲<b>", "a\r\r甲<b>", "\uFEFFa\n\n甲<b>"} {
		html, problems := Parse([]byte(src)).HTML(nil)
		if html != "<p>a</p>\n<p>甲&lt;b&gt;</p>\n" {
			t.Errorf("%q: got %q", src, html)
		}
		if len(problems) != 1 || problems[0].Line != 3 || problems[0].Col != 2 {
			t.Errorf("%q: problems %v", src, problems)
		}
	}
}

func TestBytesThatAreNoText(t *testing.T) {
	html, _ := Parse([]byte("a\xff\x00b\x1b")).HTML(nil)
	if want := "<p>a\uFFFD\uFFFDb\uFFFD</p>\n"; string(html) != want {
		t.Errorf("got %q, want %q", html, want)
	}
}

func TestProblemsQuoteTheValueInBothLanguages(t *testing.T) {
	_, problems := Parse([]byte("[a](javascript:1)")).HTML(nil)
	if len(problems) != 1 {
		t.Fatalf("problems %v", problems)
	}
	for _, message := range []string{problems[0].Message, problems[0].MessageZH} {
		if !strings.Contains(message, `"javascript:1"`) {
			t.Errorf("message %q", message)
		}
	}
}

func BenchmarkNote(b *testing.B) {
	src := []byte(strings.Repeat(plainNote, 20))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Parse(src).HTML(testSite{})
	}
}
