package table_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// awkward are texts that a careless reader or writer loses, changes or runs.
var awkward = []string{
	"", "0", "007", "1e5", " lead", "trail ", "two  spaces", "a,b", "a;b", "a；b", `"`, `""`, `say "hi"`, "line\nbreak", "\n", "\n\nx", "tab\tx",
	"=1+1", "+1", "-1", "@x", "|x", "'quoted'", "#REF", "NULL", "nil", "true", "合计值", "Total of all", "注 x", "万元", "🙂🏽", "é", "e\u0301", "ﬁ", "Ａ", "x\u00a0y",
	"<b>x</b>", "{{.}}", "[[project:P1]]", "../../x", "C:\\x", "%s", "\\n", "—", "…", "　全角　", strings.Repeat("长", 3000), strings.Repeat("x,\"\n", 500),
}

// provenance is what differs: where a record stands and whether it was made.
var provenance = regexp.MustCompile(`(?m)(^\w+ "(?:[^"\\]|\\.)*") made|( at \S+:\d+)$`)

func withoutProvenance(records string) string { return provenance.ReplaceAllString(records, "$1") }

// Whatever stands in the cells, publishing and reading again gives the same
// records and the same bytes.
func TestPublishedTablesAreReadBackTheSame(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		text := awkwardTable(r)
		w, l := read(map[string][]byte{"projects.csv": text}, []string{"projects.csv"})
		if l.HasErrors() {
			t.Fatalf("seed %d: the table has errors:\n%s", seed, report(l))
		}
		if w.Projects.Len() < 20 {
			t.Fatalf("seed %d: %d records only", seed, w.Projects.Len())
		}
		first := w.publish()
		again, l := read(first, names(first))
		if l.HasErrors() {
			t.Fatalf("seed %d: the published tables have errors:\n%s", seed, report(l))
		}
		if diff := cmp.Diff(withoutProvenance(w.records()), withoutProvenance(again.records())); diff != "" {
			t.Fatalf("seed %d: records (-first +again):\n%.2000s", seed, diff)
		}
		for name, second := range again.publish() {
			if !bytes.Equal(first[name], second) {
				t.Fatalf("seed %d: %s differs", seed, name)
			}
		}
	}
}

// awkwardTable has half of the time no ids, so that they are made of the texts.
func awkwardTable(r *rand.Rand) []byte {
	headings := []string{"title", "title_en", "Vendor", "采购单位", "summary", "remark", "=remark", "a,b", "remark", "组织类型", "decided", "Amount (USD)"}
	if r.IntN(2) == 0 {
		headings = append(headings, "id")
	}
	r.Shuffle(len(headings), func(i, j int) { headings[i], headings[j] = headings[j], headings[i] })
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(headings)
	for i := range 30 {
		row := make([]string, len(headings))
		for j, h := range headings {
			switch h {
			case "id":
				row[j] = fmt.Sprintf("%03d%s", i, pick("", " x", "/y", "送", "%", "."))
			case "title":
				row[j] = fmt.Sprint(pick(awkward...), i)
			case "组织类型":
				row[j] = pick("企业", "foundation", "")
			case "decided":
				row[j] = pick("2010", "2010-03", "22/07/2014", "05/06/2014", "2010-03-01T09:30:00+08:00", "")
			case "Amount (USD)":
				row[j] = pick("5", "1,500.00", "¥7万元", "0", "-3", "£2", "")
			default:
				row[j] = pick(awkward...)
			}
		}
		w.Write(row)
	}
	w.Flush()
	return b.Bytes()
}
