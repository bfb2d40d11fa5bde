package check

import (
	"fmt"

	"gongkai/internal/finding"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// about begins a finding at a field of a record.
func about(e table.Entity, field, written string) finding.Finding {
	return finding.Finding{Pos: place(e, field), Field: field, Value: written}
}

// place is where a record's field stands. A record made from the rows of
// another table has no column of its own there.
func place(e table.Entity, field string) finding.Pos {
	r := e.Rec()
	if r.Made {
		return r.Origin.Pos("")
	}
	return r.Origin.Pos(field)
}

// other points to another place that a finding is about.
func other(e table.Entity, field, zh, en string, args ...any) finding.Related {
	return finding.Related{Pos: place(e, field), Message: words(zh, en, args...)}
}

// words formats a text in both languages; amounts are written with all their
// digits, as each language does.
func words(zh, en string, args ...any) finding.Text {
	return finding.Text{ZH: fmt.Sprintf(zh, spoken("zh", args)...), EN: fmt.Sprintf(en, spoken("en", args)...)}
}

func spoken(lang string, args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case value.Money:
			out[i] = a.Full(lang)
		case finding.Text:
			out[i] = a.In(lang)
		default:
			out[i] = a
		}
	}
	return out
}

// say is a text in both languages.
func say(zh, en string) finding.Text { return finding.Text{ZH: zh, EN: en} }

// above reports whether one amount is certainly more than another: both are
// known, and in one currency.
func above(m, most value.Money) bool {
	c, ok := m.Cmp(most)
	return ok && c > 0
}

// differ reports whether two known amounts of one currency are not equal.
func differ(a, b value.Money) bool {
	c, ok := a.Cmp(b)
	return ok && c != 0
}
