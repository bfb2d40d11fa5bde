package render

import (
	"bytes"
	"reflect"
)

// program is a template for one type of what it receives, as compile made it.
// It holds nothing of a page, so that any number of goroutines may run it.
type program struct {
	dot   reflect.Type
	ops   []op
	slots int // of variables; $ has the first
}

// op is one node of a template: it appends what the node prints.
type op func(s *state, dot reflect.Value)

// state is one page being rendered.
type state struct {
	out    []byte
	vars   []reflect.Value // of the running templates, the innermost last
	base   int             // where those of the innermost begin
	depth  int
	gaveUp bool // the page is html/template's to render, or to refuse
}

// maxDepth is how deep templates call each other before the page is left to
// html/template, which refuses a template that calls itself for ever.
const maxDepth = 1000

// render appends the page to w. Where it reports false nothing was appended,
// and html/template is to render the page or say why it cannot.
func (p *program) render(w *bytes.Buffer, view any) bool {
	if p == nil || reflect.TypeOf(view) != p.dot {
		return false
	}
	s := &state{out: w.AvailableBuffer(), vars: make([]reflect.Value, 0, 16)}
	p.run(s, reflect.ValueOf(view))
	if s.gaveUp {
		return false
	}
	w.Write(s.out) // into place: it is there already unless it outgrew the buffer
	return true
}

func (p *program) run(s *state, dot reflect.Value) {
	if s.depth == maxDepth {
		s.gaveUp = true
		return
	}
	outer := s.base
	s.depth++
	s.base = len(s.vars)
	s.vars = append(s.vars, make([]reflect.Value, p.slots)...)
	s.vars[s.base] = dot
	s.walk(p.ops, dot)
	s.vars = s.vars[:s.base]
	s.base = outer
	s.depth--
}

func (s *state) walk(ops []op, dot reflect.Value) {
	for _, do := range ops {
		if s.gaveUp {
			return
		}
		do(s, dot)
	}
}

// set gives a variable of the innermost template its value.
func (s *state) set(slot int, v reflect.Value) { s.vars[s.base+slot] = v }
