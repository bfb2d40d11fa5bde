package table

import (
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// refCells gathers what a row says of each record it refers to.
type refCells map[*Field]*refCell

type refCell struct {
	plain string
	subs  []draftCell
	pos   finding.Pos
}

func (r refCells) add(c claim, text string, pos finding.Pos) {
	rc := r[c.field]
	if rc == nil {
		rc = &refCell{pos: pos}
		r[c.field] = rc
	}
	if c.sub == nil {
		rc.plain, rc.pos = text, pos
		return
	}
	rc.subs = append(rc.subs, draftCell{c.sub, c.lang, text, pos})
}

func (r refCells) has(c claim) bool {
	rc := r[c.field]
	if rc == nil {
		return false
	}
	if c.sub == nil {
		return rc.plain != ""
	}
	for _, s := range rc.subs {
		if s.field == c.sub && s.lang == c.lang {
			return true
		}
	}
	return false
}

// sub is the text of the first field that the test accepts.
func (rc *refCell) sub(is func(*Field) bool) string {
	for _, s := range rc.subs {
		if is(s.field) {
			return s.text
		}
	}
	return ""
}

func isName(f *Field) bool { return f.Name == "name" || f.Name == "title" }

// references writes the row's references and notes what it says of each
// referred record. The most certain identifier leads: id, credit code, then
// what the column itself says, then a name.
func (d *decoder) references(e Entity, refs refCells, row int) {
	for _, f := range d.schema.Fields {
		rc := refs[f]
		if rc == nil {
			continue
		}
		id := rc.sub(func(f *Field) bool { return f.Kind == KindID })
		code := strings.ToUpper(rc.sub(func(f *Field) bool { return f.Kind == KindCreditCode }))
		name := rc.sub(isName)
		written := first(id, code, rc.plain, name)
		if written == "" {
			continue
		}
		r := f.Of(e).(reference)
		parts := []string{d.short(written)}
		if f.Many && written == rc.plain {
			parts = d.split(written)
		}
		for _, p := range parts {
			d.visible(f, p, fixed(rc.pos))
		}
		r.write(parts)
		if len(parts) == 0 || d.Given(f.Target) {
			continue
		}
		dr := draft{field: f, written: parts[0], origin: Origin{d.file, int32(row)}, cells: rc.subs}
		if name == "" && rc.plain != "" && written != rc.plain {
			if label := d.Headings.targets[f.Target].LabelField(); label != nil {
				dr.cells = append(dr.cells, draftCell{field: label, text: rc.plain, pos: rc.pos})
			}
		}
		if len(dr.cells) > 0 {
			st := d.t.store()
			st.drafts = append(st.drafts, dr)
		}
	}
}

func (d *decoder) split(s string) []string {
	var parts []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '；' }) {
		if p = value.Clean(p); p != "" {
			parts = append(parts, d.short(p))
		}
	}
	return parts
}

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
