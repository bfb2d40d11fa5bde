package importer

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/export"
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/source"
	"gongkai/internal/synth"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// load reads a site's folder, without an error in it.
func load(t testing.TB, dir string) *model.Dataset {
	t.Helper()
	src, err := source.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	l := &finding.List{}
	d := model.Load(src, model.LoadOptions{}, l)
	for _, f := range l.All() {
		if f.Severity == finding.Error {
			t.Fatalf("%s:%d:%d: %s", f.Pos.File, f.Pos.Line, f.Pos.Col, f.Message.EN)
		}
	}
	return d
}

func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// exported are a site's downloads of the formats, by path.
func exported(t testing.TB, d *model.Dataset, formats ...model.Format) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, dl := range export.Downloads(d) {
		for _, f := range formats {
			if dl.Format == f {
				var b bytes.Buffer
				if err := dl.Print(&b); err != nil {
					t.Fatal(err)
				}
				out[dl.Path] = b.String()
			}
		}
	}
	return out
}

// again imports a file into a new site with the settings of another.
func again(t testing.TB, settings, name, data string) (string, *Batch) {
	t.Helper()
	dir := t.TempDir()
	if settings != "" {
		write(t, dir, map[string]string{"data/site.yaml": settings})
	}
	var b Batch
	if err := b.Read(name, []byte(data), ""); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Write(dir); err != nil {
		t.Fatal(err)
	}
	return dir, &b
}

const awkward = "title: {zh: 公开, en: Open}\ncurrency: CNY\nlicence: CC-BY-4.0\nas_of: 2011-06-30\nbase_url: https://example.org/\n"

// awkwardSite has the texts, numbers and dates that a spreadsheet would change.
func awkwardSite() map[string]string {
	return map[string]string{
		"data/site.yaml": awkward,
		"data/organizations.csv": "id,name_zh,name_en,credit_code\n" +
			"007,示例一,=SUM(A1),\nORG-2,示例二,Sample Two,\nTRUE,真,True,\n1E5,指数,Exp,\n2010-01-02,日期,Date,\n",
		"data/projects.csv": "id,title,title_en,organization,year,amount_awarded,amount_paid,applied,decided,people_served,volunteers,Remark,_x0041_,00123,空\n" +
			"P1,\"送<餐>\n\"\"热\"\"\",Meals,007;ORG-2,2010,1500.50,USD 5,2010-03,2010-05-06,12345,,\" as is \",_x0041_ _x000D_,0042,\n" +
			"P2,😀 \u00a0x,=1+1,TRUE,1999,99999999999999.99,0.01,1899,1899-05-06,0,3,-1,@cmd,1.50,\n" +
			"P3," + strings.Repeat("长", 20000) + ",\"tab\there\",1E5,2011,0.10,,2010-02-28T10:00,2011-01-01,,," + strings.Repeat("x", 40000) + ",'quoted,1e3,\n",
		"data/payments.csv": "id,project,date,amount\n1,P1,2010-09-01,600\n2,P1,2010-10-01,USD 5\n3,P2,2010,-5.25\n",
	}
}

func TestOurWorkbookReadsBackToTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, awkwardSite())
	roundTrip(t, dir)
}

