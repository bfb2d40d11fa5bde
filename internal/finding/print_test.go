package finding

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	unknown = &Rule{
		ID: "unknown-reference", Severity: Error, Title: Text{"引用无着落", "A reference to no row"},
		Why: Text{"读者会走到空处", "Readers would be led nowhere"}, Fix: Text{"改正标识", "Mend the identifier"},
	}
	doubtful = &Rule{ID: "exponent-amount", Severity: Warning, Title: Text{"科学计数法", "An amount in scientific notation"}}
	told     = &Rule{ID: "total-row", Severity: Info, Title: Text{"合计行", "A total row"}}
)

// sample holds one finding of each severity, with every part that is printed.
func sample() []Finding {
	var l List
	l.Add(Finding{
		Rule: unknown, Pos: Pos{"data/contracts.csv", 2, 11}, Field: "organization", Value: "ACME-7",
		Message: Textf("organizations 中没有 %q", "organization %q is in no row of organizations", "ACME-7"),
		Hint:    Text{"是否指 “ACME-70”？", `did you mean "ACME-70"?`},
		Related: []Related{{Pos{"data/organizations.csv", 1, 0}, Text{"此表", "the table"}}},
	})
	l.Add(Finding{
		Rule: doubtful, Pos: Pos{"data/contracts.csv", 3, 6}, Field: "amount", Value: "1E3",
		Message: Text{"金额 \"1E3\" 读作 1000", "the amount \"1E3\" was read as 1000"},
	})
	l.Add(Finding{Rule: told, Pos: Pos{File: "data/a b,c:d.csv"}, Message: Text{"略去", "left out, 100%"}})
	return l.All()
}

func lines(file string, line int) (string, bool) {
	text, ok := map[string]string{
		"data/contracts.csv:2": "C-12,P001,ACME-7,2010-03-01\r\n",
		"data/contracts.csv:3": "社区照护,1E3,\x1b[31mred\t终",
	}[fmt.Sprintf("%s:%d", file, line)]
	return text, ok
}

