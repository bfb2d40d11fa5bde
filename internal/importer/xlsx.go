package importer

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"

	"gongkai/internal/export"
	"gongkai/internal/source"
	"gongkai/internal/value"

	"github.com/xuri/excelize/v2"
)

// book is a workbook that is being read.
type book struct {
	*excelize.File
	batch  *Batch
	ours   bool // written by gongkai
	date04 bool // days count from 1904
	styles map[int]look
	cells  int
	long   map[[3]string]string // the texts that no cell took: table, id, column
}

// workbook reads every sheet that is shown. A library reads the form; should
// hostile input make it fail in an unforeseen way, that is an unreadable file.
func (b *Batch) workbook(name string, data []byte) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = failf("%q 不是能读的工作簿：%v", "%q is no workbook that can be read: %v", name, r)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxFile, UnzipXMLSizeLimit: 16 << 20,
	})
	if err != nil {
		return noWorkbook(name, data, err)
	}
	defer f.Close()
	k := &book{File: f, batch: b, styles: map[int]look{}}
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		k.date04 = *p.Date1904
	}
	mark, err := f.GetCellValue("README", "A2")
	k.ours = err == nil && mark == export.ReadmeMark
	if k.ours {
		if err := k.readLong(); err != nil {
			return err
		}
	}
	before := len(b.tables)
	for _, sheet := range f.GetSheetList() {
		if k.ours && (sheet == "README" || sheet == export.LongTexts) {
			continue
		}
		if err := k.sheet(sheet); err != nil {
			return err
		}
	}
	if len(b.tables) == before {
		b.warn("", "没有一个工作表被认作表", "no sheet was recognised as a table")
	}
	return nil
}

// noWorkbook says why an archive is not read as a workbook: what else it is, or
// what is wrong with it.
func noWorkbook(name string, data []byte, err error) error {
	z, broken := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case broken != nil && !bytes.HasPrefix(data, []byte("PK")): // which every archive begins with
		return failf("%q 不是能读的工作簿：%v", "%q is no workbook that can be read: %v", name, err)
	case broken != nil:
		return failf("%q 不完整，可能没有下载或复制完：重新取一份，或用表格软件打开后另存", "%q is not whole, as after a broken download or copy: fetch it again, or open it in a spreadsheet program and save it", name)
	}
	parts, size := map[string]bool{}, uint64(0)
	for _, f := range z.File {
		parts[strings.ToLower(f.Name)] = true
		size += f.UncompressedSize64
	}
	kind, _ := source.BinaryKind(data)
	switch {
	case parts["xl/workbook.bin"]:
		return failf("%q 是二进制工作簿（.xlsb）：另存为 .xlsx 再导入", "%q is a binary workbook (.xlsb): save it as .xlsx", name)
	case parts["index/document.iwa"]:
		return failf("%q 是 Numbers 表格：导出为 Excel 再导入", "%q is a sheet of Numbers: export it to Excel", name)
	case parts["mimetype"] && parts["content.xml"]:
		return failf("%q 是 OpenDocument 表格：另存为 .xlsx 再导入", "%q is an OpenDocument file: save it as .xlsx", name)
	case size > maxFile:
		return failf("%q 解压后超过 1 GiB", "%q has more than 1 GiB after unpacking", name)
	case !parts["xl/workbook.xml"] && kind.EN != "":
		return failf("%[1]q 是%[2]s，不是工作簿：解开它，导入其中的文件", "%[1]q is %[3]s, no workbook: unpack it and import the files in it", name, kind.ZH, kind.EN)
	}
	return failf("%q 不是能读的工作簿：%v", "%q is no workbook that can be read: %v", name, err)
}

// sheet reads one sheet into a table.
func (k *book) sheet(name string) error {
	place := value.Visible(name)
	if shown, err := k.GetSheetVisible(name); err == nil && !shown {
		k.batch.warn(place, "隐藏的工作表没有导入；要公开就先取消隐藏", "the sheet is hidden and was left out; show it first if it is to be published")
		return nil
	}
	g, err := k.grid(name)
	if err != nil {
		return err
	}
	if len(g.rows) == 0 {
		k.batch.info(place, "工作表是空的", "the sheet is empty")
		return nil
	}
	table := ""
	if k.ours {
		table = tableOf(stem(name), nil)
	}
	if table == "" {
		if err := g.fill(); err != nil {
			return err
		}
		titles := g.dropTitles()
		g.joinHeadings()
		if table = tableOf(name, g.rows[0]); table == "" {
			k.batch.warn(place, "没有导入：它的表头不像任何一张表；改用 gongkai schema 列出的列名", "left out: its headings are those of no table; gongkai schema lists the columns that are known")
			return nil
		}
		g.withUnit(table, titles)
	}
	g.dropBlank()
	t := &Table{Name: table, Headings: g.rows[0], Rows: g.rows[1:]}
	if k.ours {
		k.lengthen(t)
	} else {
		k.batch.info(place, "作为表 %[1]s 导入 %[2]d 行", "read as table %[1]s, %[2]d rows", table, len(t.Rows))
	}
	k.batch.add(t)
	return nil
}

// stem is a sheet's name without the number that tells the parts of a long
// table apart.
func stem(name string) string {
	base, number, ok := strings.Cut(name, "-")
	if ok && number != "" && strings.Trim(number, "0123456789") == "" {
		return base
	}
	return name
}

// readLong collects the texts that stand on a sheet of their own, part by part.
func (k *book) readLong() error {
	k.long = map[[3]string]string{}
	if !slices.Contains(k.GetSheetList(), export.LongTexts) {
		return nil
	}
	rows, err := k.GetRows(export.LongTexts)
	if err != nil {
		return failf("工作表 %q 读不了：%v", "the sheet %q cannot be read: %v", export.LongTexts, err)
	}
	for i, row := range rows {
		if i > 0 && len(row) == 5 {
			k.long[[3]string{row[0], row[1], row[2]}] += row[4]
		}
	}
	return nil
}

// lengthen puts the long texts back into their cells.
func (k *book) lengthen(t *Table) {
	id := slices.Index(t.Headings, "id")
	if len(k.long) == 0 || id < 0 {
		return
	}
	for _, row := range t.Rows {
		for i, cell := range row {
			if cell != export.LongTextMark || id >= len(row) {
				continue
			}
			if text, ok := k.long[[3]string{t.Name, row[id], t.Headings[i]}]; ok {
				row[i] = text
			}
		}
	}
}

// at names a cell for a message, from indexes that count from 0.
func at(sheet string, row, col int) string {
	cell, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil {
		cell = fmt.Sprintf("R%dC%d", row+1, col+1)
	}
	return value.Visible(sheet) + "!" + cell
}
