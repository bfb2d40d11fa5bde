package source

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"gongkai/internal/finding"
)

// Rows is a table that was written as a YAML list of maps. Each row has a cell
// for every heading, in their order.
type Rows struct {
	Headings []Heading
	Rows     []Row
}

// Heading is a key of the maps, at the place where it first stands.
type Heading struct {
	Text string
	Pos  finding.Pos
}

// Row is one map of the list.
type Row struct {
	Line  int
	Cells []Cell
}

// Cell is one value; where the map lacks the key, it is blank at the map's place.
type Cell struct {
	Text string
	Pos  finding.Pos
}

// ListTable turns a list of maps into headings and rows. A map of language tags
// under `title` makes the headings title_zh and title_en; a list of plain values
// is joined by semicolons. False where the shape is another one.
func ListTable(name string, n *yaml.Node, l *finding.List) (*Rows, bool) {
	t := tableMaker{name: name, list: l, ok: true, column: map[string]int{}}
	if n == nil || n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		f := noRowsFinding(name)
		f.Message = say("文件里没有记录", "the file holds no records")
		l.Add(f)
		return &t.rows, true
	}
	if n.Kind != yaml.SequenceNode {
		t.shape(n, say("表应是记录的列表", "a table must be a list of records"))
		return nil, false
	}
	for _, item := range n.Content {
		t.row(item)
	}
	if !t.ok {
		return nil, false
	}
	for i := range t.rows.Rows {
		r := &t.rows.Rows[i]
		for len(r.Cells) < len(t.rows.Headings) {
			r.Cells = append(r.Cells, Cell{Pos: at(name, r.Line, 1)})
		}
	}
	return &t.rows, true
}

// tableMaker grows the headings while it reads the rows.
type tableMaker struct {
	name   string
	list   *finding.List
	ok     bool
	rows   Rows
	column map[string]int
	last   []int // by column, the row that was given a value last, from 1
	at     int   // line of the row being made
}

func (t *tableMaker) row(n *yaml.Node) {
	t.at = n.Line
	t.rows.Rows = append(t.rows.Rows, Row{Line: n.Line})
	ok := Mapping(n, func(key, value *yaml.Node) {
		if value.Kind == yaml.MappingNode && localised(value) {
			Mapping(value, func(lang, v *yaml.Node) {
				t.value(key.Value+"_"+lang.Value, lang, v)
			})
			return
		}
		t.value(key.Value, key, value)
	})
	if !ok {
		t.shape(n, say("每条记录应是“名称: 值”", "each record must be a map of names and values"))
	}
}

// value puts one value into its column of the last row.
func (t *tableMaker) value(heading string, key, value *yaml.Node) {
	text, ok := cellText(value)
	if !ok {
		t.shape(value, finding.Textf("%q 的值层次太多，一格放不下", "the value of %q has more levels than a cell can hold", excerpt(heading)))
		return
	}
	i, ok := t.column[heading]
	if !ok {
		i = len(t.rows.Headings)
		t.column[heading] = i
		t.rows.Headings = append(t.rows.Headings, Heading{heading, NodePos(t.name, key)})
		t.last = append(t.last, 0)
	}
	if t.last[i] == len(t.rows.Rows) {
		// title_zh beside title: {zh: …} is one key written in two ways.
		t.ok = false
		t.list.Add(finding.Finding{
			Rule: ruleDuplicateKey, Pos: NodePos(t.name, key), Field: heading, Value: heading,
			Message: finding.Textf("%q 写了两次", "%q stands twice", excerpt(heading)),
			Hint:    say("删去其中一个", "remove one of them"),
		})
		return
	}
	t.last[i] = len(t.rows.Rows)
	r := &t.rows.Rows[len(t.rows.Rows)-1]
	for len(r.Cells) <= i {
		r.Cells = append(r.Cells, Cell{Pos: at(t.name, t.at, 1)})
	}
	r.Cells[i] = Cell{text, NodePos(t.name, value)}
}

func (t *tableMaker) shape(n *yaml.Node, message finding.Text) {
	t.ok = false
	t.list.Add(finding.Finding{
		Rule: ruleYAMLForm, Pos: NodePos(t.name, n), Message: message,
		Hint: say("每条记录以“- ”开头，其下每行一个“名称: 值”", "start each record with “- ” and put one “name: value” on each line below it"),
	})
}

// cellText is a plain value, or a list of them joined as a cell of CSV would be.
func cellText(n *yaml.Node) (string, bool) {
	if n.Kind != yaml.SequenceNode {
		return Scalar(n)
	}
	var parts []string
	for _, c := range n.Content {
		s, ok := Scalar(c)
		if !ok {
			return "", false
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, ";"), true
}

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$`)

// localised reports whether every key of a map is a language tag.
func localised(n *yaml.Node) bool {
	all := len(n.Content) > 0
	Mapping(n, func(key, _ *yaml.Node) {
		all = all && languageTag.MatchString(key.Value)
	})
	return all
}
