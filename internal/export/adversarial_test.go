package export

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"gongkai/internal/model"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// hostile are texts by the id of the project that they are the title of.
func hostile() map[string]string {
	return map[string]string{
		"equals": "=1+1", "plus": "+1", "minus": "-1+1", "at": "@SUM(A1)", "tab": "\t=1+1", "wide": "＝1+1", "space": "  =1+1",
		"dde": `=cmd|' /C calc'!A0`, "apostrophe": "'=1+1", "lines": "a\nb\n", "quotes": `a""b"`, "separators": ",;\t|",
		"emoji": "😀\u200d👩", "right-to-left": "\u202eabc\u202c שלום", "control": "a\x01\x0b\x1f\x7f\u0080", "nonchar": "\ufffe\uffff",
		"separator": "a\u2028b\u2029c", "escape": "_x0041_ _x005F_", "markup": "<script>]]>&amp;</script>", "backslash": `\n\u0041`,
		"just": strings.Repeat("长", maxCell), "over": strings.Repeat("😀", maxCell/2+1), "number": "007", "exponent": "1E5", "day": "2010-01-02",
		"true": "TRUE", "null": "NULL", "mark": "\ufeffx", "edge": "\u00a0x\u3000",
	}
}

// hostileSite has each text as a title, which a field trims, and in a column of
// the publisher's own, which is kept as written.
func hostileSite(t *testing.T) *model.Dataset {
	t.Helper()
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	_ = out.Write([]string{"id", "title", "decided", "state", "=Remark"})
	for id, text := range hostile() {
		_ = out.Write([]string{id, text, "2010-03-05", "completed", text})
	}
	out.Flush()
	return load(t, map[string]string{
		"data/site.yaml":    "title: \"=1+1 公开\"\ncurrency: CNY\nas_of: 2011-06-30\nbase_url: https://example.org/\n",
		"data/projects.csv": b.String(),
	})
}

func TestHostileTextComesBackFromEveryFormat(t *testing.T) {
	files := made(t, hostileSite(t))
	texts := hostile()
	readers := map[string]func(*testing.T, map[string][]byte) map[string]string{
		"csv": csvTexts, "json": jsonTexts, "ndjson": ndjsonTexts, "parquet": parquetTexts, "sqlite": sqliteTexts, "xlsx": xlsxTexts,
	}
	for format, read := range readers {
		t.Run(format, func(t *testing.T) {
			got := read(t, files)
			for id, want := range texts {
				if format == "xlsx" { // XML has no such characters, and a cell not so many
					want = strings.NewReplacer("\x01", "\ufffd", "\x0b", "\ufffd", "\x1f", "\ufffd", "\ufffe", "\ufffd", "\uffff", "\ufffd").Replace(want)
				}
				if got[id] != want {
					t.Errorf("%s: %.80q came back as %.80q", id, want, got[id])
				}
			}
		})
	}
}

// TestNoSpreadsheetFileHoldsALiveFormula reads what a spreadsheet would see: a
// cell of CSV that begins like a formula is one, in a workbook its type decides.
func TestNoSpreadsheetFileHoldsALiveFormula(t *testing.T) {
	files := made(t, hostileSite(t))
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(files["data/projects-excel.csv"], []byte("\ufeff")))).ReadAll()
	if err != nil || len(rows) != len(hostile())+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if rest := strings.TrimSpace(cell); rest != "" && strings.ContainsRune("=+-@|%＝＋－＠", firstRune(rest)) || strings.HasPrefix(cell, "\t") {
				t.Errorf("a spreadsheet may run %q", cell)
			}
		}
	}
	book := open(t, files)
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c := range row {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if f, _ := book.GetCellFormula(sheet, at); f != "" {
					t.Errorf("%s!%s is the formula %s", sheet, at, f)
				}
			}
		}
	}
}

func TestHostileTextLeavesFeedsAndRecordsWhole(t *testing.T) {
	d := hostileSite(t)
	feeds, records := NewFeeds(d), NewRecords(d, everyPage)
	for i := range feeds.Len() {
		path, write := feeds.At(i)
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		var err error
		if strings.HasSuffix(path, ".xml") {
			dec := xml.NewDecoder(&b)
			for err == nil {
				_, err = dec.Token()
			}
			if err == io.EOF {
				err = nil
			}
		} else {
			err = json.Unmarshal(b.Bytes(), new(map[string]any))
		}
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	for id, want := range hostile() {
		var b bytes.Buffer
		if err := records.Write(&b, d.Find("projects", id)); err != nil {
			t.Fatal(err)
		}
		var got struct{ More map[string]string }
		if err := json.Unmarshal(b.Bytes(), &got); err != nil || got.More["=Remark"] != want {
			t.Errorf("%s: %.80q came back as %.80q (%v)", id, want, got.More["=Remark"], err)
		}
	}
}

func csvTexts(t *testing.T, files map[string][]byte) map[string]string {
	got := map[string]string{}
	for _, row := range csvRows(t, files["data/projects.csv"]) {
		got[row["id"]] = row["=Remark"]
	}
	return got
}

func jsonTexts(t *testing.T, files map[string][]byte) map[string]string {
	var rows []map[string]any
	if err := json.Unmarshal(files["data/projects.json"], &rows); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, row := range rows {
		got[row["id"].(string)], _ = row["=Remark"].(string)
	}
	return got
}

func ndjsonTexts(t *testing.T, files map[string][]byte) map[string]string {
	lines := bytes.TrimSuffix(files["data/projects.ndjson"], []byte("\n"))
	return jsonTexts(t, map[string][]byte{"data/projects.json": []byte("[" + string(bytes.ReplaceAll(lines, []byte("\n"), []byte(","))) + "]")})
}

func parquetTexts(t *testing.T, files map[string][]byte) map[string]string {
	data := files["data/projects.parquet"]
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string]int{}
	for _, c := range f.Root().Columns() {
		columns[c.Name()] = c.Index()
	}
	got := map[string]string{}
	for _, g := range f.RowGroups() {
		rows := g.Rows()
		buf := make([]parquet.Row, len(hostile()))
		for err == nil {
			var n int
			n, err = rows.ReadRows(buf)
			for _, row := range buf[:n] {
				got[row[columns["id"]].String()] = row[columns["=Remark"]].String()
			}
		}
		rows.Close()
	}
	return got
}

func sqliteTexts(t *testing.T, files map[string][]byte) map[string]string {
	db := openDatabase(t, files)
	rows, err := db.Query(`SELECT id, "=Remark" FROM projects`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	got := map[string]string{}
	for rows.Next() {
		var id, text string
		if err := rows.Scan(&id, &text); err != nil {
			t.Fatal(err)
		}
		got[id] = text
	}
	return got
}

func open(t *testing.T, files map[string][]byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(files["data/gongkai.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func xlsxTexts(t *testing.T, files map[string][]byte) map[string]string {
	book := open(t, files)
	rows, err := book.GetRows("projects", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	long, err := book.GetRows(LongTexts)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, row := range long[1:] {
		parts[row[1]+row[2]] += row[4]
	}
	got := map[string]string{}
	for _, row := range rows[1:] {
		id, text := row[0], row[len(rows[0])-1]
		if text == LongTextMark {
			text = cmp.Or(parts[id+"=Remark"], "no parts")
		} else if utf16Len(text) > maxCell {
			t.Errorf("%s: a cell holds too much", id)
		}
		got[id] = text
	}
	return got
}
