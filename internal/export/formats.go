package export

import (
	"strconv"

	"gongkai/internal/finding"
	"gongkai/internal/model"
)

// Downloads lists the whole files that a site offers: every table in every
// format that site.yaml leaves on, then what holds them all. The order is that
// of the list of downloads; a file that describes others comes after them.
func Downloads(d *model.Dataset) []*Download {
	tables := wholes(d)
	var all []*Download
	for _, f := range formats() {
		if d.Config.Offers(f.format) {
			for _, made := range f.make(d, tables, all) {
				made.Format, made.packed = f.format, f.packed && d.Config.Offers(model.FormatZip)
				all = append(all, made)
			}
		}
	}
	return all
}

// format makes the files of one format.
type format struct {
	format model.Format
	packed bool // its files go into the archive
	make   func(d *model.Dataset, tables []*whole, before []*Download) []*Download
}

// formats is every format of whole files.
func formats() []format {
	return []format{
		{model.FormatCSV, true, each(newCSV)},
		{model.FormatExcel, true, workbook},
		{model.FormatExcelCSV, false, excelCSVs},
		{model.FormatJSON, false, each(func(w *whole) *Download {
			return &Download{Path: "data/" + w.name + ".json", MediaType: "application/json", print: newJSON(w)}
		})},
		{model.FormatNDJSON, true, each(func(w *whole) *Download {
			return &Download{Path: "data/" + w.name + ".ndjson", MediaType: "application/x-ndjson", print: newNDJSON(w)}
		})},
		{model.FormatParquet, true, each(newParquet)},
		{model.FormatSQLite, true, database},
		{model.FormatTotals, true, totals},
		{model.FormatOCDS, true, ocdsPackages},
		{model.Format360, true, grants},
		{model.FormatCSVW, true, csvw},
		{model.FormatDataPackage, true, dataPackage},
		{model.FormatDCAT, false, catalogues},
		{model.FormatZip, false, archive},
	}
}

// each makes one file a table.
func each(one func(*whole) *Download) func(*model.Dataset, []*whole, []*Download) []*Download {
	return func(_ *model.Dataset, tables []*whole, _ []*Download) []*Download {
		var all []*Download
		for _, w := range tables {
			made := one(w)
			made.Table, made.Rows, made.columns = w.name, w.Len(), w.columns
			all = append(all, made)
		}
		return all
	}
}

// excelCSVs are tables for spreadsheets, in parts where a sheet has too few rows.
func excelCSVs(_ *model.Dataset, tables []*whole, _ []*Download) []*Download {
	var all []*Download
	for _, w := range tables {
		for _, p := range w.sheets() {
			made := &Download{
				Path: "data/" + w.name + "-excel" + p.suffix() + ".csv", MediaType: csvType,
				Table: w.name, Rows: p.to - p.from, columns: w.columns, Note: p.note(), print: newExcelCSV(w, p.from, p.to),
			}
			all = append(all, made)
		}
	}
	return all
}

// part is a stretch of rows that fits into one file or sheet.
type part struct{ number, of, from, to int }

// parts divides rows so that no part has more than most.
func parts(rows, most int) []part {
	of := max(1, (rows+most-1)/most)
	var all []part
	for i := range of {
		all = append(all, part{i + 1, of, i * most, min((i+1)*most, rows)})
	}
	return all
}

// suffix tells the parts apart; the only one needs none.
func (p part) suffix() string {
	if p.of == 1 {
		return ""
	}
	return "-" + strconv.Itoa(p.number)
}

// note says that it is not the whole table.
func (p part) note() finding.Text {
	if p.of == 1 {
		return finding.Text{}
	}
	return finding.Textf("表太大，分为 %[2]d 份，这是第 %[1]d 份", "the table is too large for one sheet: part %[1]d of %[2]d", p.number, p.of)
}

// archive of all that is packed, made last. It leaves out what only says the same
// again, tables as JSON and for Excel, and the catalogues, which are about the
// site.
func archive(d *model.Dataset, _ []*whole, before []*Download) []*Download {
	a := &archiver{d: d, files: before}
	return []*Download{{Path: "data/" + a.name() + ".zip", MediaType: "application/zip", Last: true, large: a.write}}
}
