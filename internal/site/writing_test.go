package site

import (
	"fmt"
	"testing"
)

func TestRunsMarkTheWordsOfAnotherLanguage(t *testing.T) {
	c := &context{lang: "en"}
	for in, want := range map[string]string{
		"":                "[{  }]",
		"plain":           "[{plain  }]",
		"yuan or 万元, and": "[{yuan or   } {万元 zh } {, and  }]",
		"as in 合同金额（万元）, or mend": "[{as in   } {合同金额（万元） zh } {, or mend  }]",
		"万元": "[{万元 zh }]",
	} {
		var got []string
		for _, l := range c.runs(in) {
			got = append(got, fmt.Sprintf("{%s %s %s}", l.Text, l.Lang, l.Href))
		}
		if s := fmt.Sprint(got); s != want {
			t.Errorf("%q: got %s, want %s", in, s, want)
		}
	}
	c.lang = "zh"
	if got := c.runs("以 EUR 计的万元"); len(got) != 1 || got[0].Lang != "" {
		t.Errorf("a Chinese page marks %v", got)
	}
}
