package table

import (
	"strconv"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// decoder reads one file into a table.
type decoder struct {
	Options
	t      Table
	schema *Schema
	file   *File
	claims []claim
	list   *finding.List

	currency int // column of the record's currency, -1
	idCols   []int
	intern   map[string]string
	dates    map[int]*dateColumn
	seen     map[string]bool // ids of this file
	replaced int             // rows of other files that this one replaces
	madeIDs  int
	noTitle  int
}

func newDecoder(t Table, name string, heads []Column, o Options, l *finding.List) *decoder {
	d := &decoder{
		Options: o, t: t, schema: t.Schema(), list: l, currency: -1,
		file:   &File{Name: name, Columns: heads},
		intern: map[string]string{}, dates: map[int]*dateColumn{}, seen: map[string]bool{},
	}
	d.claims = o.Headings.matchAll(name, heads, o.Mapping, l)
	for i, c := range d.claims {
		if c.sub != nil && o.Given(c.field.Target) && !identifies(c.sub) {
			d.claims[i] = claim{} // the referred table speaks for itself; the cell is kept as an unknown column
		}
		if c.field != nil && c.sub == nil && c.field.Kind == KindCurrency {
			d.currency = i
		}
		d.file.Columns[i].Field = d.claims[i].target()
	}
	d.idCols = d.idColumns()
	st := t.store()
	st.files, st.given = append(st.files, d.file), true
	d.unknownHeadings(st)
	return d
}

// unknownHeadings notes the headings that no field claims, for the downloads,
// and the fields that are claimed. A heading that repeats within the file gets
// an ordinal, so that its cells stay apart.
func (d *decoder) unknownHeadings(st *store) {
	here := map[string]bool{}
	for i := range d.file.Columns {
		c := &d.file.Columns[i]
		if c.Field != "" {
			st.claimed[c.Field] = true
			continue
		}
		if c.Heading == "" {
			continue
		}
		written := c.Heading
		for n := 2; here[c.Heading]; n++ {
			c.Heading = written + " (" + strconv.Itoa(n) + ")"
		}
		here[c.Heading] = true
		if c.Heading != written {
			d.list.Add(finding.Finding{
				Rule: repeatedHeadingRule, Pos: finding.Pos{File: d.file.Name, Line: c.Line, Col: c.Col}, Value: written,
				Message: finding.Textf("列名 %q 重复，这一列存为 %q", "heading %q repeats; this column is kept as %q", written, c.Heading),
				Hint:    finding.Textf("给每一列不同的名称", "give every column a name of its own"),
			})
		}
		st.addHeading(c.Heading)
	}
}

// identifies reports whether a field of a referred record says which it is.
func identifies(f *Field) bool {
	return f.Name == "id" || f.Name == "name" || f.Name == "title" || f.Kind == KindCreditCode
}

// row reads one record.
func (d *decoder) row(cells []string, line int, at places) {
	if blank(cells) {
		return
	}
	n := d.file.addRow(line)
	at.places(cells, func(i, line, col int) { d.file.setCell(n, i, line, col) })
	if d.totalRow(cells, n) {
		d.file.dropLast()
		return
	}
	e := d.schema.New()
	rec := e.Rec()
	rec.Origin = Origin{d.file, int32(n)}
	cur := d.rowCurrency(cells)
	refs := refCells{}
	for i, c := range d.claims {
		d.cell(e, c, i, cells[i], n, cur, refs)
	}
	d.constants(e, cur, refs)
	d.references(e, refs, n)
	d.register(e, cells, n)
}

// cell reads one cell into the record.
func (d *decoder) cell(e Entity, c claim, i int, cell string, row int, cur value.Currency, refs refCells) {
	if c.field == nil {
		d.keep(e, i, cell)
		return
	}
	text, asWritten := d.prepare(c, i, cell, row)
	if asWritten {
		d.keep(e, i, cell)
	}
	if text == "" {
		return
	}
	if c.field.Kind == KindRef {
		refs.add(c, text, d.file.cellPos(row, i))
		return
	}
	if c.unit != 0 && c.cur != 0 && d.currency < 0 {
		cur = c.cur
	}
	d.set(c.field, c.lang, c.field.Of(e), text, place{d, row, i}, cur, d.unitOf(c))
}

// keep files a cell that no field claims.
func (d *decoder) keep(e Entity, i int, cell string) {
	if cell == "" {
		return
	}
	h := d.file.Columns[i].Heading
	if h == "" {
		h = unnamedColumn(i)
		if d.t.store().addHeading(h) {
			d.list.Add(finding.Finding{
				Rule: unnamedColumnRule, Pos: finding.Pos{File: d.file.Name, Line: d.file.Columns[i].Line, Col: d.file.Columns[i].Col},
				Message: finding.Textf("第 %d 列没有列名而有内容，列为 %q", "column %d has cells but no heading; it is kept as %q", i+1, h),
				Hint:    finding.Textf("给这一列写上列名", "give the column a heading"),
			})
		}
	}
	r := e.Rec()
	r.More = append(r.More, Extra{h, d.short(cell)})
}

func unnamedColumn(i int) string {
	name := ""
	for n := i + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return "column " + name
}

// prepare applies the mapping to a cell: what is missing, the part that counts,
// the code of a value. asWritten says that the whole cell must be kept too.
func (d *decoder) prepare(c claim, i int, cell string, row int) (text string, asWritten bool) {
	text = value.Clean(cell)
	m := d.Mapping
	if m == nil || text == "" {
		return text, false
	}
	if m.Missing[text] {
		return "", false
	}
	if re := m.Extract[c.target()]; re != nil {
		found := re.FindStringSubmatch(text)
		if found == nil {
			d.list.Add(finding.Finding{
				Rule: notExtractedRule, Pos: d.file.cellPos(row, i), Field: c.target(), Value: cell,
				Message: finding.Textf("%q 中没有 columns.yaml 的 extract 要找的部分；%s 记为未公布，原文保留", "%q has not the part that extract looks for; %s is taken as missing, the text is kept", cell, c.target()),
			})
			return "", true
		}
		part := found[0]
		if len(found) > 1 {
			part = found[1]
		}
		text, asWritten = value.Clean(part), part != text
	}
	if code, ok := m.Values[c.target()][value.Fold(text)]; ok {
		text = code
	}
	return text, asWritten
}

// short keeps one copy of a text that repeats, and none of the row around it.
func (d *decoder) short(s string) string {
	if kept, ok := d.intern[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	if len(s) <= 64 && len(d.intern) < 1<<16 {
		d.intern[s] = s
	}
	return s
}

// rowCurrency is the currency of the row's amounts.
func (d *decoder) rowCurrency(cells []string) value.Currency {
	if d.currency >= 0 {
		if c, ok := value.ParseCurrency(value.Clean(cells[d.currency])); ok {
			return c
		}
	}
	if d.Mapping != nil {
		for _, k := range d.Mapping.Constants {
			if k.target == "currency" {
				if c, ok := value.ParseCurrency(k.text); ok {
					return c
				}
			}
		}
	}
	return d.Currency
}

func (d *decoder) unitOf(c claim) int64 {
	if d.Mapping != nil {
		if u, ok := d.Mapping.Units[c.target()]; ok {
			return u.times
		}
	}
	return max(c.unit, 1)
}

// constants fills the fields that the mapping gives every row and this one has
// not.
func (d *decoder) constants(e Entity, cur value.Currency, refs refCells) {
	if d.Mapping == nil {
		return
	}
	for _, k := range d.Mapping.Constants {
		c, ok := d.Headings.exact(k.target)
		if !ok {
			continue
		}
		if c.field.Kind == KindRef {
			if !refs.has(c) {
				refs.add(c, k.text, k.pos)
			}
			continue
		}
		if c.field.IsZero(e) {
			d.set(c.field, c.lang, c.field.Of(e), k.text, fixed(k.pos), cur, 1)
		}
	}
}

var totalWords = map[string]bool{
	"合计": true, "总计": true, "小计": true, "共计": true, "总和": true, "总额": true, "本页小计": true,
	"total": true, "totals": true, "grandtotal": true, "subtotal": true, "sum": true,
}

// totalRow recognises and reports a row of sums: its first cell that is not
// blank says so and no other cell of the row is a name.
func (d *decoder) totalRow(cells []string, row int) bool {
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		if !totalWords[strings.TrimRight(foldHeading(cell), ":")] {
			return false
		}
		for j := i + 1; j < len(cells); j++ {
			if f := d.claims[j].field; f != nil && f.Kind == KindText && strings.TrimSpace(cells[j]) != "" {
				return false
			}
		}
		d.list.Add(finding.Finding{
			Rule: totalRowRule, Pos: d.file.cellPos(row, i), Value: cell,
			Message: finding.Textf("首格是 %q：看作合计行，未读入", "the row begins with %q: taken as a row of totals and left out", cell),
			Hint:    finding.Textf("从数据表中删去合计行；合计由网站计算", "remove total rows from the table; the site adds up"),
		})
		return true
	}
	return false
}
