package table

import (
	"strconv"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/value"
)

// decoder reads one file into a table.
type decoder struct {
	Options
	cellReader
	t      Table
	schema *Schema
	file   *File
	claims []claim
	list   *finding.List
	again  func(visit func(cells []string)) // goes through the file's rows anew

	localised []*Field // of the table, which take a text per language
	currency  int      // column of the record's currency, -1
	idCols    []int
	idCol     int // column of the id, -1
	constants constants
	refs      []refCell // what the row says of the records it refers to, by Field.ord
	targets   []Table   // that references go to and that have been read, by Field.ord
	dates     []dateColumn
	columns   []columnState
	seen      map[string]bool // ids of this file, kept where rows may repeat
	sums      bool            // a row of totals was met
	replaced  int             // rows of other files that this one replaces
	madeIDs   int
	missing   []finding.Pos // of rows without an id
	unnamed   int           // records without a name or title
}

func newDecoder(t Table, name string, heads []Column, o Options, l *finding.List) *decoder {
	st := t.store()
	d := &decoder{Options: o, t: t, schema: t.Schema(), list: l, currency: -1, file: &File{Name: name, Columns: heads}}
	d.cellReader = newCellReader(&st.texts, d.hold)
	d.claims = o.Headings.matchAll(name, heads, o.Mapping, l)
	d.columns = make([]columnState, len(heads))
	for i, c := range d.claims {
		if c.sub != nil && o.Given(c.field.Target) && !identifies(c.sub) {
			d.claims[i] = claim{} // the referred table speaks for itself; the cell is kept as an unknown column
		}
		if c.field != nil && c.sub == nil && c.field.Kind == KindCurrency {
			d.currency = i
		}
		d.file.Columns[i].Field = d.claims[i].target()
	}
	d.idCol = d.column("id")
	d.idCols = d.idColumns()
	d.refs, d.targets = make([]refCell, len(d.schema.Fields)), make([]Table, len(d.schema.Fields))
	for _, f := range d.schema.Fields {
		if f.Localised() {
			d.localised = append(d.localised, f)
		}
	}
	st.files, st.given = append(st.files, d.file), true
	d.unknownHeadings(st)
	d.constants = d.readConstants()
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
				Rule: repeatedHeadingRule, Pos: c.pos(d.file.Name), Value: written,
				Message: finding.Textf("列名 %q 重复，这一列存为 %q", "heading %q repeats; this column is kept as %q", written, c.Heading),
				Hint:    finding.Textf("给每一列不同的名称", "give every column a name of its own"),
			})
		}
		st.addHeading(d.moreHeading(i))
	}
}

// moreHeading is the heading of a column's cells where no field claims them. A
// heading that is a field's own name, which the mapping gave to another column,
// is marked, so that the published table can be read again.
func (d *decoder) moreHeading(i int) string {
	h := d.file.Columns[i].Heading
	if c, ok := d.Headings.exact(h); ok && (c.sub == nil || !d.Given(c.field.Target)) {
		return h + asWritten
	}
	return h
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
	at.places(cells, d.file.addCell)
	if d.noRecord(cells, n) {
		d.file.dropLast()
		return
	}
	e := d.t.fresh()
	e.Rec().Origin = Origin{d.file, int32(n)}
	cur, said := d.rowCurrency(cells)
	for i, c := range d.claims {
		if c.field == nil {
			d.keep(e, i, cells[i])
			continue
		}
		d.cell(e, c, cells[i], spot{file: d.file, row: int32(n), col: int32(i)}, cur, said)
	}
	d.constants.fill(d, e)
	for _, f := range d.localised {
		f.Of(e).(*value.Text).Keep(d.texts.keep)
	}
	d.references(e, n)
	d.register(e, cells, n)
}

// cell reads a cell that a field claims; said tells that the row names its
// currency.
func (d *decoder) cell(e Entity, c claim, cell string, at spot, cur value.Currency, said bool) {
	text, whole := d.prepare(c, cell, at)
	if whole {
		d.keep(e, int(at.col), cell)
	}
	if text == "" {
		return
	}
	how := d.reading(c, cur, said)
	if c.value().Kind == KindDate {
		order, sure := d.dateOrder(int(at.col), text, at)
		if !sure {
			return
		}
		how.order = order
	}
	d.columns[at.col].cells++
	if c.field.Kind == KindRef {
		if d.idCol < 0 && c.sub == nil {
			d.columns[at.col].tell(text, at.row)
		}
		d.refs[c.field.ord].add(c, text, at, how)
		return
	}
	d.set(c.field, c.lang, c.field.Of(e), text, at, how)
}

