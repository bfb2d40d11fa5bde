package search

import (
	"strings"
	"testing"
)

// TestPinyinThatATextMentionsIsStillHeard asks for pinyin that stands in no title
// and yet is a word of some text.
func TestPinyinThatATextMentionsIsStillHeard(t *testing.T) {
	src := whole(1000)
	x := build(t, src, 0).open(t, "zh")
	for q, han := range map[string]string{"yanglao": "养老", "jjy": "居家养"} {
		want := 0
		for i := range src.Len() {
			d := src.Document(i)
			if text := strings.Join(append(d.Body, d.Title[0]), " "); strings.Contains(d.Title[0], han) || strings.Contains(text, q) || q == "yanglao" && strings.Contains(text, han) {
				want++
			}
		}
		a, err := x.Search(Query{Q: q, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		if a.Total != want || want < 20 {
			t.Errorf("%q finds %d, want %d", q, a.Total, want)
		}
	}
}
