package export

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"

	"github.com/xuri/excelize/v2"
)

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// workbook is every table as a sheet of one file.
func workbook(d *model.Dataset, tables []*whole, _ []*Download) []*Download {
	var note finding.Text
	for _, w := range tables {
		if len(w.sheets()) > 1 {
			note = finding.Textf("行数超过一个工作表上限的表分在几个工作表中", "tables with more rows than a sheet has stand on several")
		}
	}
	return []*Download{{
		Path: "data/gongkai.xlsx", MediaType: xlsxType, Note: note,
		large: func(to io.Writer, scratch string) error { return writeWorkbook(to, scratch, d, tables) },
	}}
}

// book is a workbook on its way.
type book struct {
	*excelize.File
	bold, date int // styles
	money      [5]int
	overflow   [][]any // cells with more text than a cell takes
}

// maxCell is how many UTF-16 units a cell takes; more would be cut by the
// program that opens it.
const maxCell = 32767

// LongTexts is the sheet of what no cell takes: table, id, column, part, text.
const LongTexts = "long_texts"

// LongTextMark stands in a cell whose text is on that sheet.
const LongTextMark = "→ " + LongTexts

func writeWorkbook(to io.Writer, scratch string, d *model.Dataset, tables []*whole) error {
	b := &book{File: excelize.NewFile(excelize.Options{TmpDir: scratch})}
	defer b.Close()
	// The library would hold the whole archive in memory before it hands it on.
	archive := &sortedZip{to: to, folder: scratch, ready: map[string]*packer{}}
	b.SetZipWriter(func(io.Writer) excelize.ZipWriter { return archive })
	if err := b.styles(); err != nil {
		return err
	}
	if err := b.SetSheetName("Sheet1", "README"); err != nil {
		return err
	}
	if err := b.readme(d, tables); err != nil {
		return err
	}
	for _, w := range tables {
		for _, p := range w.sheets() {
			part, packed, err := b.sheet(w, p, scratch)
			if err != nil {
				return err
			}
			archive.ready[part] = packed
		}
	}
	if len(b.overflow) > 0 {
		rows := append([][]any{{"table", "id", "column", "part", "text"}}, b.overflow...)
		if err := b.plain(LongTexts, rows); err != nil {
			return err
		}
	}
	day := d.Config.AsOf.First().String()
	if day == "" {
		day = "1980-01-01"
	}
	if err := b.SetDocProps(&excelize.DocProperties{
		Created: day + "T00:00:00Z", Modified: day + "T00:00:00Z", Creator: "gongkai", LastModifiedBy: "gongkai",
		Title: value.Visible(inAll(&d.Config, d.Config.Title)),
	}); err != nil {
		return err
	}
	_, err := b.WriteTo(io.Discard)
	return err
}

// inFirst is a text in the site's first language, else in one that it has.
func inFirst(c *model.Config, t value.Text) string {
	s, _ := t.In(c.Languages[0])
	return s
}

// inAll is a text in every language of the site, for what readers of all of them
// open.
func inAll(c *model.Config, t value.Text) string {
	var all []string
	for _, lang := range c.Languages {
		if s, _ := t.In(lang); !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, " / ")
}

func (b *book) styles() error {
	for _, s := range []struct {
		id *int
		of excelize.Style
	}{
		{&b.bold, excelize.Style{Font: &excelize.Font{Bold: true}}},
		{&b.date, excelize.Style{CustomNumFmt: ptr("yyyy-mm-dd")}},
		{&b.money[0], excelize.Style{CustomNumFmt: ptr("#,##0")}},
		{&b.money[1], excelize.Style{CustomNumFmt: ptr("#,##0.0")}},
		{&b.money[2], excelize.Style{CustomNumFmt: ptr("#,##0.00")}},
		{&b.money[3], excelize.Style{CustomNumFmt: ptr("#,##0.000")}},
		{&b.money[4], excelize.Style{CustomNumFmt: ptr("#,##0.0000")}},
	} {
		var err error
		if *s.id, err = b.NewStyle(&s.of); err != nil {
			return err
		}
	}
	return nil
}

func ptr[T any](v T) *T { return &v }

