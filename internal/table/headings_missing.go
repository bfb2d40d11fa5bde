package table

import (
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
)

// headingsWrong tells of a file whose first line cannot be the headings: none is
// known, or the next line holds headings as well. Reading on would only bring
// findings that follow from it.
func (d *decoder) headingsWrong(name string, text []byte, o Options) (finding.Finding, bool) {
	known := 0
	for _, c := range d.claims {
		if c.field != nil {
			known++
		}
	}
	if mapped := o.Mapping != nil && (len(o.Mapping.ID) > 0 || len(o.Mapping.Constants) > 0); known == 0 && !mapped && len(d.file.Columns) > 0 {
		return d.noneKnown(), true
	}
	if cells, line, ok := secondLine(name, text, o); ok {
		_, filled := filledCells(cells)
		if below := o.known(cells); below >= 3 && below >= known && 2*below > filled {
			return finding.Finding{
				Rule: stackedHeadingsRule, Pos: finding.Pos{File: name, Line: line, Col: 1}, Value: strings.Join(cells, ","),
				Message: finding.Textf("上一行有 %d 个认得的列名，这一行有 %d 个：列名占了两行", "the line above holds %d headings that are known, and this one %d: the headings stand on two lines", known, below),
				Hint:    stackedHeadingsRule.Fix,
			}, true
		}
	}
	return finding.Finding{}, false
}

func (d *decoder) noneKnown() finding.Finding {
	var heads, quoted []string
	for i, c := range d.file.Columns {
		heads = append(heads, c.written)
		if i < 4 {
			quoted = append(quoted, strconv.Quote(c.written))
		}
	}
	f := finding.Finding{
		Rule: noHeadingsRule, Pos: d.file.Columns[0].pos(d.file.Name), Value: heads[0],
		Message: finding.Textf("第一行没有认得的列名：%s", "the first line holds no heading that is known: %s", strings.Join(quoted, ", ")),
		Hint: finding.Textf("这一行是数据时，在上面加一行列名，如 id,title；是自己的列名时，在 data/columns.yaml 写 %[1]s: {columns: {列名: title}}；gongkai schema %[1]s 列出全部字段",
			"where the line is data, write a line of headings above it, such as id,title; where these are your headings, map them in data/columns.yaml, such as %[1]s: {columns: {HEADING: title}}; gongkai schema %[1]s lists the fields", d.schema.Info.Name),
	}
	for _, mark := range []string{"，", "|", "；", "、"} {
		if len(heads) == 1 && strings.Contains(heads[0], mark) {
			f.Hint = finding.Textf("各列用 %q 隔开，不是逗号：另存为“CSV UTF-8（逗号分隔）”", "the cells are separated by %q and not by commas: save the table as “CSV UTF-8 (comma delimited)”", mark)
		}
	}
	return f
}

// secondLine is the record below the headings and its line.
func secondLine(name string, text []byte, o Options) (cells []string, line int, ok bool) {
	c, ok := source.OpenCSV(name, text, o.CSV(), &finding.List{})
	for range 2 {
		if !ok {
			return nil, 0, false
		}
		var err error
		cells, err = c.Reader.Read()
		ok = err == nil
	}
	if !ok {
		return nil, 0, false
	}
	line, _ = c.Reader.FieldPos(0)
	return slices.Clone(cells), c.Base + line, true
}
