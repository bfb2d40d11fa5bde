package model

import (
	"path"
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// files says which file belongs to which table.
type files struct {
	tables     map[string][]string // in name order
	mappings   map[string]*table.Mapping
	configured bool // site.yaml is there
}

const shapesFile = "data/districts.geojson"

// findFiles looks through data/, or takes the lone CSV of the folder itself.
func findFiles(src *source.Site, l *finding.List) *files {
	schemas := Schemas()
	f := &files{tables: map[string][]string{}, mappings: map[string]*table.Mapping{}, configured: src.Exists(ConfigFile)}
	if src.Exists(table.MappingFile) {
		if text, ok := readText(src, table.MappingFile, l); ok {
			f.mappings = table.ReadMappings(text, schemas, l)
		}
	}
	var stray []string
	for _, name := range src.List("data", l) {
		switch name {
		case ConfigFile, table.MappingFile, shapesFile:
			continue
		}
		if t := f.tableOf(strings.TrimPrefix(name, "data/"), schemas); t != "" {
			f.tables[t] = append(f.tables[t], name)
		} else {
			stray = append(stray, name)
		}
	}
	if len(f.tables) == 0 {
		stray = f.lone(src, stray, schemas, l)
	}
	for _, name := range stray {
		l.Add(f.strayFile(src, name, schemas))
	}
	f.unmatched(l)
	if len(f.tables) == 0 && !l.HasErrors() {
		l.Add(finding.Finding{
			Rule: noTablesRule, Pos: finding.Pos{File: "data"},
			Message: finding.Textf("这里没有数据表", "there is no table here"),
			Hint:    finding.Textf("放一个 CSV 到 data/ 中，例如 data/projects.csv；gongkai init 会建一个小网站", "put a CSV into data/, such as data/projects.csv; gongkai init makes a small site"),
		})
	}
	return f
}

// tableOf is the table that a file under data/ belongs to by its mapping or
// its name.
func (f *files) tableOf(name string, schemas []*table.Schema) string {
	for _, s := range schemas {
		if m := f.mappings[s.Info.Name]; m != nil {
			for _, p := range m.Files {
				if ok, _ := path.Match(strings.TrimPrefix(p, "data/"), name); ok {
					return s.Info.Name
				}
			}
		}
	}
	if !isTableFile(name) {
		return ""
	}
	first, _, nested := strings.Cut(name, "/")
	if !nested {
		first = strings.TrimSuffix(trimTableSuffix(name), ".")
	}
	for _, s := range schemas {
		if s.Info.Name != first {
			continue
		}
		if m := f.mappings[first]; m != nil && len(m.Files) > 0 {
			return ""
		}
		return first
	}
	return ""
}

// lone takes the only CSV there is, whatever its name, as the table that its
// headings tell; it returns what stays unexplained.
func (f *files) lone(src *source.Site, stray []string, schemas []*table.Schema, l *finding.List) []string {
	csvs := slices.DeleteFunc(slices.Clone(stray), func(n string) bool { return !isCSV(n) })
	if len(csvs) == 0 {
		csvs = ownCSVs(src, l)
	}
	if len(csvs) != 1 {
		return append(slices.DeleteFunc(stray, func(n string) bool { return slices.Contains(csvs, n) }), csvs...)
	}
	name := csvs[0]
	r := f.recognise(src, name, schemas)
	f.tables[r.table] = []string{name}
	fd := finding.Finding{
		Rule: recognisedRule, Pos: finding.Pos{File: name, Line: 1}, Value: name,
		Message: finding.Textf("按列名把 %[1]q 读作表 %[2]s（认得 %[3]d 个列名）", "%[1]q is read as the table %[2]s by its headings (%[3]d are known)", name, r.table, r.known),
		Hint:    finding.Textf("改名为 data/%s.csv 便不再猜测", "call it data/%s.csv and nothing is guessed", r.table),
	}
	if len(r.unknown) > 0 {
		list, zh, en := quoted(r.unknown), "改名为 data/%[1]s.csv 便不再猜测；不认得、照原样保留的列：%[2]s；其中有 %[1]s 的字段时，在 data/columns.yaml 中写明：%[1]s: {columns: {列名: 字段}}",
			"call it data/%[1]s.csv and nothing is guessed; not known, and kept as they are: %[2]s; where one is a field of %[1]s, say so in data/columns.yaml: %[1]s: {columns: {HEADING: FIELD}}"
		fd.Hint = finding.Textf(zh, en, r.table, list)
	}
	l.Add(fd)
	return slices.DeleteFunc(stray, func(n string) bool { return n == name })
}

// ownCSVs are the CSV files in the site's folder itself. Of what else stands
// below it nothing is said here: each part tells of its own.
func ownCSVs(src *source.Site, l *finding.List) []string {
	own := func(name string) bool { return isCSV(name) && !strings.Contains(name, "/") }
	var around finding.List
	names := slices.DeleteFunc(src.List(".", &around), func(n string) bool { return !own(n) })
	for _, f := range around.All() {
		if own(f.Pos.File) {
			l.Add(f)
		}
	}
	return names
}

func schemaOf(name string, schemas []*table.Schema) *table.Schema {
	for _, s := range schemas {
		if s.Info.Name == name {
			return s
		}
	}
	return nil
}

// unmatched reports file patterns of columns.yaml that match nothing.
func (f *files) unmatched(l *finding.List) {
	for _, name := range sortedKeys(f.mappings) {
		m := f.mappings[name]
		for _, p := range m.Files {
			hit := slices.ContainsFunc(f.tables[name], func(file string) bool {
				ok, _ := path.Match(strings.TrimPrefix(p, "data/"), strings.TrimPrefix(file, "data/"))
				return ok
			})
			if !hit {
				l.Add(finding.Finding{
					Rule: noSuchFileRule, Pos: m.FilesPos, Field: "files", Value: p,
					Message: finding.Textf("%s 的 files 中的 %q 不合任何文件", "no file matches %[2]q of files: of %[1]s", name, p),
					Hint:    finding.Textf("改正文件名，或删去这一条", "mend the name, or remove the entry"),
				})
			}
		}
	}
}

// strayFile says what to do about a file in data/ that no table claims.
func (f *files) strayFile(src *source.Site, name string, schemas []*table.Schema) finding.Finding {
	if !isTableFile(name) {
		return finding.Finding{
			Rule: ignoredFileRule, Pos: finding.Pos{File: name}, Value: name,
			Message: finding.Textf("%q 不是 CSV 或 YAML，未读入", "%q is neither CSV nor YAML and is not read", name),
			Hint:    finding.Textf("若是电子表格，另存为“CSV UTF-8”；若是附件，放到 static/documents/", "save a spreadsheet as CSV UTF-8; put documents into static/documents/"),
		}
	}
	return finding.Finding{
		Rule: strayFileRule, Pos: finding.Pos{File: name}, Value: name,
		Message: finding.Textf("%q 不属于任何表", "%q belongs to no table", name),
		Hint:    f.strayHint(src, name, schemas),
	}
}

// strayHint tells the table that a stray file most likely is, by its name, else
// by its headings.
func (f *files) strayHint(src *source.Site, name string, schemas []*table.Schema) finding.Text {
	first, rest, nested := strings.Cut(strings.TrimPrefix(name, "data/"), "/")
	if !nested {
		first = trimTableSuffix(first)
	}
	if m := f.mappings[first]; m != nil && len(m.Files) > 0 {
		return finding.Textf("data/columns.yaml 中 %s 的 files 没有它：加上，或改名", "files: of %s in data/columns.yaml does not list it: add it there", first)
	}
	names := []string{"site", "columns"}
	for _, s := range schemas {
		names = append(names, s.Info.Name)
	}
	if near, ok := value.Nearest(first, names); ok || slices.Contains(names, first) {
		switch {
		case !ok:
			near = first
		case nested:
			return finding.Textf("是否指 %q？", "did you mean %q?", path.Join("data", near, rest))
		}
		ending := strings.TrimPrefix(path.Base(name), first)
		if near == "site" || near == "columns" {
			ending = ".yaml"
		}
		return finding.Textf("是否指 %q？", "did you mean %q?", "data/"+near+ending)
	}
	for _, s := range schemas { // 合同.csv
		if first == s.Info.One.ZH || first == s.Info.Title.ZH || strings.EqualFold(first, s.Info.Title.EN) {
			return finding.Textf("改名为 %q", "call it %q", "data/"+s.Info.Name+strings.TrimPrefix(path.Base(name), first))
		}
	}
	if isCSV(name) {
		if r := f.recognise(src, name, schemas); r.known > 1 {
			t := r.table
			return finding.Textf("按列名像是表 %[1]s：放进文件夹 data/%[1]s/，或改名为 data/%[1]s.csv", "by its headings it is %[1]s: put it into the folder data/%[1]s/, or call it data/%[1]s.csv", t)
		}
	}
	return finding.Textf("文件名用表名（%s），或在 data/columns.yaml 的 files 中写明", "name it after its table (%s), or list it under files: in data/columns.yaml", strings.Join(names[2:], ", "))
}

// text is a table file's text, unpacked and decoded.
func (f *files) text(src *source.Site, name string, m *table.Mapping, l *finding.List) ([]byte, bool) {
	raw, ok := src.ReadData(name, l)
	if !ok {
		return nil, false
	}
	return source.Decode(name, raw, m.EncodingName(), l)
}

// hasHan reports whether some table is written in Han characters.
func (f *files) hasHan(src *source.Site) bool {
	var quiet finding.List
	for _, t := range sortedKeys(f.tables) {
		for _, name := range f.tables[t] {
			if text, ok := f.text(src, name, f.mappings[t], &quiet); ok && hasHan(text) {
				return true
			}
		}
	}
	return false
}

func isYAML(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

func isCSV(name string) bool {
	name = strings.ToLower(strings.TrimSuffix(strings.ToLower(name), ".gz"))
	return strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".tsv")
}

func isTableFile(name string) bool { return isCSV(name) || isYAML(name) }

func trimTableSuffix(name string) string {
	name = strings.TrimSuffix(name, ".gz")
	return strings.TrimSuffix(name, path.Ext(name))
}
