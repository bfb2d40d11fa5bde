package check

import (
	"strings"

	"gongkai/internal/value"
)

func lower(s string) string { return strings.ToLower(s) }

// folds remembers how names are compared: one stands in very many rows.
type folds map[string]string

func (f folds) of(name string) string {
	folded, ok := f[name]
	if !ok {
		folded = value.Fold(name)
		f[name] = folded
	}
	return folded
}

// same reports whether a written name is one of a text's, in any language.
func (f folds) same(name string, t value.Text) bool {
	if name == "" {
		return false
	}
	for _, n := range spellings(t) {
		if f.of(n) == f.of(name) {
			return true
		}
	}
	return false
}

// spellings are a text in every language that it has.
func spellings(t value.Text) []string {
	var all []string
	if p := t.Plain(); p != "" {
		all = append(all, p)
	}
	for _, lang := range t.Langs() {
		all = append(all, t.Exact(lang))
	}
	return all
}
