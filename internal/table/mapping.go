package table

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/value"

	"gopkg.in/yaml.v3"
)

// MappingFile is where publishers say what their headings mean.
const MappingFile = "data/columns.yaml"

// Mapping is one table's block of columns.yaml; nil means none.
type Mapping struct {
	Files     []string
	FilesPos  finding.Pos       // of files:
	Columns   map[string]string // folded heading → target
	Dates     value.DateOrder
	Missing   map[string]bool
	Units     map[string]unit              // by field
	Constants []constant                   // in written order
	Values    map[string]map[string]string // target → folded cell → code
	Extract   map[string]*regexp.Regexp    // by field
	ID        []string                     // headings
	Repeated  string                       // "", "error" or "last"
	Encoding  string
	SkipRows  int

	headings []mappedHeading // as written, to report those that no file has
}

type unit struct {
	times int64
	cur   value.Currency
}

type mappedHeading struct {
	text string
	pos  finding.Pos
}

var mappingKeys = []string{"files", "columns", "dates", "missing", "units", "constants", "values", "extract", "id", "repeated", "encoding", "skip_rows"}

// ReadMappings reads columns.yaml: a block per table.
func ReadMappings(text []byte, schemas []*Schema, l *finding.List) map[string]*Mapping {
	out := map[string]*Mapping{}
	root, ok := source.ParseYAML(MappingFile, text, l)
	if !ok || root == nil {
		return out
	}
	byName := map[string]*Schema{}
	var names []string
	for _, s := range schemas {
		byName[s.Info.Name] = s
		names = append(names, s.Info.Name)
	}
	source.CheckKeys(MappingFile, root, names, l)
	ok = source.Mapping(root, func(k, v *yaml.Node) {
		if s := byName[k.Value]; s != nil {
			r := mappingReader{h: NewHeadings(s, schemas), m: &Mapping{}, l: l}
			r.read(v)
			out[k.Value] = r.m
		}
	})
	if !ok {
		l.Add(finding.Finding{
			Rule: badMappingRule, Pos: source.NodePos(MappingFile, root),
			Message: finding.Textf("columns.yaml 应是“表名: 设置”的形式", "columns.yaml should hold tables and what is set for each"),
			Hint:    finding.Textf("每张表一块，如 projects: {columns: {列名: 字段}}", "write one block a table, such as projects: {columns: {HEADING: FIELD}}"),
		})
	}
	return out
}

// mappingReader reads one block.
type mappingReader struct {
	h *Headings
	m *Mapping
	l *finding.List
}

func (r *mappingReader) read(block *yaml.Node) {
	source.CheckKeys(MappingFile, block, mappingKeys, r.l)
	ok := source.Mapping(block, func(k, v *yaml.Node) {
		switch k.Value {
		case "files":
			r.m.FilesPos = source.NodePos(MappingFile, v)
			for _, p := range r.texts(v) {
				if _, err := path.Match(p, ""); err != nil || strings.HasPrefix(p, "/") || strings.Contains(p, "..") {
					r.bad(v, p, finding.Textf("文件名样式 %q 不能使用", "file pattern %q cannot be used", p), finding.Textf("写 data/ 之下的文件名，可用 * 和 ?", "name files under data/, with * and ? as wildcards"))
					continue
				}
				r.m.Files = append(r.m.Files, p)
			}
		case "columns":
			r.columns(v)
		case "dates":
			r.dates(v)
		case "missing":
			r.m.Missing = map[string]bool{}
			for _, s := range r.texts(v) {
				r.m.Missing[s] = true
			}
		case "units":
			r.units(v)
		case "constants":
			r.each(v, func(target string, n *yaml.Node, text string) {
				c := constant{target: target, text: value.Clean(text), pos: source.NodePos(MappingFile, n)}
				c.claim, _ = r.h.exact(target)
				if c.check(r.h.schema, &interner{}, r.l) {
					r.m.Constants = append(r.m.Constants, c)
				}
			})
		case "values":
			r.values(v)
		case "extract":
			r.extract(v)
		case "id":
			r.m.ID = r.texts(v)
		case "repeated":
			r.oneOf(v, &r.m.Repeated, "error", "last")
		case "encoding":
			r.encoding(v)
		case "skip_rows":
			text, _ := source.Scalar(v)
			n, err := strconv.Atoi(text)
			if err != nil || n < 0 || n > 1000 {
				r.bad(v, text, finding.Textf("skip_rows 应是 0 到 1000 的整数，这里是 %q", "skip_rows takes a whole number from 0 to 1000, not %q", text), finding.Text{})
				return
			}
			r.m.SkipRows = n
		}
	})
	if !ok {
		r.bad(block, "", finding.Textf("这一块应是“键: 值”的形式", "this block should hold keys and values"), finding.Text{})
	}
}

