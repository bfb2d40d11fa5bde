package table

import (
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/value"

	"github.com/gocarina/gocsv"
)

// Options is what decoding a file needs beside its bytes.
type Options struct {
	Headings *Headings                // required: of the table's schema
	Mapping  *Mapping                 // the table's block of columns.yaml, nil where there is none
	Currency value.Currency           // of amounts that name none
	Given    func(table string) bool  // whether a table has files of its own
	Read     func(table string) Table // a table that has been read to its end, else nil; may be nil
	MaxRows  int                      // of all files of a table together; 0 means source.MaxRows
}

// CSV is what finding the headings of a file needs.
func (o Options) CSV() source.CSVOptions {
	c := source.CSVOptions{Known: o.known}
	if o.Mapping != nil {
		c.SkipRows = o.Mapping.SkipRows
	}
	return c
}

// DecodeCSV reads one CSV file's text into t.
func DecodeCSV(t Table, name string, text []byte, o Options, l *finding.List) {
	c, ok := source.OpenCSV(name, text, o.CSV(), l)
	if !ok {
		Broken(t)
		return
	}
	found, err := c.Headings()
	if err != nil {
		l.Add(c.Problem(err))
		Broken(t)
		return
	}
	d := newDecoder(t, name, columns(found), o, l)
	d.unitAbove(c.Above())
	if f, wrong := d.headingsWrong(name, text, o); wrong {
		l.Add(f)
		Broken(t)
		return
	}
	d.again = func(visit func([]string)) { eachRow(name, text, o, visit) }
	um, err := gocsv.NewUnmarshaller(c.Reader, reflect.New(rowType(len(found))).Interface())
	if err == nil {
		err = um.RenormalizeHeaders(rowKeys)
	}
	if err != nil {
		l.Add(c.Problem(err))
		Broken(t)
		return
	}
	d.readCSV(c, um)
	d.finish()
}

// eachRow goes through a file's cells without reporting or keeping anything.
func eachRow(name string, text []byte, o Options, visit func([]string)) {
	c, ok := source.OpenCSV(name, text, o.CSV(), &finding.List{})
	for ok {
		cells, err := c.Reader.Read()
		if ok = err == nil; ok {
			visit(cells)
		}
	}
}

func columns(heads []source.Heading) []Column {
	cols := make([]Column, len(heads))
	for i, h := range heads {
		text := value.Clean(h.Text)
		cols[i] = Column{Heading: text, written: text, Line: h.Pos.Line, Col: h.Pos.Col}
	}
	return cols
}

// known counts the headings that the table or its mapping knows.
func (o Options) known(cells []string) int {
	n := 0
	for _, cell := range cells {
		if _, ok := o.Mapping.column(cell); ok || o.Headings.match(cell).field != nil {
			n++
		}
	}
	return n
}

// readCSV takes every record. The reader insists on as many cells as headings,
// so that gocsv, which passes over a difference in silence, never sees another
// number.
func (d *decoder) readCSV(c *source.CSV, um *gocsv.Unmarshaller) {
	c.Reader.FieldsPerRecord = len(d.file.Columns)
	cells := make([]string, len(d.file.Columns))
	for {
		start := c.Reader.InputOffset()
		out, err := um.Read()
		var raw []string
		held := len(cells)
		switch {
		case err == io.EOF:
			return
		case errors.Is(err, csv.ErrFieldCount):
			if raw, err = c.Record(start, c.Reader.InputOffset()); err == nil {
				raw = d.ragged(c, raw)
			}
			if raw == nil {
				continue
			}
			held = copy(cells, raw)
			clear(cells[held:])
		case err != nil:
			d.list.Add(c.Problem(err))
			Broken(d.t)
			return
		default:
			v := reflect.ValueOf(out).Elem()
			for i := range cells {
				cells[i] = v.Field(i).String()
			}
		}
		first, _ := c.Reader.FieldPos(0)
		d.row(cells, c.Base+first, csvPlaces{c, held})
	}
}

