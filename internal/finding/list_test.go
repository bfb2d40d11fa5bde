package finding

import (
	"strings"
	"testing"
)

func TestListSortsCountsAndOverrides(t *testing.T) {
	l := List{Severities: map[string]Severity{"total-row": Error}}
	var other List
	other.Add(Finding{Rule: doubtful, Pos: Pos{"b.csv", 1, 1}})
	l.Add(Finding{Rule: told, Pos: Pos{"b.csv", 2, 1}})
	l.Add(Finding{Rule: told, Pos: Pos{"a.csv", 9, 1}})
	l.Merge(&other)
	got := ""
	for _, f := range l.All() {
		got += f.Pos.File + " " + f.Severity.String() + "; "
	}
	if got != "a.csv error; b.csv warning; b.csv error; " {
		t.Error(got)
	}
	if l.Count(Error) != 2 || l.Count(Warning) != 1 || l.Count(Info) != 0 || !l.HasErrors() || other.HasErrors() {
		t.Error("counts")
	}
}

func TestSeverityNames(t *testing.T) {
	for _, s := range []Severity{Info, Warning, Error} {
		if back, ok := ParseSeverity(s.String()); back != s || !ok {
			t.Error(s)
		}
	}
	if _, ok := ParseSeverity("fatal"); ok {
		t.Error("an unknown name was taken")
	}
	if got := Severity(0).String(); got != "Severity(0)" {
		t.Error(got)
	}
}

func TestListMasksEveryText(t *testing.T) {
	l := List{Mask: func(s string) string { return strings.ReplaceAll(s, "secret", "s*****") }}
	related := []Related{{Pos{File: "secret.csv"}, Text{"又见 secret", "secret again"}}}
	l.Add(Finding{
		Rule: told, Pos: Pos{File: "data/secret.csv"}, Value: "a\u200bsecret",
		Message: Textf("%q", "%q stands here", "a\u200bsecret"), Hint: Text{"删去 secret", "delete secret"}, Related: related,
	})
	for _, lang := range []string{"zh", "en"} {
		var b strings.Builder
		if err := WriteText(&b, l.All(), TextOptions{Lang: lang}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "secret") || !strings.Contains(b.String(), "s*****") {
			t.Error(b.String())
		}
	}
	if l.All()[0].Value != "a\u200bs*****" || related[0].Pos.File != "secret.csv" {
		t.Errorf("%+v, %+v", l.All()[0], related)
	}
}

func TestListCountsWhatItDoesNotKeep(t *testing.T) {
	const n = maxKept + 5
	var part, l List
	for i := range n {
		part.Add(Finding{Rule: told, Pos: Pos{File: "a.csv", Line: i + 1}})
	}
	part.Add(Finding{Rule: told, Pos: Pos{File: "b.csv", Line: 1}})
	l.Merge(&part)
	all := l.All()
	if len(all) != maxKept+2 || all[0].Pos.Line != 0 || all[0].Message.EN != "5 more findings of this kind are not listed" {
		t.Errorf("%d findings, the first says %q", len(all), all[0].Message.EN)
	}
	if got := l.Count(all[0].Severity); got != n+1 {
		t.Errorf("%d are counted, want %d", got, n+1)
	}
	if again := l.All(); len(again) != len(all) {
		t.Errorf("asked again there are %d", len(again))
	}
}