// columns reads heading: field.
func (r *mappingReader) columns(v *yaml.Node) {
	r.m.Columns = map[string]string{}
	if !source.Mapping(v, func(k, n *yaml.Node) {
		target, _ := source.Scalar(n)
		if !r.known(target, n) {
			return
		}
		r.m.Columns[foldHeading(k.Value)] = target
		r.m.headings = append(r.m.headings, mappedHeading{k.Value, source.NodePos(MappingFile, k)})
	}) {
		r.bad(v, "", finding.Textf("columns 应是“列名: 字段”的形式", "columns takes heading: field"), finding.Text{})
	}
}

// each reads target: text pairs whose target must be a field.
func (r *mappingReader) each(v *yaml.Node, set func(target string, n *yaml.Node, text string)) {
	ok := source.Mapping(v, func(k, n *yaml.Node) {
		text, isText := source.Scalar(n)
		if r.known(k.Value, k) && isText {
			set(k.Value, n, text)
		}
	})
	if !ok {
		r.bad(v, "", finding.Textf("这里应是“字段: 值”的形式", "this takes field: value"), finding.Text{})
	}
}

// encoding asks the decoder whether it knows the name, so that a slip is said
// here and not at every file.
func (r *mappingReader) encoding(v *yaml.Node) {
	name, _ := source.Scalar(v)
	var said finding.List
	if _, ok := source.Decode(MappingFile, nil, name, &said); ok {
		r.m.Encoding = name
		return
	}
	for _, f := range said.All() {
		f.Pos = source.NodePos(MappingFile, v)
		r.l.Add(f)
	}
}

func (r *mappingReader) dates(v *yaml.Node) {
	text, _ := source.Scalar(v)
	order, ok := value.ParseDateOrder(text)
	if !ok {
		r.bad(v, text, finding.Textf("dates 是 %q；可写 M/D/Y 或 D/M/Y", "dates is %q; it takes M/D/Y or D/M/Y", text), finding.Text{})
	}
	r.m.Dates = order
}

func (r *mappingReader) units(v *yaml.Node) {
	r.m.Units = map[string]unit{}
	r.each(v, func(target string, n *yaml.Node, text string) {
		times, cur, ok := value.ParseUnit(text)
		if !ok {
			r.bad(n, text, finding.Textf("不认识单位 %q", "the unit %q is not known", text), finding.Textf("例如 元、万元、亿元", "for example 元, 万元, thousand, million"))
			return
		}
		if c, _ := r.h.exact(target); c.value().Kind != KindMoney {
			r.bad(n, text, finding.Textf("%s 不是金额，没有单位", "%s is no amount and takes no unit", target), finding.Text{})
			return
		}
		r.m.Units[target] = unit{times, cur}
	})
}

func (r *mappingReader) values(v *yaml.Node) {
	r.m.Values = map[string]map[string]string{}
	if !source.Mapping(v, func(k, n *yaml.Node) {
		if !r.known(k.Value, k) {
			return
		}
		c, _ := r.h.exact(k.Value)
		codes := map[string]string{}
		ok := source.Mapping(n, func(from, to *yaml.Node) {
			text, _ := source.Scalar(to)
			if f := c.value(); f.Kind == KindEnum {
				if _, ok := f.Enum.Find(text); text != "" && !ok {
					pos := source.NodePos(MappingFile, to)
					r.l.Add(badCode(f, text, spot{fixed: &pos}))
				}
			}
			codes[value.Fold(from.Value)] = text
		})
		if !ok {
			r.bad(n, "", finding.Textf("%s 之下应是“单元格: 代码”的形式", "%s takes cell: code", k.Value), finding.Text{})
		}
		r.m.Values[k.Value] = codes
	}) {
		r.bad(v, "", finding.Textf("values 应是“字段: {单元格: 代码}”的形式", "values takes field: {cell: code}"), finding.Text{})
	}
}