// sheet makes a stretch of a table's rows, and gives the part of the archive that
// it is. The library holds 16 MB or more of every sheet until the workbook is
// written, so each is made in a workbook of its own, of which only the part is
// kept; styles have the same numbers in both.
func (b *book) sheet(w *whole, p part, scratch string) (name string, made *packer, err error) {
	name = w.name + p.suffix()
	own := &book{File: excelize.NewFile(excelize.Options{TmpDir: scratch})}
	defer own.Close()
	if err := own.styles(); err != nil {
		return "", nil, err
	}
	if err := own.rows(w, p, name); err != nil {
		return "", nil, err
	}
	b.overflow = append(b.overflow, own.overflow...)
	only := &onePart{name: sheetPart(1), packer: newPacker(scratch)}
	own.SetZipWriter(func(io.Writer) excelize.ZipWriter { return only })
	if _, err := own.WriteTo(io.Discard); err != nil {
		return "", nil, err
	}
	at, err := b.NewSheet(name)
	return sheetPart(at), only.packer, err
}

// sheetPart is where an archive has a sheet, by its place in the workbook.
func sheetPart(at int) string { return "xl/worksheets/sheet" + strconv.Itoa(at+1) + ".xml" }

// rows writes a sheet.
func (b *book) rows(w *whole, p part, name string) error {
	cols := w.columns()
	out, err := b.newSheet(name, len(cols), p.to-p.from+1)
	if err != nil {
		return err
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	row := make([]any, len(cols))
	for i := range cols {
		row[i] = excelize.Cell{StyleID: b.bold, Value: cols[i].Heading}
	}
	if err := out.SetRow("A1", row); err != nil {
		return err
	}
	for n := p.from; n < p.to; n++ {
		e := w.At(n)
		for i := range cols {
			row[i] = b.cell(w, &cols[i], e)
		}
		at, err := excelize.CoordinatesToCellName(1, n-p.from+2)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, row); err != nil {
			return err
		}
	}
	return out.Flush()
}

// exactDigits is how many decimal digits a spreadsheet keeps of a number.
const exactDigits = 15

// cell is a value with the type that a spreadsheet has for it: a number, a day,
// else text as CSV has it. What a spreadsheet would round stays a text.
func (b *book) cell(w *whole, c *column, e table.Entity) any {
	text := w.cell(c, e)
	if text == "" {
		return nil
	}
	switch c.kind {
	case table.KindDate:
		if d := c.Field.Of(e).(*value.Date); d.Precision() == value.Day && d.Year() > 1900 {
			return excelize.Cell{StyleID: b.date, Value: serial(*d)}
		}
	case table.KindMoney:
		m := c.Field.Of(e).(*value.Money)
		if m.Currency() == w.rowCurrency(e) && digits(text) <= exactDigits {
			return excelize.Cell{StyleID: b.money[c.digits], Value: number(text)}
		}
	case table.KindYear, table.KindCount, table.KindDecimal, table.KindShare:
		if digits(text) <= exactDigits {
			return number(text)
		}
	case table.KindBool:
		return text == "true"
	}
	return b.text(w, c, e, text)
}

// text is a text that fits; one that does not goes to a sheet of its own, in
// parts, and the cell says where it is.
func (b *book) text(w *whole, c *column, e table.Entity, text string) any {
	if len(text) <= maxCell || utf16Len(text) <= maxCell {
		return text
	}
	for part := 1; text != ""; part++ {
		n := min(len(text), maxCell/3*2)
		for n < len(text) && text[n]&0xC0 == 0x80 {
			n--
		}
		b.overflow = append(b.overflow, []any{w.name, e.Rec().ID, c.Heading, part, text[:n]})
		text = text[n:]
	}
	return LongTextMark
}

// newSheet opens a sheet of known size. Programs that read a sheet as it comes,
// such as openpyxl for pandas, see no more of it than the range it says it has.
func (b *book) newSheet(name string, columns, rows int) (*excelize.StreamWriter, error) {
	if i, _ := b.GetSheetIndex(name); i < 0 {
		if _, err := b.NewSheet(name); err != nil {
			return nil, err
		}
	}
	last, err := excelize.CoordinatesToCellName(max(columns, 1), max(rows, 1))
	if err != nil {
		return nil, err
	}
	if err := b.SetSheetDimension(name, "A1:"+last); err != nil {
		return nil, err
	}
	return b.NewStreamWriter(name)
}

func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// plain writes a sheet of rows as they are.
func (b *book) plain(name string, rows [][]any) error {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	out, err := b.newSheet(name, width, len(rows))
	if err != nil {
		return err
	}
	if err := out.SetColWidth(1, 7, 24); err != nil {
		return err
	}
	for n, row := range rows {
		at, err := excelize.CoordinatesToCellName(1, n+1)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, row); err != nil {
			return err
		}
	}
	return out.Flush()
}

func digits(text string) int {
	n := 0
	for _, r := range strings.TrimLeft(text, "-0.") {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}
