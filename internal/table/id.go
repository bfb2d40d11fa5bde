package table

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// maxID is the longest identifier, in characters.
const maxID = 120

// idColumns are the columns that columns.yaml makes ids from.
func (d *decoder) idColumns() []int {
	if d.Mapping == nil {
		return nil
	}
	var cols []int
	for _, want := range d.Mapping.ID {
		found := false
		for i, c := range d.file.Columns {
			if foldHeading(c.Heading) == foldHeading(want) || c.Field == want && want != "" {
				cols, found = append(cols, i), true
				break
			}
		}
		if !found {
			d.list.Add(finding.Finding{
				Rule: unknownHeadingRule, Pos: finding.Pos{File: d.file.Name, Line: 1}, Value: want,
				Message: finding.Textf("columns.yaml 的 id 用到列名 %q，本文件没有", "id in columns.yaml uses the heading %q, which this file has not", want),
			})
		}
	}
	return cols
}

// register gives the record its id and adds it to the table.
func (d *decoder) register(e Entity, cells []string, row int) {
	rec := e.Rec()
	if !d.identify(e, cells, row) {
		d.t.store().broken = true
		return
	}
	last := d.Mapping != nil && d.Mapping.Repeated == "last"
	if i, ok := d.t.row(rec.ID); ok {
		if !last {
			d.duplicate(rec, d.t.At(i).Rec())
			return
		}
		d.replace(i, rec)
	}
	if last {
		if d.seen == nil {
			d.seen = map[string]bool{}
		}
		d.seen[rec.ID] = true
	}
	if f := d.schema.LabelField(); f != nil && f.IsZero(e) {
		d.unnamed++
	}
	d.t.Add(e)
}

// replace marks an earlier row of the same id as replaced by this one.
func (d *decoder) replace(i int, rec *Record) {
	st := d.t.store()
	if st.replaced == nil {
		st.replaced = map[int]bool{}
	}
	st.replaced[i] = true
	old := d.t.At(i).Rec()
	if !d.seen[rec.ID] {
		d.replaced++
		return
	}
	d.list.Add(finding.Finding{
		Rule: repeatedRowRule, Pos: rec.Origin.Pos("id"), Field: "id", Value: rec.ID,
		Message: finding.Textf("编号 %q 再次出现；按 repeated: last，前一行不再计入", "id %q stands again; by repeated: last the earlier row no longer counts", rec.ID),
		Related: []finding.Related{{Pos: old.Origin.Pos("id"), Message: finding.Textf("前一行", "the earlier row")}},
	})
}

// identify makes an id where the row has none.
func (d *decoder) identify(e Entity, cells []string, row int) bool {
	rec := e.Rec()
	switch {
	case len(d.idCols) > 0:
		var parts []string
		for _, i := range d.idCols {
			if text := cleanText(cells[i]); text != "" && !d.Mapping.Missing[text] {
				parts = append(parts, text)
			}
		}
		rec.ID = d.unique(madeID(parts...))
	case rec.ID != "":
		return true
	case d.idCol >= 0:
		if cleanText(cells[d.idCol]) == "" { // else its own finding says why it is not read
			d.missing = append(d.missing, d.file.cellPos(row, d.idCol))
		}
		return false
	default:
		rec.ID = d.unique(madeID(d.keyParts(e)...))
		if rec.ID != "" {
			d.madeIDs++
		}
	}
	if rec.ID == "" {
		d.missing = append(d.missing, d.file.Pos(row, ""))
	}
	return rec.ID != ""
}

// reportMissing says which rows have no id; once, where none has.
func (d *decoder) reportMissing() {
	if len(d.missing) == 0 {
		return
	}
	f := finding.Finding{Rule: missingIDRule, Pos: d.missing[0], Field: "id"}
	switch {
	case d.idCol < 0 || len(d.idCols) > 0:
		f.Message = finding.Textf("%d 行没有可以生成编号的内容：没有认得的项目名称等列", "%d rows have nothing to make an id from: no column is known as their title or the like", len(d.missing))
		key := d.schema.Info.Key[0]
		label, _, _ := strings.Cut(key, "|")
		f.Hint = finding.Textf("加一列 id 或 %[1]s；或在 data/columns.yaml 指明各列是什么字段：%[2]s: {columns: {列名: %[3]s}}；gongkai schema %[2]s 列出字段",
			"add a column id or %[1]s, or say in data/columns.yaml which field each column is: %[2]s: {columns: {HEADING: %[3]s}}; gongkai schema %[2]s lists the fields",
			strings.ReplaceAll(key, "|", " / "), d.schema.Info.Name, label)
		if len(d.missing) < d.file.Rows() {
			f.Message = finding.Textf("这一行没有可以生成编号的内容（本文件共 %d 行如此）", "this row has nothing to make an id from (%d such rows in the file)", len(d.missing))
		}
	case len(d.missing) == d.file.Rows() && len(d.missing) > 1:
		f.Message = finding.Textf("编号列 %q 全是空白", "the column of ids, %q, is blank throughout", d.file.Columns[d.idCol].Heading)
		f.Hint = finding.Textf("填写编号，或删去整列，编号会由内容生成", "fill it in, or remove the column and ids are made from the content")
	default:
		f.Message = finding.Textf("这一行没有编号", "this row has no id")
		f.Hint = finding.Textf("补上编号（合并的单元格要先拆分填满）；确无编号时删去整列，编号会由内容生成", "give it one, and fill cells that were merged; where no row has any, remove the column and ids are made from the content")
		for _, at := range d.missing[1:] {
			again := f
			again.Pos = at
			d.list.Add(again)
		}
	}
	d.list.Add(f)
}

