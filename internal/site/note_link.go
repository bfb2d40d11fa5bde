package site

import (
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// noteKinds are the names of one note, and the folder where such notes are.
var noteKinds = map[string]string{"policy": "policies", "story": "stories", "page": "pages"}

// linkTable is the table that a link's kind names by its own name or by that of
// one record ("projects" or "project"); nil where none is called so.
func (x *index) linkTable(kind string) table.Table {
	for _, t := range x.tables {
		if info := t.Schema().Info; kind == info.Name || kind == strings.ToLower(info.One.EN) {
			return t
		}
	}
	return nil
}

// maxNear bounds, for each note, the work of looking for what a link may mean.
const maxNear = 20

// nearLink is a hint at the record that a link "[[kind:id]]" or "[[kind:id|text]]"
// may mean; otherwise where nothing is near.
func (x *index) nearLink(written string, otherwise finding.Text) finding.Text {
	inner := strings.TrimSuffix(strings.TrimPrefix(written, "[["), "]]")
	kind, rest, _ := strings.Cut(inner, ":")
	id, text, labelled := strings.Cut(rest, "|")
	if labelled {
		text = "|" + text
	}
	if t := x.linkTable(kind); t != nil {
		ids := make([]string, 0, t.Len())
		for i := range t.Len() {
			ids = append(ids, t.At(i).Rec().ID)
		}
		near, ok := value.Nearest(id, ids)
		if !ok {
			return otherwise
		}
		id = near
	} else {
		var kinds []string
		for _, t := range x.tables {
			kinds = append(kinds, strings.ToLower(t.Schema().Info.One.EN), t.Schema().Info.Name)
		}
		for one, folder := range noteKinds {
			kinds = append(kinds, one, folder)
		}
		slices.Sort(kinds)
		near, ok := value.Nearest(kind, kinds)
		if !ok {
			return otherwise
		}
		kind = near
	}
	return finding.Textf("是否指 %q？", "did you mean %q?", "[["+kind+":"+id+text+"]]")
}
