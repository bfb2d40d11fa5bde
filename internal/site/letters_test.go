package site

import (
	"fmt"
	"strings"
	"testing"
)

func TestLettersOfNames(t *testing.T) {
	for _, c := range []struct{ lang, names, letters string }{
		{"zh", "安徽省 北京市 常州 东城 鄂尔多斯 福建 广州 湖南 江苏 昆明 辽宁 闽南 南京 欧阳 浦东 青岛 日照 上海 天津 文化 西安 扬州 浙江", "A B C D E F G H J K L M N O P Q R S T W X Y Z"},
		{"zh", "360公益 Ａ社 abc あい “上海”协会 —", "digit latin latin other S other"},
		{"en", "alpha Élan ßeta 3rd 上海 “Quoted”", "A E ß digit other Q"},
	} {
		l := newLetters(c.lang)
		var got []string
		for name := range strings.FieldsSeq(c.names) {
			got = append(got, l.of(name))
		}
		if s := strings.Join(got, " "); s != c.letters {
			t.Errorf("%s: the letters of %s are\n%s, want\n%s", c.lang, c.names, s, c.letters)
		}
	}
}

func TestALongListOfNamesHasLetters(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,name_zh,name_en\n")
	for i := range 60 {
		fmt.Fprintf(&b, "B%d,示例北社%02d,Sample North %02d\n", i, i, i)
	}
	b.WriteString("Z,示例中社,Sample Middle\n")
	p, _ := plan(t, map[string]string{"data/site.yaml": bilingual, "data/organizations.csv": b.String(), "data/projects.csv": projectsCSV(1)}, Options{})
	for url, want := range map[string]string{
		"organizations/index.html":      "B ../organizations/index.html#letter-B, Z ../organizations/index/2.html#letter-Z",
		"en/organizations/index/2.html": "M ../../organizations/index.html#letter-M, N ../../organizations/index.html#letter-N",
	} {
		page, _ := p.Find(url)
		v := p.View(page).(List)
		var got []string
		for _, l := range v.Letters {
			got = append(got, l.Text+" "+l.Href)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("the letters of %s are\n%s, want\n%s", url, s, want)
		}
	}
}
