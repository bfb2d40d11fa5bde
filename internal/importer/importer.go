// Package importer turns what a publisher already has into gongkai's tables: a
// workbook, a package of the Open Contracting Data Standard, grants after
// 360Giving. Read Read first, which tells the format by the content; there is a
// file for each format. Batch.Write puts the tables into a site's folder.
//
// What has no column of its own is kept in columns under its own heading, and
// whatever could not be kept is told in a Message. Nothing of the input names a
// path: files are named after gongkai's tables and by number.
package importer

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
)

// Format is a form of input.
type Format string

const (
	XLSX Format = "xlsx"
	G360 Format = "360giving"
	OCDS Format = "ocds"
)

// The limits of one file, beside those that reading the tables has.
const (
	maxFile    = 1 << 30    // bytes, after unpacking
	maxCells   = 50_000_000 // of a workbook
	maxColumns = 1000       // of a table
	maxCell    = 1 << 20    // bytes of one cell
)

// Error is why a file was not read, in both languages.
type Error struct{ finding.Text }

// Error is the English text.
func (e *Error) Error() string { return e.EN }

func failf(zh, en string, args ...any) error { return &Error{finding.Textf(zh, en, args...)} }

// Message tells what was decided about a place of the input, or not kept.
type Message struct {
	File    string
	Place   string // "Sheet!B3", or a path in JSON; "" for the whole file
	Warning bool   // it should be looked at
	Text    finding.Text
}

// Batch is the tables of all files that are read together.
type Batch struct {
	Messages []Message
	tables   []*Table
	file     string // being read

	// What several files may tell parts of, until Finish.
	ocds   *gathered
	grants *records
}

// Read adds a file's tables. The name is for messages; from is "" where the
// content tells the format. The error, if any, is an *Error.
func (b *Batch) Read(name string, data []byte, from Format) error {
	b.file = name
	if len(data) > maxFile {
		return failf("%q 超过 1 GiB", "%q has more than 1 GiB", name)
	}
	if bytes.HasPrefix(data, []byte("\x1f\x8b")) {
		var err error
		if data, err = unpack(name, data); err != nil {
			return err
		}
	}
	if _, binary := source.BinaryKind(data); !binary && from != XLSX && source.IsWide(data) {
		var err error
		if data, err = b.narrow(data); err != nil {
			return err
		}
	}
	if from == "" {
		from = recognise(data)
	}
	switch from {
	case XLSX:
		return b.workbook(name, data)
	case G360, OCDS:
		return b.document(data, from)
	}
	return b.unknown(data)
}

// recognise tells the format by the content, "" where it is none.
func recognise(data []byte) Format {
	text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return XLSX
	case isGrantsCSV(data), bytes.HasPrefix(text, []byte("{")) && bytes.Contains(text, []byte(`"grants"`)):
		return G360
	case bytes.HasPrefix(text, []byte("{")), bytes.HasPrefix(text, []byte("[")):
		if bytes.Contains(text, []byte(`"ocid"`)) {
			return OCDS
		}
	}
	return ""
}

// Finish makes the tables of what several files tell parts of. After it nothing
// can be read, and Messages are whole.
func (b *Batch) Finish() error {
	if g := b.ocds; g != nil {
		b.ocds = nil
		if err := b.processes(g); err != nil {
			return err
		}
	}
	if r := b.grants; r != nil {
		b.grants = nil
		return r.done()
	}
	return nil
}

// document reads a text of a standard.
func (b *Batch) document(data []byte, from Format) error {
	if from == G360 && isGrantsCSV(data) {
		return b.grantsCSV(data)
	}
	text, err := b.scanned(data)
	if err != nil {
		return err
	}
	if from == OCDS {
		return b.releases(text)
	}
	return b.grantsJSON(text)
}