// ragged decides on a record whose number of cells is not that of the headings:
// nil where it is blank or reported, the cells that count where only blank
// ones are too many or a row of totals ends early.
func (d *decoder) ragged(c *source.CSV, raw []string) []string {
	want := len(d.file.Columns)
	if blank(raw) {
		return nil
	}
	if len(raw) > want && blank(raw[want:]) {
		return raw[:want]
	}
	if len(raw) < want {
		padded := append(slices.Clone(raw), make([]string, want-len(raw))...)
		if first, filled := filledCells(padded); d.isTotal(padded, first) || d.isRemark(padded, first, filled) {
			return raw
		}
	}
	d.t.store().broken = true
	f := finding.Finding{
		Rule: raggedRowRule, Pos: c.Pos(0), Value: strings.Join(raw, ","),
		Message: finding.Textf("这一行有 %d 个单元格，列名有 %d 个", "this row has %d cells, the headings are %d", len(raw), want),
		Hint:    finding.Textf("补上缺少的分隔符；含逗号的内容要放在英文双引号内", "add the missing separators; put a cell that holds a comma in double quotes"),
	}
	if len(raw) > want {
		f.Pos = c.Pos(want)
		f.Hint = finding.Textf("从 %q 起多出；含逗号的内容要放在英文双引号内", "from %q on there are too many; put a cell that holds a comma in double quotes", raw[want])
	}
	d.list.Add(f)
	return nil
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// rowType is a struct of n string fields for gocsv to fill: blank stays blank
// and every cell stays as written until the typed parsing that follows.
func rowType(n int) reflect.Type {
	fields := make([]reflect.StructField, n)
	for i := range fields {
		key := rowKey(i)
		fields[i] = reflect.StructField{Name: "C" + key, Type: reflect.TypeFor[string](), Tag: reflect.StructTag(`csv:"` + key + `"`)}
	}
	return reflect.StructOf(fields)
}

// rowKeys replaces the headings, which may repeat, with the struct's keys.
func rowKeys(headings []string) []string {
	keys := make([]string, len(headings))
	for i := range keys {
		keys[i] = rowKey(i)
	}
	return keys
}

func rowKey(i int) string {
	const digits = "0123456789"
	return string([]byte{digits[i/1000%10], digits[i/100%10], digits[i/10%10], digits[i%10]})
}

// DecodeYAML reads one YAML list into t.
func DecodeYAML(t Table, name string, text []byte, o Options, l *finding.List) {
	node, ok := source.ParseYAML(name, text, l)
	if !ok {
		Broken(t)
	}
	t.store().given = true
	if !ok {
		return
	}
	rows, ok := source.ListTable(name, node, l)
	if !ok {
		Broken(t)
		return
	}
	d := newDecoder(t, name, columns(rows.Headings), o, l)
	d.unknownKeys()
	cells := make([]string, len(rows.Headings))
	fill := func(r source.Row) []string {
		for i := range cells {
			cells[i] = r.Cells[i].Text
		}
		return cells
	}
	d.again = func(visit func([]string)) {
		for _, r := range rows.Rows {
			visit(fill(r))
		}
	}
	for _, r := range rows.Rows {
		d.row(slices.Clone(fill(r)), r.Line, yamlPlaces(r))
	}
	d.finish()
}

// places tells where a row's cells stand, one after the other; columns count
// characters.
type places interface {
	places(cells []string, set func(line, col int))
}

type yamlPlaces source.Row

func (p yamlPlaces) places(cells []string, set func(line, col int)) {
	for i := range cells {
		set(p.Cells[i].Pos.Line, p.Cells[i].Pos.Col)
	}
}

// csvPlaces turns the reader's bytes into characters: a cell's column is less
// by what the cells before it on its line have in bytes over characters.
type csvPlaces struct {
	*source.CSV
	held int // cells that the record has
}

func (p csvPlaces) places(cells []string, set func(line, col int)) {
	line, extra := 0, 0
	for i, cell := range cells[:p.held] {
		at, col := p.Reader.FieldPos(i)
		if at != line {
			line, extra = at, 0
		}
		set(p.Base+at, col-extra)
		if j := strings.LastIndexByte(cell, '\n'); j >= 0 {
			tail := cell[j+1:]
			line, extra = at+strings.Count(cell, "\n"), len(tail)-utf8.RuneCountInString(tail)
			continue
		}
		extra += len(cell) - utf8.RuneCountInString(cell)
	}
}
