package render

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"reflect"
	"text/template/parse"
)

// compile makes a program of a layout for views of the type of zero, nil where
// that is not known. On a page html/template spends nearly all its time on
// looking up fields by name, on calling functions through reflection and on the
// strings they return; a program knows the fields' places and appends escaped
// bytes.
//
// It renders the same bytes, because html/template still does all the thinking:
// it decides from the whole layout what each value would be (text, attribute,
// address …) and writes the escapers for it into the parsed templates, and only
// these finished templates are compiled. Whatever is not certain to be the same,
// be it another escaper, function, node or kind of value, is an error, and the
// layout is then left to html/template; so is a page on which a program meets
// what html/template would refuse. What is left out can thus only cost time.
func compile(t *template.Template, p *parts, zero any) (*program, error) {
	if zero == nil {
		return nil, errors.New("not compiled: nothing is known of the view")
	}
	// Templates are escaped when one is first executed. Other errors than that
	// it cannot be are about the empty view.
	var e *template.Error
	if err := t.Execute(io.Discard, zero); errors.As(err, &e) {
		return nil, err
	}
	c := &compiler{templates: t, parts: p, made: map[call]*program{}}
	return c.template(t.Name(), reflect.TypeOf(zero))
}

// compiler makes programs of the templates that a layout calls.
type compiler struct {
	templates *template.Template
	parts     *parts
	made      map[call]*program // also unfinished ones, as templates may call themselves
}

// env is what names mean at a place of a template while it is compiled. A type
// is nil where it is not known; nothing of it can be compiled.
type env struct {
	in   *program
	dot  reflect.Type
	vars map[string]variable
}

// variable is where a variable's value is when the program runs.
type variable struct {
	typ  reflect.Type
	slot int
}

// with is the environment inside a block: what it declares ends with it.
func (e env) with(dot reflect.Type) env {
	return env{in: e.in, dot: dot, vars: maps.Clone(e.vars)}
}

// declare adds a variable and gives the slot of its value.
func (e env) declare(name string, typ reflect.Type) int {
	slot := e.in.slots
	e.in.slots++
	e.vars[name] = variable{typ, slot}
	return slot
}

// left is the error of a node that is left to html/template.
func left(n parse.Node) error { return fmt.Errorf("not compiled: %s", n) }

// template compiles a template for the type of what it receives. A template that
// html/template derived for another place than text is not among those of the
// set, so a layout that calls one is left.
func (c *compiler) template(name string, dot reflect.Type) (*program, error) {
	key := call{name, dot}
	if p, ok := c.made[key]; ok {
		return p, nil
	}
	t := c.templates.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		return nil, fmt.Errorf("not compiled: template %q is not among the others", name)
	}
	p := &program{dot: dot}
	c.made[key] = p
	e := env{in: p, dot: dot, vars: map[string]variable{}}
	e.declare("$", dot)
	var err error
	p.ops, err = c.list(t.Tree.Root, e)
	return p, err
}
