package table_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"gongkai/internal/finding"
	"gongkai/internal/source"
)

// insideItsFile fails where a finding's place is beyond the text that the
// publisher's editor shows.
func insideItsFile(t *testing.T, l *finding.List, files map[string][]byte) {
	t.Helper()
	for _, f := range l.All() {
		raw, known := files[strings.TrimPrefix(f.Pos.File, "data/")]
		if !known {
			t.Fatalf("%s: %q is no file that was read", f.Rule.ID, f.Pos.File)
		}
		text, ok := source.Decode("x", raw, "", &finding.List{})
		if !ok || f.Pos.Line == 0 {
			continue
		}
		lines := strings.Split(string(text), "\n")
		if f.Pos.Line > len(lines) || f.Pos.Col > utf8.RuneCountInString(lines[f.Pos.Line-1])+1 {
			t.Fatalf("%s stands at line %d, column %d of %d lines: %q", f.Rule.ID, f.Pos.Line, f.Pos.Col, len(lines), raw)
		}
		badFormat := strings.Contains(f.Message.EN+f.Message.ZH+f.Hint.EN+f.Hint.ZH, "%!") && !bytes.Contains(raw, []byte("%"))
		if f.Message.ZH == "" || f.Message.EN == "" || badFormat {
			t.Fatalf("%s: message %+v, hint %+v", f.Rule.ID, f.Message, f.Hint)
		}
	}
}

func fuzzed(t *testing.T, files map[string][]byte) {
	t.Helper()
	w, l := read(files, names(files))
	insideItsFile(t, l, files)
	if !l.HasErrors() {
		againTheSame(t, w)
	}
}

func FuzzDecodeCSV(f *testing.F) {
	for _, seed := range []string{
		"id,title,amount_awarded\nP1,送餐,15万元\n",
		"title,Vendor,decided\nMeals,X,05/06/2014\nMeals,X,22/07/2014\n",
		"一览\n编号;项目名称;合同金额（万元）\n1;\"a\"\"b\n\";2\n合计;;2\n注：x\n",
		"id,Recipient Org:Identifier,Recipient Org:Name,组织类型,remark,remark,\nP1,GB-1,\"A; B\",企业,=1+1,@x,z\n",
		"\xef\xbb\xbfid\ttitle\rP1\t\u202ex\r",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<12 {
			return
		}
		fuzzed(t, map[string][]byte{"projects.csv": text})
	})
}

func FuzzDecodeYAML(f *testing.F) {
	f.Add([]byte("- id: 012345\n  title: {zh: 送餐, en: Meals}\n  organization: [甲, 乙]\n"))
	f.Add([]byte("- {id: a, titel: b, decided: 05/06/2014}\n- id: b\n  amount_awarded: |\n    5\n"))
	f.Add([]byte("- title_en: x\n  Vendor: ; \n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<12 {
			return
		}
		fuzzed(t, map[string][]byte{"projects.yaml": text})
	})
}

func FuzzMapping(f *testing.F) {
	f.Add([]byte("projects:\n  columns: {phrase: amount_awarded, b: organization.kind, id: summary}\n  extract: {amount_awarded: '约([0-9.]+)'}\n  missing: [NA]\n"))
	f.Add([]byte("projects:\n  id: [a, b]\n  repeated: last\n  dates: D/M/Y\n  constants: {agency: X, title_en: Y, currency: USD, organization.name: Z}\n"))
	f.Add([]byte("projects:\n  units: {amount_awarded: 万美元}\n  values: {state: {x: closed}}\n  skip_rows: 1\n  files: ['*.csv']\n"))
	table := []byte("id,a,b,phrase,decided,state,amount_awarded\nP1,A,企业,共约12.5左右,05/06/2014,x,5\nP1,NA,,其他,,,\n")
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<12 || bytes.Contains(text, []byte("<<<<<<<")) {
			return
		}
		fuzzed(t, map[string][]byte{"columns.yaml": text, "projects.csv": table})
	})
}