func (d *decoder) column(field string) int {
	for i, c := range d.file.Columns {
		if c.Field == field {
			return i
		}
	}
	return -1
}

// keyParts are the values of the table's key fields.
func (d *decoder) keyParts(e Entity) []string {
	var parts []string
	for _, key := range d.schema.Info.Key {
		for _, name := range strings.Split(key, "|") {
			f := d.schema.Field(name)
			text := f.Plain(e)
			if t, ok := f.Of(e).(*value.Text); ok {
				text = anyText(*t)
			}
			if text != "" {
				parts = append(parts, text)
				break
			}
		}
	}
	return parts
}

func anyText(t value.Text) string {
	s, _ := t.In("zh")
	return s
}

// unique adds an ordinal where the made id stands already.
func (d *decoder) unique(id string) string {
	if id == "" || d.Mapping != nil && d.Mapping.Repeated != "" {
		return id
	}
	if _, taken := foldedRow(d.t, id); !taken {
		return id
	}
	st := d.t.store()
	if st.ordinals == nil {
		st.ordinals = map[string]int{}
	}
	key := value.Fold(id)
	for n := max(2, st.ordinals[key]+1); ; n++ {
		made := fit(id, "-"+strconv.Itoa(n))
		if _, taken := foldedRow(d.t, made); !taken {
			st.ordinals[key] = n
			return made
		}
	}
}

// madeID joins the parts: line breaks become spaces, semicolons, which stand
// between references, become commas, and characters that cannot be seen are
// left out.
func madeID(parts ...string) string {
	id := strings.NewReplacer(";", ",", "；", "，").Replace(strings.Join(parts, "-"))
	return fit(strings.Join(strings.Fields(withoutHidden(id)), " "), "")
}

// fit adds an ending to an id; one that is too long is cut and given a hash.
func fit(id, ending string) string {
	if utf8.RuneCountInString(id)+len(ending) <= maxID {
		return id + ending
	}
	sum := sha256.Sum256([]byte(id))
	head := strings.TrimSpace(string([]rune(id)[:maxID-30]))
	return head + "-" + hex.EncodeToString(sum[:4]) + ending
}

func (d *decoder) duplicate(rec, old *Record) {
	d.list.Add(finding.Finding{
		Rule: duplicateIDRule, Pos: rec.Origin.Pos("id"), Field: "id", Value: rec.ID,
		Related: []finding.Related{{Pos: old.Origin.Pos("id"), Message: finding.Textf("先前的一行", "the earlier row")}},
		Message: finding.Textf("编号 %q 在 %s 第 %d 行已经用过", "id %q stands already in %s, line %d", rec.ID, old.Origin.Pos("id").File, old.Origin.Pos("id").Line),
		Hint:    finding.Textf("每个编号只用一次；若后一行更新了前一行，可在 data/columns.yaml 写 repeated: last", "use each id once; where a later row updates an earlier one, write repeated: last in data/columns.yaml"),
	})
}

// caseOnly reports ids that differ in nothing but case: many computers would
// take their pages for one. Sorted hashes need a tenth of what a map of folded
// ids would.
func caseOnly(t Table, l *finding.List) {
	type entry struct {
		hash uint64
		row  int
	}
	entries := make([]entry, t.Len())
	for i := range entries {
		entries[i] = entry{caselessHash(t.At(i).Rec().ID), i}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.row, b.row)) })
	for i := 1; i < len(entries); i++ {
		old, rec := t.At(entries[i-1].row).Rec(), t.At(entries[i].row).Rec()
		if entries[i-1].hash != entries[i].hash || value.Fold(old.ID) != value.Fold(rec.ID) {
			continue
		}
		l.Add(finding.Finding{
			Rule: caseOnlyRule, Pos: rec.Origin.Pos("id"), Field: "id", Value: rec.ID,
			Message: finding.Textf("编号 %q 与 %q 只差大小写或全半角", "id %q differs from %q in case or width only", rec.ID, old.ID),
			Hint:    finding.Textf("改成同一写法，或换一个编号", "write them alike, or choose another id"),
			Related: []finding.Related{{Pos: old.Origin.Pos("id"), Message: finding.Textf("先前的一行", "the earlier row")}},
		})
	}
}

// caselessHash is the same for ids that differ in case: FNV-1a.
func caselessHash(id string) uint64 {
	for i := range len(id) {
		if id[i] >= 0x80 {
			id = value.Fold(id)
			break
		}
	}
	h := uint64(14695981039346656037)
	for i := range len(id) {
		c := id[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
