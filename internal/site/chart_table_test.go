package site

import (
	"slices"
	"strconv"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/source"
	"gongkai/internal/value"
)

// demonstration is the plan of the demonstration site.
func demonstration(t testing.TB) *Plan {
	t.Helper()
	src, err := source.Open("../..")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { src.Close() })
	l := &finding.List{}
	return New(model.Load(src, model.LoadOptions{}, l), Options{}, l)
}

// charts are the demonstration's, by name.
func charts(t testing.TB, p *Plan, lang string) map[string]Chart {
	t.Helper()
	all := map[string]Chart{}
	for _, ch := range p.SampleCharts(lang) {
		all[ch.Name] = ch
	}
	if all[""].Name != "" || len(all) != 11 {
		t.Fatalf("the demonstration has %d charts, want 11", len(all))
	}
	return all
}

// rowOf is the row of a table whose first cell leads where the mark does, else
// is called the same.
func rowOf(ch Chart, m Mark) []Cell {
	i := slices.IndexFunc(ch.Table.Rows, func(row []Cell) bool {
		for _, cell := range row[:min(2, len(row))] {
			if m.Href != "" && cell.Href == m.Href || m.Href == "" && cell.Text == m.Text {
				return true
			}
		}
		return false
	})
	if i < 0 {
		return nil
	}
	return ch.Table.Rows[i]
}

// checkCells holds a mark's amounts against the last cells of its row.
func checkCells(t *testing.T, lang string, ch Chart, m Mark, cells []Cell) {
	t.Helper()
	for i, n := range m.Values {
		want := ""
		if n.Text != "" {
			want = value.NewMoney(n.Value, value.CNY).Full(lang)
		}
		got := cells[i].Text
		if got == "–" {
			got = ""
		}
		if n.Text != "" && got != want {
			t.Errorf("%s in %s: %s draws %s, its table has %s", ch.Name, lang, m.Text, want, got)
		}
	}
}

func TestMoneyIsTheSameInPictureAndTable(t *testing.T) {
	p := demonstration(t)
	for _, lang := range []string{"zh", "en"} {
		all := charts(t, p, lang)
		for name, first := range map[string]int{"years": 3, "areas": 2, "agencies": 2, "organizations": 2, "flow": 3, "money": 1} {
			ch, seen := all[name], 0
			for _, m := range ch.Marks {
				if m.Values[0].Text == "" {
					continue
				}
				row := rowOf(ch, m)
				if row == nil {
					t.Errorf("%s in %s: %s is in no row of the table", name, lang, m.Text)
					continue
				}
				checkCells(t, lang, ch, m, row[first:])
				seen++
			}
			if seen < 2 {
				t.Errorf("%s in %s: %d marks have a value", name, lang, seen)
			}
		}
		districts := all["districts"]
		for _, m := range districts.Marks {
			if row := rowOf(districts, m); m.Kind != KindBeside && row[2].Text != value.NewMoney(m.Values[0].Value, value.CNY).Full(lang) {
				t.Errorf("districts in %s: %s draws %s, its table has %s", lang, m.Text, m.Values[0].Text, row[2].Text)
			}
		}
		several := all["multiples"]
		columns := len(several.Marks) / len(several.Panels)
		for i, m := range several.Marks {
			checkCells(t, lang, several, Mark{Link: m.Link, Values: m.Values[:1]}, several.Table.Rows[m.Row][1+i%columns:])
		}
	}
}

func TestCountsAndScoresAreTheSameInPictureAndTable(t *testing.T) {
	p := demonstration(t)
	for _, lang := range []string{"zh", "en"} {
		all := charts(t, p, lang)
		sizes := all["sizes"]
		total := int64(0)
		for i, m := range sizes.Marks {
			total += m.Values[0].Value
			if got := sizes.Table.Rows[i][1].Text; got != strconv.FormatInt(m.Values[0].Value, 10) {
				t.Errorf("sizes in %s: %s draws %d, its table has %s", lang, m.Text, m.Values[0].Value, got)
			}
		}
		if total != 350 {
			t.Errorf("sizes in %s: there are %d awards, want 350", lang, total)
		}
		for i, m := range all["scores"].Marks {
			for j, n := range m.Values {
				if got := all["scores"].Table.Rows[i][2+j].Text; got != n.Text {
					t.Errorf("scores in %s: %s draws %s, its table has %s", lang, m.Text, n.Text, got)
				}
			}
		}
		for i, m := range all["evaluations"].Marks {
			row := all["evaluations"].Table.Rows[i]
			if row[0].Text != m.Values[0].Text || row[3].Text != m.Values[1].Text || m.Values[1].Value != decimalIn(mustDecimal(t, m.Values[1].Text), scoreUnit) {
				t.Errorf("evaluations in %s: mark %v is row %v", lang, m, row)
			}
		}
	}
}

func mustDecimal(t *testing.T, s string) value.Decimal {
	t.Helper()
	d, p := value.ParseDecimal(s)
	if p != nil {
		t.Fatal(p)
	}
	return d
}

// TestWhatFlowsInFlowsOut: a flow neither makes nor loses money.
func TestWhatFlowsInFlowsOut(t *testing.T) {
	ch := charts(t, demonstration(t), "zh")["flow"]
	last := ch.Marks[len(ch.Marks)-1].Col
	in, out := make([]int64, len(ch.Marks)), make([]int64, len(ch.Marks))
	for _, f := range ch.Flows {
		if ch.Marks[f.From].Col+1 != ch.Marks[f.To].Col {
			t.Errorf("%s flows to %s", ch.Marks[f.From].Text, ch.Marks[f.To].Text)
		}
		out[f.From] += f.Amount.Value
		in[f.To] += f.Amount.Value
	}
	for i, m := range ch.Marks {
		if m.Col > 0 && in[i] != m.Values[0].Value || m.Col < last && out[i] != m.Values[0].Value {
			t.Errorf("%s is %d, %d flows in and %d out", m.Text, m.Values[0].Value, in[i], out[i])
		}
	}
	if last != 3 {
		t.Errorf("the flow has %d stages, want 4", last+1)
	}
}
