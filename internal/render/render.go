// Package render turns the views of a plan into pages with the layouts of
// layouts/, any of which a site replaces by a file at the same path. All work
// that is the same for every page is done when layouts are loaded: words are
// put in, sources are checked against the views and minified. Start with Load.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"gongkai/internal/site"
	"gongkai/layouts"
)

// Layouts are the parsed layouts of a site, one set per language.
type Layouts struct {
	sets    map[string]set
	origins map[string]string
}

// set holds the layouts of one language, by name.
type set map[string]*layout

// layout is base.html with one layout in it.
type layout struct {
	template *template.Template
	program  func() *program // does the same faster; made when first asked for, nil where none can be
}

// Load reads the built-in layouts and those of own, the site's layouts/
// folder, which win; own is nil where a site has none. An error about a file
// is an *Error that names its line.
func Load(own fs.FS, langs []string) (*Layouts, error) {
	sources, err := readFiles(layouts.Files, own)
	if err != nil {
		return nil, err
	}
	words, err := readWords(layouts.Files, own)
	if err != nil {
		return nil, err
	}
	l := &Layouts{sets: map[string]set{}, origins: map[string]string{}}
	for name, f := range sources.layouts {
		l.origins[name] = f.origin()
	}
	for _, lang := range langs {
		in, err := sources.withWords(words, lang)
		if err != nil {
			return nil, err
		}
		if err := in.check(); err != nil {
			return nil, err
		}
		if err := in.checkContexts(); err != nil {
			return nil, err
		}
		if l.sets[lang], err = in.parse(minified); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// parse makes one template for every layout: base.html, which calls "main",
// with the layout as "main" and every partial under its own name. Sources go
// through prepare first.
func (all *files) parse(prepare func(string) (string, error)) (set, error) {
	p := &parts{}
	shared := template.New("base").Funcs(p.funcs())
	if err := all.base.addTo(shared, prepare); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(all.partials)) {
		if err := all.partials[name].addTo(shared.New(name), prepare); err != nil {
			return nil, err
		}
	}
	var err error
	if p.partials, err = shared.Clone(); err != nil {
		return nil, fmt.Errorf("copying the shared layouts: %w", err)
	}
	p.partials.Funcs(template.FuncMap{part: noPart})
	s, known := set{}, views()
	for _, name := range slices.Sorted(maps.Keys(all.layouts)) {
		page, err := shared.Clone()
		if err != nil {
			return nil, fmt.Errorf("copying the shared layouts: %w", err)
		}
		if err := all.layouts[name].addTo(page.New("main"), prepare); err != nil {
			return nil, err
		}
		s[name] = &layout{page, lazily(page, p, known[name])}
	}
	return s, nil
}

// lazily compiles a layout when a page first needs it: a preview renders pages
// of one or two layouts before it reads them anew.
func lazily(t *template.Template, p *parts, zero any) func() *program {
	return sync.OnceValue(func() *program {
		made, err := compile(t, p, zero)
		if err != nil {
			return nil // html/template renders it
		}
		return made
	})
}

// addTo parses the prepared source of a file into t.
func (f *file) addTo(t *template.Template, prepare func(string) (string, error)) error {
	text, err := prepare(f.text)
	if err != nil {
		return f.failed(0, err)
	}
	if _, err := t.Parse(text); err != nil {
		return f.failed(0, err)
	}
	return nil
}

// Render appends the page to w. After an error w is as it was before. It is
// safe to call from several goroutines.
func (l *Layouts) Render(w *bytes.Buffer, page *site.Page, view any) error {
	with, ok := l.sets[page.Lang][page.Layout]
	if !ok {
		return fmt.Errorf("there is no layout %q in language %q", page.Layout, page.Lang)
	}
	if with.program().render(w, view) {
		return nil
	}
	start := w.Len()
	if err := with.template.Execute(w, view); err != nil {
		w.Truncate(start)
		return fmt.Errorf("rendering %s with layout %s (%s): %w", page.URL, page.Layout, l.Origin(page.Layout), err)
	}
	return nil
}

// Origin says whose file a layout is: "built-in", or the site's own as
// "layouts/project.html".
func (l *Layouts) Origin(layout string) string { return l.origins[layout] }
