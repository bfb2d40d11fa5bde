package check

import (
	"strings"

	"gongkai/internal/value"
)

func lower(s string) string { return strings.ToLower(s) }

// sameName reports whether a written name is one of a text's, in any language.
func sameName(name string, t value.Text) bool {
	if name == "" {
		return false
	}
	for _, n := range spellings(t) {
		if value.Fold(n) == value.Fold(name) {
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
