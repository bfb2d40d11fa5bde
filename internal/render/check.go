package render

import (
	"errors"
	"html/template"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"text/template/parse"

	"gongkai/internal/finding"
)

// check reports the first line of a layout that does not parse, calls a
// partial that is not there, or prints what its view does not have: a mistake
// in a site's own layout is told when it is read, with its place, and not when
// the first page that meets it is rendered.
func (all *files) check() error {
	shared := map[string]*parse.Tree{}
	if err := all.base.treesInto(shared, "base"); err != nil {
		return err
	}
	sources := map[string]*file{all.base.path: all.base}
	for _, name := range slices.Sorted(maps.Keys(all.partials)) {
		f := all.partials[name]
		sources[f.path] = f
		if err := f.treesInto(shared, name); err != nil {
			return err
		}
	}
	known := views()
	for _, name := range slices.Sorted(maps.Keys(all.layouts)) {
		f := all.layouts[name]
		sources[f.path] = f
		c := &checker{trees: maps.Clone(shared), sources: sources, seen: map[checked]bool{}, open: map[string]bool{}}
		if err := f.treesInto(c.trees, "main"); err != nil {
			return err
		}
		if err := c.template("base", reflect.TypeOf(known[name]), false); err != nil {
			return err
		}
	}
	return nil
}

// treesInto parses the file, under a name, and what it defines beside.
func (f *file) treesInto(trees map[string]*parse.Tree, name string) error {
	t, err := template.New(f.path).Funcs((*parts)(nil).funcs()).Parse(f.text)
	if err != nil {
		line, what := splitParseError(err)
		return f.failed(line, errors.New(what))
	}
	for _, defined := range t.Templates() {
		if defined.Name() == f.path {
			trees[name] = defined.Tree
		} else if defined.Tree != nil {
			trees[defined.Name()] = defined.Tree
		}
	}
	return nil
}

var parseErrorForm = regexp.MustCompile(`(?s)^template: .*?:([0-9]+): (.*)$`)

// splitParseError takes "template: name:12: what" apart.
func splitParseError(err error) (line int, what string) {
	m := parseErrorForm.FindStringSubmatch(err.Error())
	if m == nil {
		return 0, err.Error()
	}
	line, _ = strconv.Atoi(m[1]) // digits
	return line, m[2]
}

// checker walks templates as html/template would run them, with types in
// place of values. A nil type is one that cannot be known before a page is
// rendered; nothing is said about it.
type checker struct {
	trees   map[string]*parse.Tree
	sources map[string]*file
	seen    map[checked]bool
	open    map[string]bool // templates that the walk is in
}

// checked is a call, in a part or outside.
type checked struct {
	call
	inPart bool
}

// call is a template with the type it receives; each pair is checked once, so
// that templates may call themselves.
type call struct {
	name string
	dot  reflect.Type
}

// scope is what names mean at a place of a template.
type scope struct {
	tree *parse.Tree
	dot  reflect.Type
	vars map[string]reflect.Type

	inPart bool // the template is rendered by part
}

func (s scope) with(dot reflect.Type) scope {
	s.dot, s.vars = dot, maps.Clone(s.vars)
	return s
}

func (c *checker) template(name string, dot reflect.Type, inPart bool) error {
	key := checked{call{name, dot}, inPart}
	if c.seen[key] {
		return nil
	}
	c.seen[key] = true
	tree := c.trees[name]
	if tree == nil {
		return nil // an empty file
	}
	c.open[name] = true
	defer delete(c.open, name)
	return c.list(tree.Root, scope{tree: tree, dot: dot, vars: map[string]reflect.Type{"$": dot}, inPart: inPart})
}

// fail is an error at a node, quoting the line of its file.
func (c *checker) fail(s scope, n parse.Node, message finding.Text) error {
	line := 0
	place, _ := s.tree.ErrorContext(n)
	if m := placeForm.FindStringSubmatch(place); m != nil {
		line, _ = strconv.Atoi(m[1]) // digits
	}
	return c.sources[s.tree.ParseName].at(line, message)
}

var placeForm = regexp.MustCompile(`:([0-9]+):[0-9]+$`)