func TestTextMarksThePlaceAndSaysWhatToDo(t *testing.T) {
	for lang, want := range map[string]string{
		"en": `data/a b,c:d.csv: note: left out, 100% [total-row]
data/contracts.csv:2:11: error: organization "ACME-7" is in no row of organizations [unknown-reference]
    C-12,P001,ACME-7,2010-03-01
              ^^^^^^
    data/organizations.csv:1: the table
    hint: did you mean "ACME-70"?
data/contracts.csv:3:6: warning: the amount "1E3" was read as 1000 [exponent-amount]
    社区照护,1E3,␛[31mred 终
             ^^^
1 error, 1 warning, 1 note
`,
		"zh": `data/a b,c:d.csv: 提示：略去 [total-row]
data/contracts.csv:2:11: 错误：organizations 中没有 "ACME-7" [unknown-reference]
    C-12,P001,ACME-7,2010-03-01
              ^^^^^^
    data/organizations.csv:1: 此表
    提示：是否指 “ACME-70”？
data/contracts.csv:3:6: 警告：金额 "1E3" 读作 1000 [exponent-amount]
    社区照护,1E3,␛[31mred 终
             ^^^
1 个错误，1 个警告，1 个提示
`,
	} {
		var b strings.Builder
		if err := WriteText(&b, sample(), TextOptions{Lang: lang, Line: lines}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, b.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}

func TestTextCountsWhatItLeavesOut(t *testing.T) {
	var l List
	for i := range 13 {
		l.Add(Finding{Rule: told, Pos: Pos{File: "data/x.csv", Line: i + 1}, Message: Text{"略", "left out"}})
	}
	l.Add(Finding{Rule: unknown, Pos: Pos{File: "data/y.csv"}, Message: Text{"无", "none"}})
	for lang, want := range map[string]string{
		"en": "data/x.csv:10: note: left out [total-row]\n… and 3 more [total-row] in data/x.csv\n" +
			"data/y.csv: error: none [unknown-reference]\n1 error, 13 notes\n",
		"zh": "data/x.csv:10: 提示：略 [total-row]\n…… data/x.csv 另有 3 处 [total-row]\n" +
			"data/y.csv: 错误：无 [unknown-reference]\n1 个错误，13 个提示\n",
	} {
		var b strings.Builder
		if err := WriteText(&b, l.All(), TextOptions{Lang: lang, Max: 10}); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); !strings.HasSuffix(got, want) || strings.Contains(got, "x.csv:11") {
			t.Errorf("got:\n%s", got)
		}
	}
	var all strings.Builder
	if err := WriteText(&all, l.All(), TextOptions{}); err != nil || strings.Count(all.String(), "\n") != 15 {
		t.Errorf("Max 0 left something out:\n%s", all.String())
	}
}

func TestTextColoursOnlyWhenAsked(t *testing.T) {
	var plain, coloured strings.Builder
	if err := WriteText(&plain, sample(), TextOptions{Line: lines}); err != nil {
		t.Fatal(err)
	}
	if err := WriteText(&coloured, sample(), TextOptions{Line: lines, Color: true}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plain.String(), "\x1b") {
		t.Error("an escape without Color")
	}
	bare := strings.NewReplacer("\x1b[1m", "", "\x1b[1;31m", "", "\x1b[1;33m", "", "\x1b[1;36m", "", "\x1b[0m", "").Replace(coloured.String())
	if bare != plain.String() || bare == coloured.String() {
		t.Errorf("colours change the text:\n%q", coloured.String())
	}
}

func TestNothingFromAFileReachesTheTerminalRaw(t *testing.T) {
	const evil = "a\x1b]0;x\x07\u202e\u200b\x9b\r\n\xff"
	list := []Finding{{
		Rule: unknown, Severity: Error, Pos: Pos{evil, 1, 2}, Value: evil, Field: evil,
		Message: Text{evil, evil}, Hint: Text{evil, evil}, Related: []Related{{Pos{evil, 1, 1}, Text{evil, evil}}},
	}}
	var text, object, sarif, github strings.Builder
	for name, err := range map[string]error{
		"text":  WriteText(&text, list, TextOptions{Line: func(string, int) (string, bool) { return evil, true }}),
		"json":  WriteJSON(&object, list, "en"),
		"sarif": WriteSARIF(&sarif, list, "en", "1"),
	} {
		if err != nil {
			t.Error(name, err)
		}
	}
	if err := WriteGitHub(&github, list, "en"); err != nil {
		t.Error(err)
	}
	for _, out := range []string{text.String(), object.String(), sarif.String(), github.String()} {
		if strings.ContainsAny(out, "\x1b\x07\u202e\u200b\u009b\r") || strings.Contains(out, "\xff") {
			t.Errorf("raw characters in %q", out)
		}
	}
}

func TestExcerptKeepsWhatIsAroundThePlace(t *testing.T) {
	long := strings.Repeat("甲", 60) + ",BAD," + strings.Repeat("乙", 60)
	text, mark := excerpt(long, 62, "BAD")
	if want := "…" + strings.Repeat("甲", 19) + ",BAD," + strings.Repeat("乙", 28) + "…"; text != want {
		t.Errorf("%q", text)
	}
	if want := strings.Repeat(" ", 40) + "^^^"; mark != want {
		t.Errorf("%q", mark)
	}
	for _, c := range []struct {
		line  string
		col   int
		value string
		mark  string
	}{
		{"a,社区", 3, "社区", "  ^^^^"}, {`a,"x"`, 3, "x", "  ^^^"}, {"ab", 9, "", "  ^"}, {"", 1, "", "^"},
		{"a\tb", 3, "b", "  ^"}, {"e\u0301x", 3, "x", " ^"}, {"abc", 2, "other", " ^"},
	} {
		if _, mark := excerpt(c.line, c.col, c.value); mark != c.mark {
			t.Errorf("excerpt(%q, %d, %q): %q", c.line, c.col, c.value, mark)
		}
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("C-12,P001,ACME-7", 11, "ACME-7")
	f.Add("社区\x1b[31m\xff\u202e", 3, "")
	f.Fuzz(func(t *testing.T, line string, col int, value string) {
		text, mark := excerpt(line, col, value)
		if text != show(text) || !strings.Contains(mark, "^") {
			t.Fatalf("%q, %q", text, mark)
		}
		if cells(text) > excerptCells+2*cells("…") {
			t.Fatalf("%d columns: %q", cells(text), text)
		}
	})
}

func TestJSONHasEveryKey(t *testing.T) {
	var b strings.Builder
	if err := WriteJSON(&b, sample(), "en"); err != nil {
		t.Fatal(err)
	}
	want := `[
{"check":"total-row","severity":"info","file":"data/a b,c:d.csv","line":0,"column":0,"field":"","value":"","message":"left out, 100%","hint":""},
{"check":"unknown-reference","severity":"error","file":"data/contracts.csv","line":2,"column":11,"field":"organization","value":"ACME-7","message":"organization \"ACME-7\" is in no row of organizations","hint":"did you mean \"ACME-70\"?"},
{"check":"exponent-amount","severity":"warning","file":"data/contracts.csv","line":3,"column":6,"field":"amount","value":"1E3","message":"the amount \"1E3\" was read as 1000","hint":""}
]
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	b.Reset()
	if err := WriteJSON(&b, nil, "en"); err != nil || b.String() != "[]\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}

func TestJSONKeepsValuesExact(t *testing.T) {
	const value = "<a>\u202e\U000E0041\x00社"
	var b strings.Builder
	if err := WriteJSON(&b, []Finding{{Rule: told, Severity: Info, Value: value}}, "zh"); err != nil {
		t.Fatal(err)
	}
	var back []jsonFinding
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil || back[0].Value != value {
		t.Errorf("%q, %v", b.String(), err)
	}
}

func TestSARIFPointsAtPlacesAndRules(t *testing.T) {
	var b strings.Builder
	if err := WriteSARIF(&b, sample(), "en", "1.2.3"); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal([]byte(b.String()), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	var got []string
	for _, r := range run.Results {
		rule := run.Tool.Driver.Rules[r.RuleIndex]
		place := r.Locations[0].Physical
		got = append(got, fmt.Sprint(r.Level, " ", r.RuleID == rule.ID, " ", rule.Short.Text, " ", place.Artifact.URI, " ", place.Region))
	}
	want := []string{
		"note true A total row data/a%20b,c:d.csv <nil>",
		"error true A reference to no row data/contracts.csv &{2 11}",
		"warning true An amount in scientific notation data/contracts.csv &{3 6}",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if log.Version != "2.1.0" || run.Tool.Driver.Version != "1.2.3" || run.Results[1].Related[0].Message.Text != "the table" {
		t.Errorf("%+v", log)
	}
	b.Reset()
	if err := WriteSARIF(&b, nil, "en", ""); err != nil || !strings.Contains(b.String(), `"results": []`) {
		t.Errorf("%s, %v", b.String(), err)
	}
}

func TestGitHubCommandsAreEscaped(t *testing.T) {
	var b strings.Builder
	if err := WriteGitHub(&b, sample(), "en"); err != nil {
		t.Fatal(err)
	}
	want := `::notice file=data/a b%2Cc%3Ad.csv,title=total-row::left out, 100%25
::error file=data/contracts.csv,line=2,col=11,title=unknown-reference::organization "ACME-7" is in no row of organizations%0Adid you mean "ACME-70"?
::warning file=data/contracts.csv,line=3,col=6,title=exponent-amount::the amount "1E3" was read as 1000
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}
