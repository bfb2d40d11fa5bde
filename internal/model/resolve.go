package model

import (
	"cmp"
	"maps"
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Note is the note of a kind and slug, nil where there is none.
func (d *Dataset) Note(kind, slug string) *Note {
	for _, n := range d.Notes {
		if n.Kind == kind && n.Slug == slug {
			return n
		}
	}
	return nil
}

// resolveNotes checks what records and notes say of notes, and that amounts
// have a currency. broken are notes that exist and could not be read.
func (d *Dataset) resolveNotes(broken map[string]bool, l *finding.List) {
	var slugs []string
	known := broken // a note that could not be read is not missed as well
	for _, n := range d.Notes {
		known[n.Kind+"/"+n.Slug] = true
		if n.Kind == "policies" {
			slugs = append(slugs, n.Slug)
		}
	}
	for _, t := range d.Tables() {
		for _, f := range t.Schema().Fields {
			if f.Kind != table.KindNote {
				continue
			}
			for i := range t.Len() {
				if slug := f.Plain(t.At(i)); slug != "" && !known["policies/"+slug] {
					l.Add(unknownNote(t.At(i).Rec().Origin.Pos(f.Name), f.Name, slug, slugs))
				}
			}
		}
	}
	for _, n := range d.Notes {
		for _, slug := range n.Replaces {
			if !known[n.Kind+"/"+slug] {
				l.Add(unknownNote(n.places[slug], "replaces", slug, slugs))
			}
		}
		for _, s := range n.Related {
			if !d.isSubject(s) && !known[n.Kind+"/"+s] && !known["policies/"+s] && !known["stories/"+s] {
				l.Add(unknownNote(n.places[s], "related", s, slugs))
			}
		}
	}
	d.currencies(l)
}

func (d *Dataset) isSubject(s string) bool {
	name, id, ok := table.CutSubject(s)
	return ok && d.Find(name, id) != nil
}

func unknownNote(at finding.Pos, field, slug string, known []string) finding.Finding {
	f := finding.Finding{
		Rule: unknownNoteRule, Pos: at, Field: field, Value: slug,
		Message: finding.Textf("没有文稿 %q", "there is no note %q", slug),
		Hint:    finding.Textf("写 content/policies/ 下的文件名，不带 .md", "write the name of a file in content/policies/ without .md"),
	}
	if near, ok := value.Nearest(slug, known); ok {
		f.Hint = finding.Textf("是否指 %q？", "did you mean %q?", near)
	}
	return f
}

// currencies warns, once a table, of amounts in no currency.
func (d *Dataset) currencies(l *finding.List) {
	for _, t := range d.Tables() {
		n := 0
		var at finding.Pos
		for _, f := range t.Schema().Fields {
			if f.Kind != table.KindMoney {
				continue
			}
			for i := range t.Len() {
				m := f.Of(t.At(i)).(*value.Money)
				if m.IsZero() || m.Currency() != 0 {
					continue
				}
				if n++; n == 1 {
					at = t.At(i).Rec().Origin.Pos(f.Name)
				}
			}
		}
		if n > 0 {
			l.Add(finding.Finding{
				Rule: noCurrencyRule, Pos: at, Field: "currency",
				Message: finding.Textf("表 %s 有 %d 个金额没有货币", "amounts of %[1]s without a currency: %[2]d", t.Schema().Info.Name, n),
				Hint:    finding.Textf("在 data/site.yaml 写 currency: CNY（或别的代码）", "write currency: GBP, or another code, in data/site.yaml"),
			})
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.SortedFunc(maps.Keys(m), func(a, b string) int { return cmp.Compare(a, b) })
}