func (r *mappingReader) extract(v *yaml.Node) {
	r.m.Extract = map[string]*regexp.Regexp{}
	r.each(v, func(target string, n *yaml.Node, text string) {
		re, err := regexp.Compile(text)
		if err != nil {
			r.bad(n, text, finding.Textf("正则表达式 %q 读不懂：%v", "the regular expression %q cannot be read: %v", text, err), finding.Text{})
			return
		}
		r.m.Extract[target] = re
	})
}

func (r *mappingReader) oneOf(v *yaml.Node, into *string, allowed ...string) {
	text, _ := source.Scalar(v)
	for _, a := range allowed {
		if text == a {
			*into = text
			return
		}
	}
	r.bad(v, text, finding.Textf("%q 不在可用的值之内：%s", "%q is none of %s", text, strings.Join(allowed, ", ")), finding.Text{})
}

// texts reads one text or a list of them.
func (r *mappingReader) texts(v *yaml.Node) []string {
	items := []*yaml.Node{v}
	if v.Kind == yaml.SequenceNode {
		items = v.Content
	}
	var out []string
	for _, n := range items {
		if s, ok := source.Scalar(n); ok {
			out = append(out, s)
			continue
		}
		r.bad(n, "", finding.Textf("这里应是一个文字，或文字的列表", "this takes a text or a list of texts"), finding.Text{})
	}
	return out
}

// known reports a target that is no field.
func (r *mappingReader) known(target string, n *yaml.Node) bool {
	if _, ok := r.h.exact(target); ok {
		return true
	}
	f := finding.Finding{
		Rule: unknownFieldRule, Pos: source.NodePos(MappingFile, n), Value: target,
		Message: finding.Textf("表 %[2]s 没有字段 %[1]q", "%[2]s has no field %[1]q", target, r.h.schema.Info.Name),
	}
	if near, ok := value.Nearest(target, r.h.schema.Names()); ok {
		f.Hint = finding.Textf("是否指 %q？", "did you mean %q?", near)
	} else {
		f.Hint = finding.Textf("gongkai schema %s 列出全部字段", "gongkai schema %s lists its fields", r.h.schema.Info.Name)
	}
	r.l.Add(f)
	return false
}

func (r *mappingReader) bad(n *yaml.Node, text string, message, hint finding.Text) {
	r.l.Add(finding.Finding{Rule: badMappingRule, Pos: source.NodePos(MappingFile, n), Value: text, Message: message, Hint: hint})
}

// column is the target that the mapping gives a heading.
func (m *Mapping) column(heading string) (string, bool) {
	if m == nil {
		return "", false
	}
	t, ok := m.Columns[foldHeading(heading)]
	return t, ok
}

// EncodingName is the encoding that the mapping names, "" where it names none.
func (m *Mapping) EncodingName() string {
	if m == nil {
		return ""
	}
	return m.Encoding
}

// constant reports whether the mapping gives a field for every row.
func (m *Mapping) constant(field string) bool {
	if m == nil {
		return false
	}
	for _, c := range m.Constants {
		if c.target == field {
			return true
		}
	}
	return false
}

// Unused reports the headings that the mapping names and no file has.
func (m *Mapping) Unused(files []*File, l *finding.List) {
	if m == nil || len(files) == 0 {
		return
	}
	have := map[string]bool{}
	var names []string
	for _, f := range files {
		for _, c := range f.Columns {
			have[foldHeading(c.Heading)] = true
			names = append(names, c.Heading)
		}
	}
	for _, h := range m.headings {
		if have[foldHeading(h.text)] {
			continue
		}
		f := finding.Finding{
			Rule: unknownHeadingRule, Pos: h.pos, Value: h.text,
			Message: finding.Textf("没有一个文件有列名 %q", "no file has the heading %q", h.text),
		}
		if near, ok := value.Nearest(h.text, names); ok {
			f.Hint = finding.Textf("是否指 %q？", "did you mean %q?", near)
		}
		l.Add(f)
	}
}
