package export

import (
	"strconv"
	"time"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"

	"github.com/xuri/excelize/v2"
)

// ReadmeMark stands in the second row of the first sheet, by which a workbook is
// known as gongkai's when it is read again.
const ReadmeMark = "许可 / Licence"

// readme is the first sheet: what the workbook is, what may be done with it,
// its tables and what every column means, in both languages.
func (b *book) readme(d *model.Dataset, tables []*whole) error {
	c := &d.Config
	rows := [][]any{
		{b.strong(value.Visible(inAll(c, c.Title)))},
		{ReadmeMark, c.Licence},
		{"发布者 / Publisher", value.Visible(inAll(c, c.Publisher.Name))},
		{"数据截至 / Data as of", c.AsOf.String()},
		{"网址 / Address", c.BaseURL},
	}
	if c.Demonstration {
		rows = append(rows, []any{b.strong("演示数据：记录是生成的，并非真实采购。/ Demonstration: the records are generated, no purchase is real.")})
	}
	rows = append(rows,
		[]any{"空格表示未公布，不是零。/ A blank cell is not published; it is not zero."},
		[]any{"只知年月的日期和超过 15 位的数字按文字保存。/ Dates of which only the year or month is known, and numbers of more than 15 digits, are kept as text."},
		[]any{"控制字符工作簿存不下，以 \ufffd 代替；超过 32767 字的文字在 " + LongTexts + " 工作表。/ A workbook has no control characters: \ufffd stands for them. Texts of more than 32,767 characters are on the sheet " + LongTexts + "."},
		nil,
		b.heads("表 / Table", "名称", "Title", "行 / Rows", "说明", "About"))
	for _, w := range tables {
		info := w.Schema().Info
		rows = append(rows, []any{info.Name, info.Title.ZH, info.Title.EN, w.Len(), info.About.ZH, info.About.EN})
	}
	rows = append(rows, nil, b.heads("表 / Table", "列 / Column", "名称", "Title", "类型 / Type", "说明", "About"))
	for _, w := range tables {
		for _, col := range w.columns() {
			row := []any{w.name, col.Heading, "原样保留的列", "a column kept as written", table.KindString.String()}
			if f := col.Field; f != nil {
				about := joined(f.About, col.partialNote())
				row = []any{w.name, col.Heading, f.Title.ZH, f.Title.EN, f.Kind.String(), about.ZH, about.EN}
			}
			rows = append(rows, row)
		}
	}
	return b.plain("README", rows)
}

func (b *book) strong(s string) excelize.Cell { return excelize.Cell{StyleID: b.bold, Value: s} }

func (b *book) heads(texts ...string) []any {
	var row []any
	for _, s := range texts {
		row = append(row, b.strong(s))
	}
	return row
}

// serial is a day as a spreadsheet counts it: from 30 December 1899, for days
// after February 1900, before which its calendar is wrong.
func serial(d value.Date) int {
	day := time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
	return int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// number is a text of at most fifteen digits as a spreadsheet keeps it.
func number(text string) float64 {
	n, _ := strconv.ParseFloat(text, 64)
	return n
}
