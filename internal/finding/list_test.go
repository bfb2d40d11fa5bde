package finding

import "testing"

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
