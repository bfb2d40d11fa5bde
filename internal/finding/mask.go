package finding

import (
	"slices"
	"strconv"
	"strings"
)

// mask hides what no report may show in all texts of a finding. A message
// quotes the value, and may write signs within a number in another way, so the
// value is looked for as it is shown and quoted too.
func (f *Finding) mask(hide func(string) string) {
	was := f.Value
	f.Value = hide(was)
	scrub := func(s string) string {
		if f.Value != was {
			s = strings.ReplaceAll(s, was, f.Value)
			s = strings.ReplaceAll(s, show(was), show(f.Value))
			s = strings.ReplaceAll(s, inner(strconv.Quote(was)), inner(strconv.Quote(f.Value)))
		}
		return hide(s)
	}
	f.Message = Text{scrub(f.Message.ZH), scrub(f.Message.EN)}
	f.Hint = Text{scrub(f.Hint.ZH), scrub(f.Hint.EN)}
	f.Field, f.Pos.File = hide(f.Field), hide(f.Pos.File)
	f.Related = slices.Clone(f.Related)
	for i := range f.Related {
		r := &f.Related[i]
		r.Pos.File = hide(r.Pos.File)
		r.Message = Text{scrub(r.Message.ZH), scrub(r.Message.EN)}
	}
}

// inner is a quoted text without its quotation marks.
func inner(quoted string) string { return quoted[1 : len(quoted)-1] }