// reading is how the cells of a column are to be read.
func (d *decoder) reading(c claim, cur value.Currency, said bool) reading {
	how := reading{cur: cur, times: max(c.unit, 1)}
	if c.cur != 0 && !said {
		how.cur = c.cur
	}
	if d.Mapping == nil {
		return how
	}
	if u, ok := d.Mapping.Units[c.target()]; ok {
		how.times = u.times
		if u.cur != 0 && !said {
			how.cur = u.cur
		}
	}
	return how
}

// keep files a cell that no field claims.
func (d *decoder) keep(e Entity, i int, cell string) {
	if cell == "" {
		return
	}
	h, st := d.moreHeading(i), d.t.store()
	if h == "" {
		h = "column " + columnLetters(i)
		if st.addHeading(h) {
			d.list.Add(finding.Finding{
				Rule: unnamedColumnRule, Pos: d.file.Columns[i].pos(d.file.Name),
				Message: finding.Textf("第 %d 列没有列名而有内容，列为 %q", "column %d has cells but no heading; it is kept as %q", i+1, h),
				Hint:    finding.Textf("给这一列写上列名", "give the column a heading"),
			})
		}
	}
	st.addHeading(h)
	e.Rec().addMore(Extra{h, d.texts.keep(cell)})
}

// columnLetters names a column as spreadsheets do: A to Z, AA.
func columnLetters(i int) string {
	name := ""
	for n := i + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// prepare applies the mapping to a cell: what is missing, the part that counts,
// the code of a value. whole says that the cell must be kept as written too.
func (d *decoder) prepare(c claim, cell string, at spot) (text string, whole bool) {
	text = cleanText(cell)
	m := d.Mapping
	if m == nil || text == "" {
		return text, false
	}
	if m.Missing[text] {
		return "", false
	}
	part, ok := d.extracted(c, text)
	if !ok {
		d.list.Add(finding.Finding{
			Rule: notExtractedRule, Pos: at.pos(), Field: c.target(), Value: cell,
			Message: finding.Textf("%q 中没有 columns.yaml 的 extract 要找的部分；%s 记为未公布，原文保留", "%q has not the part that extract looks for; %s is taken as missing, the text is kept", cell, c.target()),
		})
		return "", true
	}
	whole, text = part != text, part
	if code, ok := m.Values[c.target()][value.Fold(text)]; ok {
		text = code
	}
	return text, whole
}

// extracted is the part of a cell that counts by the mapping, the whole cell
// where it names none; false where the cell has no such part.
func (d *decoder) extracted(c claim, text string) (string, bool) {
	if d.Mapping == nil || d.Mapping.Extract[c.target()] == nil {
		return text, true
	}
	found := d.Mapping.Extract[c.target()].FindStringSubmatch(text)
	if found == nil {
		return "", false
	}
	return cleanText(found[min(1, len(found)-1)]), true
}

// rowCurrency is the currency of the row's amounts; said tells that the row or
// the mapping names it.
func (d *decoder) rowCurrency(cells []string) (cur value.Currency, said bool) {
	if d.currency >= 0 {
		if c, ok := value.ParseCurrency(cleanText(cells[d.currency])); ok {
			return c, true
		}
	}
	if d.constants.currency != 0 {
		return d.constants.currency, true
	}
	return d.Currency, false
}

// tooLong reports a table of more rows than can be held, once.
func (d *decoder) tooLong() {
	limit := d.MaxRows
	if limit == 0 {
		limit = source.MaxRows
	}
	st := d.t.store()
	before := st.rows
	if st.rows += d.file.Rows(); before > limit || st.rows <= limit {
		return
	}
	d.list.Add(finding.Finding{
		Rule: tooManyRows(), Pos: finding.Pos{File: d.file.Name},
		Message: finding.Textf("表 %s 的各文件共有 %d 行，上限为 %d 行", "the files of %s have %d rows together; the limit is %d", d.schema.Info.Name, st.rows, limit),
		Hint:    finding.Textf("把较早的年份分成另一个网站", "publish earlier years as a site of their own"),
	})
}
