package model

import (
	"slices"
	"strings"

	"gongkai/internal/value"
)

// joinLabel makes a record's name of the parts that are published.
func joinLabel(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// The names of records that others are named by; blank where there is no
// record or it has no name.

func (p *Project) name(lang string) string {
	if p == nil {
		return ""
	}
	return textIn(p.Title, lang)
}

func (p *Programme) name(lang string) string {
	if p == nil {
		return ""
	}
	return textIn(p.Title, lang)
}

func (a *Agency) name(lang string) string {
	if a == nil {
		return ""
	}
	return textIn(a.Name, lang)
}

func (o *Organization) name(lang string) string {
	if o == nil {
		return ""
	}
	return textIn(o.Name, lang)
}

func textIn(t value.Text, lang string) string {
	s, _ := t.In(lang)
	return s
}