func TestAWholeGeneratedSiteReadsBackFromItsWorkbook(t *testing.T) {
	dir := t.TempDir()
	if err := synth.WriteDir(dir, synth.Options{Projects: 40}); err != nil {
		t.Fatal(err)
	}
	roundTrip(t, dir)
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func roundTrip(t *testing.T, dir string) {
	t.Helper()
	settings, err := os.ReadFile(filepath.Join(dir, "data", "site.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	before := exported(t, load(t, dir), model.FormatCSV, model.FormatExcel)
	next, b := again(t, string(settings), "gongkai.xlsx", before["data/gongkai.xlsx"])
	if notes := filepath.Join(dir, "content"); exists(notes) { // tables name them
		if err := os.CopyFS(filepath.Join(next, "content"), os.DirFS(notes)); err != nil {
			t.Fatal(err)
		}
	}
	after := exported(t, load(t, next), model.FormatCSV, model.FormatExcel)
	if len(before) < 4 || len(before) != len(after) {
		t.Errorf("%d files before, %d after", len(before), len(after))
	}
	for path, text := range before {
		switch {
		case after[path] == text:
		case strings.HasSuffix(path, ".csv"):
			t.Errorf("%s differs\n%s", path, cmp.Diff(text, after[path]))
		default:
			t.Errorf("%s differs", path)
		}
	}
	if len(b.Messages) > 0 {
		t.Errorf("our own workbook is nothing to speak about: %+v", b.Messages)
	}
}

// foreign is a workbook as people keep them.
func foreign(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	do(f.SetSheetName("Sheet1", "2010年"))
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	do(err)
	month, err := f.NewStyle(&excelize.Style{CustomNumFmt: new("yyyy\"年\"m\"月\"")})
	do(err)
	for r, row := range [][]any{
		{"2010 年政府购买服务项目"},
		{"项目编号", "项目名称", "承接主体", "合同金额", "立项日期", "申报日期", "备注"},
		{"X-1", "助餐", "甲社", 150000.1, 40304, 40238, "甲"},
		{"X-2", "探访", nil, 0.1 + 0.2, 40305.5, nil, true},
		nil,
		{"X-3", "夏令营", "乙社", 1e14, "2010年6月", nil, nil},
	} {
		do(f.SetSheetRow("2010年", "A"+string(rune('1'+r)), &row))
	}
	do(f.MergeCell("2010年", "A1", "G1"))
	do(f.MergeCell("2010年", "C3", "C4"))
	do(f.SetCellStyle("2010年", "E3", "E4", day))
	do(f.SetCellStyle("2010年", "F3", "F3", month))
	do(f.SetCellFormula("2010年", "G6", "1+1"))
	do(f.SetRowVisible("2010年", 6, false))
	do(f.SetColVisible("2010年", "G", false))
	_, err = f.NewSheet("草稿")
	do(err)
	do(f.SetCellStr("草稿", "A1", "项目名称"))
	do(f.SetSheetVisible("草稿", false))
	_, err = f.NewSheet("../../etc")
	if err == nil {
		t.Log("the library takes a path for a sheet's name")
	}
	_, err = f.NewSheet("说明")
	do(err)
	do(f.SetSheetRow("说明", "A1", &[]any{"天气", "心情"}))
	var out bytes.Buffer
	do(f.Write(&out))
	return out.String()
}

func TestAPublishersWorkbookBecomesATable(t *testing.T) {
	dir, b := again(t, "", "book.xlsx", foreign(t))
	text, err := os.ReadFile(filepath.Join(dir, "data", "projects.csv"))
	if err != nil {
		t.Fatal(err)
	}
	want := "项目编号,项目名称,承接主体,合同金额,立项日期,申报日期,备注\n" +
		"X-1,助餐,甲社,150000.1,2010-05-06,2010-03,甲\n" +
		"X-2,探访,甲社,0.3,2010-05-07T12:00:00,,true\n" +
		"X-3,夏令营,乙社,100000000000000,2010年6月,,\n"
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var said strings.Builder
	for _, m := range b.Messages {
		said.WriteString(m.Place + " " + m.Text.EN + "\n" + m.Text.ZH + "\n")
	}
	for _, want := range []string{
		"2010年!A1 ", "2010 年政府购买服务项目", "2010年!C3 1 merged ranges", "2010年!A6 1 hidden rows", "2010年!G the column is hidden",
		"2010年!G6 1 formulas have no saved result", "草稿 the sheet is hidden", "说明 left out", "隐藏的工作表没有导入", "read as table projects, 3 rows",
	} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("nothing says %q in\n%s", want, said.String())
		}
	}
	d := load(t, dir)
	p := d.Projects.Rows[1]
	if p.AmountAwarded.Plain() != "0.30" || p.Organization[0].ID() != "甲社" || p.Decided.Calendar().String() != "2010-05-07" {
		t.Errorf("got %+v", p)
	}
}

func TestNothingOfAPublishersIsReplaced(t *testing.T) {
	for _, there := range []string{"data/projects.csv", "data/projects/2010.csv", "data/projects.yaml", "data/projects.csv.gz"} {
		dir := t.TempDir()
		write(t, dir, map[string]string{there: "mine"})
		var b Batch
		if err := b.Read("book.xlsx", []byte(foreign(t)), XLSX); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Write(dir); err == nil || !strings.Contains(err.Error(), "there is \"data/projects") {
			t.Errorf("%s: %v", there, err)
		}
		if text, _ := os.ReadFile(filepath.Join(dir, there)); string(text) != "mine" {
			t.Errorf("%s became %q", there, text)
		}
		if made, _ := filepath.Glob(filepath.Join(dir, "data", "*")); len(made) != 1 {
			t.Errorf("%s: the folder holds %q", there, made)
		}
	}
}

// archive is a ZIP file of files with the names.
func archive(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte("application/vnd.oasis.opendocument.spreadsheet"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatIsNoWorkbookIsSaid(t *testing.T) {
	whole := foreign(t)
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", "is empty"}, {"text", "hello", "in no form that is known"},
		{"begun", "PK\x03\x04 and no more", "is not whole"}, {"cut", whole[:len(whole)/2], "is not whole"},
		{"old", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old workbook or has a password"},
		{"ods", archive(t, "mimetype", "content.xml"), "is an OpenDocument file: save it as .xlsx"},
		{"xlsb", archive(t, "[Content_Types].xml", "xl/workbook.bin"), "save it as .xlsx"},
		{"files", archive(t, "a.csv", "b.csv"), "unpack it and import the files in it"},
		{"sqlite", "SQLite format 3\x00", "is a SQLite database, which cannot be imported"},
		{"web.xls", "<html><table></table>", "open it in a spreadsheet program and save it as .xlsx"},
		{"xml", `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`, "save it as .xlsx"},
	} {
		var b Batch
		err := b.Read(c.name, []byte(c.data), "")
		if own, ok := err.(*Error); !ok || own.ZH == "" || own.ZH == own.EN || !strings.Contains(own.EN, `"`+c.name+`" `) || !strings.Contains(own.EN, c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// sheetOf is a workbook with one sheet of the rows.
func sheetOf(t *testing.T, rows [][]any, dress func(f *excelize.File, sheet string) error) string {
	t.Helper()
	f := excelize.NewFile()
	err := f.SetSheetName("Sheet1", "项目")
	for r, row := range rows {
		if err == nil {
			err = f.SetSheetRow("项目", "A"+strconv.Itoa(r+1), &row)
		}
	}
	if err == nil {
		err = dress(f, "项目")
	}
	var out bytes.Buffer
	if err == nil {
		err = f.Write(&out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// imported is the table of projects that a workbook becomes, and what is said.
func imported(t *testing.T, book string) (text, said string) {
	t.Helper()
	dir, b := again(t, "", "book.xlsx", book)
	data, err := os.ReadFile(filepath.Join(dir, "data", "projects.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range b.Messages {
		said += m.Place + " " + m.Text.EN + "\n"
	}
	return string(data), said
}

func TestAUnitAboveTheHeadingsGoesIntoThem(t *testing.T) {
	text, said := imported(t, sheetOf(t, [][]any{
		{"2012年项目"}, {nil, nil, nil, "单位：万元"},
		{"项目编号", "项目名称", "承接主体", "立项金额", "已付金额（元）"},
		{"P1", "助餐", "甲社", 12.5, 5},
		{"注：金额含税"},
	}, func(f *excelize.File, sheet string) error { return f.MergeCell(sheet, "A5", "E5") }))
	want := "项目编号,项目名称,承接主体,立项金额（万元）,已付金额（元）\nP1,助餐,甲社,12.5,5\n注：金额含税,,,,\n"
	if diff := cmp.Diff(want, text); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if !strings.Contains(said, `the unit "万元" above the headings was written into those of amounts`) || strings.Contains(said, "merged") {
		t.Errorf("it says\n%s", said)
	}
}

func TestHeadingsOnTwoLinesAreJoined(t *testing.T) {
	rows := [][]any{
		{"项目编号", "项目名称", "金额（万元）", nil, nil, "服务人数", nil, "承接主体"},
		{nil, nil, "立项", "已付金额", "自筹", "计划", "实际", nil},
		{"P1", "助餐", 12.5, 5, 1, 90, 100, "甲社"},
		{"P2", "探访", 3, nil, nil, nil, nil, "乙社"},
	}
	want := "项目编号,项目名称,立项金额（万元）,已付金额（万元）,金额 自筹（万元）,计划服务人数,实际服务人数,承接主体\n" +
		"P1,助餐,12.5,5,1,90,100,甲社\nP2,探访,3,,,,,乙社\n"
	merges := map[string][]string{"merged": {"A1:A2", "B1:B2", "C1:E1", "F1:G1", "H1:H2"}, "groups merged": {"C1:E1", "F1:G1"}, "not merged": nil}
	for name, ranges := range merges {
		text, said := imported(t, sheetOf(t, rows, func(f *excelize.File, sheet string) error {
			for _, r := range ranges {
				from, to, _ := strings.Cut(r, ":")
				if err := f.MergeCell(sheet, from, to); err != nil {
					return err
				}
			}
			return nil
		}))
		if diff := cmp.Diff(want, text); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
		if !strings.Contains(said, "项目!A1 the headings stand on two lines and were made one") {
			t.Errorf("%s: it says\n%s", name, said)
		}
	}
	for name, rows := range map[string][2][]string{
		"a row of data": {{"id", "title", "amount"}, {"P1", "Meals", "5"}}, "one heading twice": {{"id", "title", "title"}, {"P1", "Meals", "Care"}},
		"a row of data under a column without a heading": {{"id", "title", ""}, {"P1", "Meals", "x"}}, "blank": {{"id", "title"}, {"", ""}},
		"data of a row without an id beside a column without a heading": {{"id", "title", ""}, {"", "Meals", "x"}},
	} {
		if heads, ok := joined(rows[0], rows[1]); ok {
			t.Errorf("%s: joined as %q", name, heads)
		}
	}
}

func TestDateFormats(t *testing.T) {
	for code, want := range map[string]string{
		"yyyy-mm-dd": "2006-01-02", "m/d/yy": "2006-01-02", "[$-804]yyyy\"年\"m\"月\"d\"日\"": "2006-01-02", "yyyy\"年\"m\"月\"": "2006-01", "yyyy": "2006",
		"h:mm": "15:04:05", "#,##0.00": "", "0.00E+00": "", "General": "", "0\"days\"": "", "[Red]0": "", "\\d0": "", "@": "",
	} {
		if got := layoutOfCode(code); got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
}

func TestAmountsKeepWhatTheirFormatShows(t *testing.T) {
	for code, want := range map[string]string{
		`[$$-409]#,##0.00`: "$|", `"US$"#,##0`: "us$|", `[$€-407] #,##0.00`: "€|", `#,##0.00\ [$€-407]`: "€|", `"£"#,##0;[Red]-"£"#,##0`: "£|", `[$$-C09]#,##0`: "AUD |",
		`[$¥-411]#,##0`: "JPY |", `[$USD] #,##0`: "usd|", `0.00"万元"`: "|万元", `0.00"亿"`: "|亿",
		`"¥"#,##0.00`: "|", `[$¥-804]#,##0.00`: "|", `0.00"元"`: "|", `0"人"`: "|", `0!.0,"万"`: "|", `0\.0,"万元"`: "|", `#,##0,"千元"`: "|", `0.00%`: "|", "General": "|", "@": "|", `"x`: "|", "[": "|", `\`: "|",
		`_(* #,##0.00_)`: "|", `[Red]0`: "|", `0.0,,"m"`: "|",
	} {
		sign, unit := unitOfCode(code)
		if got := sign + "|" + unit; !strings.EqualFold(got, want) {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
	text, said := imported(t, sheetOf(t, [][]any{
		{"项目编号", "项目名称", "立项金额"}, {"P1", "助餐", 12.5}, {"P2", "探访", -3},
	}, func(f *excelize.File, sheet string) error {
		for cell, code := range map[string]string{"C2": `0.00"万元"`, "C3": `[$$-409]#,##0.00`} {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err == nil {
				err = f.SetCellStyle(sheet, cell, cell, style)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}))
	if want := "项目编号,项目名称,立项金额\nP1,助餐,12.5万元\nP2,探访,$-3\n"; text != want || !strings.Contains(said, "项目!C2 2 numbers are shown with a unit or a currency") {
		t.Errorf("got\n%s\n%s", text, said)
	}
}
