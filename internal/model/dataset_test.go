package model

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"

	"github.com/google/go-cmp/cmp"
)

// folded is how headings and codes are told apart: without case, width, spaces
// and joiners.
func folded(s string) string {
	return strings.NewReplacer(" ", "", "_", "", "-", "").Replace(value.Fold(s))
}

// claims enters spellings for an owner and reports those another one has.
type claims map[string]string

func (c claims) enter(t *testing.T, where, owner string, spellings ...string) {
	t.Helper()
	for _, s := range spellings {
		key := folded(s)
		if key == "" {
			t.Errorf("%s: %s has a blank spelling", where, owner)
		}
		if other, taken := c[key]; taken && other != owner {
			t.Errorf("%s: %q means both %s and %s", where, s, other, owner)
		}
		c[key] = owner
	}
}

func TestEveryTableOfTheDesignIsDeclared(t *testing.T) {
	want := strings.Fields(`agencies organizations areas districts services programmes budgets calls projects contracts
		payments evaluations honours subsidies venues events trainings documents figures corrections`)
	var got []string
	for _, s := range Schemas() {
		got = append(got, s.Info.Name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tables (-want +got):\n%s", diff)
	}
}

func TestEveryTableIsNamedInBothLanguages(t *testing.T) {
	zh, en := claims{}, claims{}
	for _, s := range Schemas() {
		i := s.Info
		for _, text := range []finding.Text{i.Title, i.One, i.About} {
			if text.ZH == "" || text.EN == "" {
				t.Errorf("%s: %+v lacks a language", i.Name, text)
			}
		}
		zh.enter(t, "tables", i.Name, i.Title.ZH, i.One.ZH)
		en.enter(t, "tables", i.Name, i.Title.EN, i.One.EN)
	}
}

func TestEveryFieldIsTitledInBothLanguages(t *testing.T) {
	for _, s := range Schemas() {
		for _, f := range s.Fields {
			if f.Title.ZH == "" || f.Title.EN == "" {
				t.Errorf("%s.%s: title %+v lacks a language", s.Info.Name, f.Name, f.Title)
			}
			if (f.About.ZH == "") != (f.About.EN == "") {
				t.Errorf("%s.%s: explained in one language only: %+v", s.Info.Name, f.Name, f.About)
			}
		}
	}
}

func TestNoHeadingMeansTwoFields(t *testing.T) {
	schemas := map[string]*table.Schema{}
	for _, s := range Schemas() {
		schemas[s.Info.Name] = s
	}
	for _, s := range schemas {
		c := claims{}
		for _, f := range s.Fields {
			c.enter(t, s.Info.Name, f.Name, f.Name, f.Title.ZH, f.Title.EN)
			c.enter(t, s.Info.Name, f.Name, f.Aliases...)
			c.enter(t, s.Info.Name, f.Name, f.Weak...)
			for sub, headings := range f.Subs {
				if schemas[f.Target].Field(sub) == nil {
					t.Errorf("%s.%s: %s has no field %q", s.Info.Name, f.Name, f.Target, sub)
				}
				c.enter(t, s.Info.Name, f.Name+"."+sub, headings...)
			}
		}
	}
}

// A published notice has both headings; were they one field, its file could not
// be read.
func TestTitleAndSubjectOfANoticeStandApart(t *testing.T) {
	for _, name := range []string{"calls", "projects"} {
		f := new(Dataset).Table(name).Schema().Field("title")
		if !slices.Contains(f.Aliases, "标题") || slices.Contains(f.Aliases, "采购项目名称") {
			t.Errorf("%s.title takes the headings %q", name, f.Aliases)
		}
	}
}

func TestEveryEnumIsLabelledAndUnambiguous(t *testing.T) {
	for _, s := range Schemas() {
		for _, f := range s.Fields {
			if f.Kind != table.KindEnum {
				continue
			}
			where, c := s.Info.Name+"."+f.Name, claims{}
			for _, v := range f.Enum.Values {
				c.enter(t, where, v.Code, v.Code, v.Title.ZH, v.Title.EN)
				c.enter(t, where, v.Code, v.Aliases...)
				for _, spelling := range append([]string{v.Title.ZH, v.Title.EN}, v.Aliases...) {
					if got, ok := f.Enum.Find(spelling); !ok || got.Code != v.Code {
						t.Errorf("%s: %q is not read as %q", where, spelling, v.Code)
					}
				}
			}
			if len(c) == 0 {
				t.Errorf("%s has no values", where)
			}
		}
	}
}

func TestKeysNameFields(t *testing.T) {
	for _, s := range Schemas() {
		if len(s.Info.Key) == 0 {
			t.Errorf("%s has no key", s.Info.Name)
		}
		for _, part := range s.Info.Key {
			for name := range strings.SplitSeq(part, "|") {
				if s.Field(name) == nil {
					t.Errorf("%s: key names %q, which is no field", s.Info.Name, name)
				}
			}
		}
	}
}

func TestABudgetsSourceIsThatOfItsMoney(t *testing.T) {
	f := new(Dataset).Table("budgets").Schema().Field("source")
	if f.Kind != table.KindEnum || f.Common {
		t.Errorf("budgets.source is %v, common %v", f.Kind, f.Common)
	}
}

// sample is a cell that a field of the kind can hold.
func sample(f *table.Field) string {
	switch f.Kind {
	case table.KindMoney:
		return "1500000"
	case table.KindCurrency:
		return "CNY"
	case table.KindDate:
		return "2010-03-01"
	case table.KindYear:
		return "2010"
	case table.KindCount:
		return "12"
	case table.KindDecimal:
		return "87.5"
	case table.KindShare:
		return "0.9"
	case table.KindBool:
		return "true"
	case table.KindEnum:
		return f.Enum.Values[0].Code
	case table.KindLink:
		return "https://example.org/a.pdf"
	case table.KindSubject:
		return "projects:R1"
	case table.KindPoint:
		return "31.23,121.47"
	case table.KindCreditCode:
		return "11110000XX0000019Q"
	}
	return "R1"
}

// Every table takes a full row, joins what it refers to, names the record and
// gives the row back.
func TestEveryTableReadsAFullRow(t *testing.T) {
	for _, s := range Schemas() {
		t.Run(s.Info.Name, func(t *testing.T) {
			var row []string
			for _, f := range s.Fields {
				row = append(row, sample(f))
			}
			var text bytes.Buffer
			if err := csv.NewWriter(&text).WriteAll([][]string{s.Names(), row}); err != nil {
				t.Fatal(err)
			}
			files := map[string]string{s.Info.Name: text.String()}
			if s.Field("subject") != nil {
				files["projects"] = "id,title\nR1,What the row is about\n"
			}
			d := read(t, files)
			e := d.Find(s.Info.Name, "R1")
			if e == nil {
				t.Fatal("the row is not found by its id")
			}
			for _, f := range s.Fields {
				if got := f.Plain(e); got != sample(f) {
					t.Errorf("%s = %q, want %q", f.Name, got, sample(f))
				}
			}
			for _, lang := range []string{"zh", "en"} {
				if s.Label(e, lang) == "" {
					t.Errorf("no label in %q", lang)
				}
			}
			var out bytes.Buffer
			if err := table.WriteCSV(&out, d.Table(s.Info.Name), yuan(0).Currency()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(text.String(), out.String()); diff != "" {
				t.Errorf("published (-read +written):\n%s", diff)
			}
		})
	}
}

func TestFindKnowsNoOtherTables(t *testing.T) {
	var d Dataset
	d.Projects.Add(&Project{Record: table.Record{ID: "P1"}})
	if d.Find("projects", "P1") == nil {
		t.Error("projects:P1 is not found")
	}
	if d.Find("projects", "P2") != nil || d.Find("wonders", "P1") != nil || d.Table("wonders") != nil {
		t.Error("found what does not stand")
	}
}
