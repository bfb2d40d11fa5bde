package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"
)

const plainNote = `# 背景

第一句话**很重要**。
第二句 [链接](https://example.org)
很长很长，还有[[project:P001]]。

| 年 | 额 |
|---|---|
| 2010 | 1 |

` + "```\ncode\n```" + `

{{total}}

<div>gone</div>

- 甲[^1]
- 乙

[^1]: 注
`

func TestPlainOfEverything(t *testing.T) {
	want := "背景\n第一句话很重要。第二句 链接很长很长，还有P001。\n年 额\n2010 1\ncode\n甲\n乙\n注"
	if got := Parse([]byte(plainNote)).Plain(0); got != want {
		t.Errorf("got %q", got)
	}
}

func TestPlainWithTheSiteNamesRecordsAndTotals(t *testing.T) {
	got := Parse([]byte(plainNote)).PlainWith(testSite{}, 0)
	if !strings.Contains(got, "还有社区养老 <示例>。") || !strings.Contains(got, "\ntotal\n") {
		t.Errorf("got %q", got)
	}
}

func TestPlainIsCutWhereASentenceOrWordEnds(t *testing.T) {
	for _, c := range []struct {
		note  string
		limit int
		want  string
	}{
		{"短。", 10, "短。"},
		{plainNote, 12, "第一句话很重要。"},
		{"# 只有标题", 10, "只有标题"},
		{"甲甲甲甲，乙乙乙乙乙乙", 6, "甲甲甲甲…"},
		{"One sentence. Another one follows", 20, "One sentence."},
		{"A version 1.5 of something", 14, "A version 1.5…"},
		{"one two three four", 12, "one two…"},
		{"unbroken", 4, "unb…"},
		{"ab", 1, "…"},
		{"段一\n\n段二\n\nend", 20, "段一段二 end"},
	} {
		got := Parse([]byte(c.note)).Plain(c.limit)
		if got != c.want || utf8.RuneCountInString(got) > c.limit {
			t.Errorf("Plain(%d) of %q: got %q, want %q", c.limit, c.note, got, c.want)
		}
	}
}
