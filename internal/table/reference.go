package table

import (
	"strings"

	"gongkai/internal/value"
)

// refCell gathers what a row says of one record it refers to. A decoder has one
// for each field and uses them again for every row.
type refCell struct {
	used  bool
	plain string
	subs  []draftCell
	at    spot
}

func (rc *refCell) add(c claim, text string, at spot, how reading) {
	if !rc.used || c.sub == nil {
		rc.at = at
	}
	rc.used = true
	if c.sub == nil {
		rc.plain = text
		return
	}
	rc.subs = append(rc.subs, draftCell{c.sub, c.lang, text, how, at})
}

func (rc *refCell) has(c claim) bool {
	if c.sub == nil {
		return rc.plain != ""
	}
	for _, s := range rc.subs {
		if s.field.Name == c.sub.Name && s.lang == c.lang {
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
func isID(f *Field) bool   { return f.Kind == KindID }
func isCode(f *Field) bool { return f.Kind == KindCreditCode }

// references writes the row's references and notes what it says of each
// referred record.
func (d *decoder) references(e Entity, row int) {
	for i := range d.refs {
		rc := &d.refs[i]
		if !rc.used {
			continue
		}
		d.reference(e, d.schema.Fields[i], rc, row)
		clear(rc.subs)
		*rc = refCell{subs: rc.subs[:0]}
	}
}

// reference writes one reference. The most certain identifier leads: id, credit
// code, then what the column itself says, then a name.
func (d *decoder) reference(e Entity, f *Field, rc *refCell, row int) {
	name := rc.sub(isName)
	written := first(rc.sub(isID), creditCode(rc.sub(isCode)), rc.plain, name)
	if written == "" {
		return
	}
	parts := []string{written}
	if f.Many && written == rc.plain {
		parts = split(written)
	}
	for _, p := range parts {
		d.visible(f, p, rc.at)
	}
	d.refer(f, f.Of(e).(reference), parts)
	if len(parts) == 0 || d.Given(f.Target) {
		return
	}
	dr := draft{field: f, written: d.t.store().keepWritten(parts[0]), origin: Origin{d.file, int32(row)}}
	for _, c := range rc.subs {
		c.text = d.t.store().keepWritten(c.text)
		dr.cells = append(dr.cells, c)
	}
	if name == "" && rc.plain != "" && written != rc.plain {
		if label := d.Headings.targets[f.Target].LabelField(); label != nil {
			dr.cells = append(dr.cells, draftCell{field: label, text: d.t.store().keepWritten(rc.plain), at: rc.at})
		}
	}
	if len(dr.cells) > 0 {
		st := d.t.store()
		st.drafts = append(st.drafts, dr)
	}
}

// refer writes references, joined where the records have been read already.
func (d *decoder) refer(f *Field, r reference, parts []string) {
	if d.targets[f.ord] == nil && d.Read != nil {
		d.targets[f.ord] = d.Read(f.Target)
	}
	to := d.targets[f.ord]
	r.room(len(parts))
	for i, p := range parts {
		if to != nil {
			if e := to.ByID(p); e != nil {
				r.at(i).bind(e)
				continue
			}
		}
		r.at(i).say(d.t.store().keepWritten(p))
	}
}

func split(s string) []string {
	if !strings.ContainsAny(s, ";；") {
		return []string{s}
	}
	var parts []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '；' }) {
		if p = value.Clean(p); p != "" {
			parts = append(parts, p)
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
