package build_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/build"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// lay writes files by name below a folder.
func lay(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDeclaringATableIsEnough builds a site of a single record of each table of
// the dataset, with a value in every field. Nothing here names a table, so one
// that is added is held to the same: its list, its pages, its downloads, its
// entry in the dictionary and a way to all of them from the first page.
func TestDeclaringATableIsEnough(t *testing.T) {
	words := interfaceWords(t)
	for _, s := range model.Schemas() {
		t.Run(s.Info.Name, func(t *testing.T) {
			dir := t.TempDir()
			lay(t, dir, map[string]string{
				"data/site.yaml":                "title: {zh: 公开, en: In the open}\nlanguages: [zh, en]\ncurrency: CNY\n",
				"data/" + s.Info.Name + ".csv":  oneRecord(s),
				"content/policies/rule-1.md":    "# 办法\n\n正文。\n",
				"content/policies/rule-1.en.md": "# Rule\n\nText.\n",
			})
			site := openSite(t, build.Options{Source: dir})
			c := crawlSite(t, site, words)
			checkTableIsThere(t, c, s)
		})
	}
}

// oneRecord is a table's file with one row that has a value for every field.
// Tables that it refers to are not there: their records are made.
func oneRecord(s *table.Schema) string {
	var heads, cells []string
	add := func(head, cell string) { heads, cells = append(heads, head), append(cells, cell) }
	for _, f := range s.Fields {
		switch {
		case f.Kind == table.KindText:
			add(f.Name+"_zh", "文字"+f.Name)
			add(f.Name+"_en", "text of "+f.Name)
		case f.Kind == table.KindRef && f.Target == s.Info.Name:
			// Its own table is there, and holds no other record.
		default:
			add(f.Name, cellOf(s, f))
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.WriteAll([][]string{heads, cells})
	return b.String()
}

func cellOf(s *table.Schema, f *table.Field) string {
	switch f.Kind {
	case table.KindID:
		return "R-1"
	case table.KindMoney:
		return "1234.50"
	case table.KindCurrency:
		return "CNY"
	case table.KindDate:
		return "2010-05-06"
	case table.KindYear:
		return "2010"
	case table.KindCount:
		return "42"
	case table.KindDecimal:
		return "87.5"
	case table.KindShare:
		return "0.5"
	case table.KindBool:
		return "true"
	case table.KindEnum:
		return f.Enum.Values[0].Code
	case table.KindRef:
		return "MADE-1"
	case table.KindLink:
		return "https://example.org/" + f.Name
	case table.KindSubject:
		return s.Info.Name + ":R-1"
	case table.KindNote:
		return "rule-1"
	case table.KindPoint:
		return "39.9,116.4"
	case table.KindCreditCode:
		return creditCode()
	}
	return "W-" + f.Name
}

// creditCode is a code of no organization whose check character is right.
func creditCode() string {
	for _, last := range "0123456789ABCDEFGHJKLMNPQRTUWXY" {
		if code := "51000000000000000" + string(last); value.CreditCode(code) == nil {
			return code
		}
	}
	return ""
}

// checkTableIsThere looks for the table in every place that shows tables.
func checkTableIsThere(t *testing.T, c *crawl, s *table.Schema) {
	t.Helper()
	name := s.Info.Name
	record := c.site.Data.Find(name, "R-1")
	if record == nil {
		t.Fatal("the record was not read")
	}
	for lang, prefix := range map[string]string{"zh": "", "en": "en/"} {
		list, page := prefix+name+"/index.html", prefix+model.Path(record)+".html"
		for from, to := range map[string]string{prefix + "index.html": list, list: page} {
			if s := c.pages[from]; s == nil || !slices.Contains(s.to, to) {
				t.Errorf("%s has no link to %s", from, to)
			}
		}
		if s := c.pages[prefix+"data/index.html"]; s == nil || !s.ids["table-"+name] {
			t.Errorf("%sdata/index.html has no entry of the table in its dictionary", prefix)
		}
		shown, dictionary := renderText(t, c.site, page), renderText(t, c.site, prefix+"data/index.html")
		for _, f := range s.Fields {
			if f.Title.In(lang) == "" {
				t.Errorf("the field %s has no title in %s", f.Name, lang)
			}
			if !f.IsZero(record) && !strings.Contains(shown, f.Title.In(lang)) {
				t.Errorf("%s does not show the field %s", page, f.Name)
			}
			if !f.IsZero(record) && !strings.Contains(dictionary, f.Name) {
				t.Errorf("the dictionary in %s does not describe the field %s", lang, f.Name)
			}
		}
	}
	if got := outputText(t, c.site, "data/"+name+".csv"); !strings.Contains(got, "R-1") {
		t.Errorf("the download does not hold the record:\n%s", got)
	}
	if got := outputText(t, c.site, "data/index.json"); !strings.Contains(got, name+".csv") {
		t.Errorf("the list of downloads does not name the table:\n%s", got)
	}
}

// renderText is a page's text without its tags.
func renderText(t *testing.T, s *build.Site, url string) string {
	t.Helper()
	p, ok := s.Plan.Find(url)
	if !ok {
		t.Fatalf("there is no page %s", url)
	}
	var buf bytes.Buffer
	if err := s.Render(&buf, p); err != nil {
		t.Fatal(err)
	}
	parsed := parsePage(url, p.Lang, buf.Bytes(), func(kind, detail string) { t.Errorf("%s: %s: %s", url, kind, detail) })
	return text(parsed.root)
}

func outputText(t *testing.T, s *build.Site, path string) string {
	t.Helper()
	out, ok := s.Output(path)
	if !ok {
		t.Errorf("there is no %s", path)
		return ""
	}
	var buf bytes.Buffer
	if err := out.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}
