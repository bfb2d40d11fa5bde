package render

import (
	"errors"
	"html/template"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
)

// checkContexts reports the first line of a site's own layouts where
// html/template cannot tell what a value would be: text, an attribute, part of
// a tag. It looks only when a template first runs, so each runs once with an
// empty view, from sources as written, so that lines are the file's.
func (all *files) checkContexts() error {
	if !all.anyOwn() {
		return nil // ours are tested
	}
	set, err := all.parse(func(text string) (string, error) { return text, nil })
	if err != nil {
		return err
	}
	known := views()
	for _, name := range slices.Sorted(maps.Keys(set)) {
		// Other errors are about the empty view, not about the layout.
		var e *template.Error
		if err := set[name].template.Execute(io.Discard, known[name]); errors.As(err, &e) {
			at, line := placeOf(e)
			return all.template(at, name).failed(line, errors.New(e.Description))
		}
	}
	return nil
}

// placeOf is the template and line that an error is about.
func placeOf(e *template.Error) (name string, line int) {
	if e.Node == nil {
		return e.Name, e.Line
	}
	place, _ := (*parse.Tree)(nil).ErrorContext(e.Node) // "home:2:15"
	if m := placeForm.FindStringSubmatch(place); m != nil {
		line, _ = strconv.Atoi(m[1]) // digits
	}
	name, _, _ = strings.Cut(place, ":")
	return name, line
}

func (all *files) anyOwn() bool {
	own := func(f *file) bool { return f.own }
	return all.base.own ||
		slices.ContainsFunc(slices.Collect(maps.Values(all.partials)), own) ||
		slices.ContainsFunc(slices.Collect(maps.Values(all.layouts)), own)
}

// template is the file behind a template's name when a layout is rendered.
// What a layout defines by itself is in the layout's file.
func (all *files) template(name, layout string) *file {
	if f, ok := all.partials[name]; ok {
		return f
	}
	if name == "base" {
		return all.base
	}
	return all.layouts[layout]
}
