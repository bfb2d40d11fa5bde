package table_test

import (
	"testing"
	"unsafe"

	"gongkai/internal/finding"
	"gongkai/internal/table"
)

func TestACodeIsReadIntoItsConstant(t *testing.T) {
	w, l := read(map[string][]byte{
		"projects.csv": []byte("id,title,state\nP1,A,approved\nP2,B,已结项\nP3,C,Completed\nP4,D,\nP5,E,unknown\n"),
	}, []string{"projects.csv"})
	if l.HasErrors() {
		t.Fatal(report(l))
	}
	for i, want := range []state{stateApproved, stateCompleted, stateCompleted, 0, 0} {
		p := w.Projects.Rows[i]
		if p.State != want || w.Projects.Schema().Field("state").Plain(p) != want.String() {
			t.Errorf("%s is %q, want %q", p.ID, p.State, want)
		}
	}
	if size := unsafe.Sizeof(stateApproved); size != 1 {
		t.Errorf("a code takes %d bytes", size)
	}
}

func TestACodeIsNamedByItsValue(t *testing.T) {
	for _, c := range []struct {
		of     kind
		text   string
		zh, en string
		lang   string
	}{
		{kindFoundation, "foundation", "基金会", "Foundation", "zh"},
		{kindCompany, "company", "企业", "Company", "zh-Hant"},
		{0, "", "", "", "en"},
	} {
		if c.of.String() != c.text || c.of.Title() != (finding.Text{ZH: c.zh, EN: c.en}) || c.of.Label(c.lang) != c.of.Title().In(c.lang) {
			t.Errorf("%q is named %+v", c.of, c.of.Title())
		}
	}
}

func TestEveryNumberOfAListHasAValue(t *testing.T) {
	for name, values := range map[string][]table.EnumValue{
		"none":            {},
		"one that is not": {kindCompany: {Code: "company"}},
		"missing as well": {{Code: "missing"}, {Code: "foundation"}},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: taken", name)
				}
			}()
			table.NewEnum(values)
		}()
	}
}