// unknown tells what a file is that is in none of the forms.
func (b *Batch) unknown(data []byte) error {
	text := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return failf("%q 是旧格式或加了密码的工作簿：另存为没有密码的 .xlsx 再导入", "%q is an old workbook or has a password: save it as .xlsx without one", b.file)
	case len(text) > 0 && text[0] == '<' && isSheet(b.file, text):
		return failf("%q 是网页或 XML 形式的表格：用表格软件打开，另存为 .xlsx 再导入", "%q is a sheet in the form of a web page or XML: open it in a spreadsheet program and save it as .xlsx", b.file)
	case len(text) == 0 || text[0] == '<':
		return b.broken(text)
	case text[0] == '{' || text[0] == '[':
		if _, err := b.scanned(data); err != nil {
			return err
		}
		if keys(text) != "" {
			return failf("%q 是 JSON，但没有 OCDS 的 ocid，也没有 360Giving 的 grants；它有 %s", "%q is JSON, but has no ocid of OCDS and no grants of 360Giving; it has %s", b.file, keys(text))
		}
		return failf("%q 是 JSON，但没有 OCDS 的 ocid，也没有 360Giving 的 grants", "%q is JSON, but has no ocid of OCDS and no grants of 360Giving", b.file)
	case strings.HasSuffix(strings.ToLower(b.file), ".csv"):
		return failf("%q 是 CSV，不用导入：放进网站文件夹的 data/ 就行", "%q is CSV and needs no import: put it into the site's folder data/", b.file)
	}
	if kind, ok := source.BinaryKind(data); ok {
		return failf("%[1]q 是%[2]s，不能导入：要工作簿（.xlsx），或 OCDS、360Giving 的 JSON", "%[1]q is %[3]s, which cannot be imported: a workbook (.xlsx) is needed, or JSON of OCDS or 360Giving", b.file, kind.ZH, kind.EN)
	}
	return failf("认不出 %q 是什么：不是工作簿，也不是 OCDS 或 360Giving 的数据", "%q is in no form that is known: it is no .xlsx workbook, no OCDS and no 360Giving data", b.file)
}

// isSheet reports XML or HTML that spreadsheet programs write, also under the name
// of a workbook.
func isSheet(name string, text []byte) bool {
	name, head := strings.ToLower(name), text[:min(len(text), 4096)]
	return strings.HasSuffix(name, ".xls") || strings.HasSuffix(name, ".xlsx") ||
		bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")) || bytes.Contains(head, []byte("opendocument"))
}

func unpack(name string, data []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, failf("%q 解压不了：%v", "%q cannot be unpacked: %v", name, err)
	}
	data, err = io.ReadAll(io.LimitReader(z, maxFile+1))
	switch {
	case err != nil:
		return nil, failf("%q 解压不了：%v", "%q cannot be unpacked: %v", name, err)
	case len(data) > maxFile:
		return nil, failf("%q 解压后超过 1 GiB", "%q has more than 1 GiB after unpacking", name)
	}
	return data, nil
}

// narrow is a text in UTF-16, as Windows programs save "Unicode", in UTF-8.
func (b *Batch) narrow(data []byte) ([]byte, error) {
	var found finding.List
	text, ok := source.Decode(b.file, data, "", &found)
	if !ok {
		f := found.All()[0]
		return nil, &Error{finding.Text{
			ZH: fmt.Sprintf("%q 看来是 UTF-16，但第 %d 行%s：另存为 UTF-8 再导入", b.file, f.Pos.Line, f.Message.ZH),
			EN: fmt.Sprintf("%q seems to be UTF-16, but at line %d: %s; save it as UTF-8", b.file, f.Pos.Line, f.Message.EN),
		}}
	}
	b.info("", "文件是 UTF-16，已转为 UTF-8 读取", "the file is in UTF-16 and was read so")
	return text, nil
}

// info tells what was decided.
func (b *Batch) info(place, zh, en string, args ...any) {
	b.Messages = append(b.Messages, Message{File: b.file, Place: place, Text: finding.Textf(zh, en, args...)})
}

// warn tells what should be looked at.
func (b *Batch) warn(place, zh, en string, args ...any) {
	b.Messages = append(b.Messages, Message{File: b.file, Place: place, Warning: true, Text: finding.Textf(zh, en, args...)})
}
