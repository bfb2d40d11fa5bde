package render

import (
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"gongkai/internal/site"
)

// print compiles an action that prints a value. html/template ended it with
// the escapers for its place; one without is left.
func (c *compiler) print(n *parse.ActionNode, e env) (op, error) {
	names, ok := escapersOf(n.Pipe)
	if !ok {
		return nil, left(n)
	}
	if calledPart(n.Pipe.Cmds[0]) != "" && slices.Equal(names, []string{"htmlescaper"}) {
		return c.part(n.Pipe.Cmds[0], e)
	}
	if f, ok := n.Pipe.Cmds[0].Args[0].(*parse.IdentifierNode); ok && slices.Equal(names, []string{"htmlescaper"}) {
		switch f.Ident {
		case draw:
			return c.draw(n.Pipe.Cmds[0], e)
		case linked:
			return c.linked(n.Pipe.Cmds[0], e)
		}
	}
	v, err := c.command(n.Pipe.Cmds[0], e)
	if err != nil {
		return nil, err
	}
	escape := nativeEscaper(names)
	switch {
	case escape != nil && v.typ == reflect.TypeFor[string]():
		return func(s *state, dot reflect.Value) { s.out = escape(s.out, v.get(s, dot).String()) }, nil
	case escape != nil && v.typ == reflect.TypeFor[int](): // none of them changes digits or a minus
		return func(s *state, dot reflect.Value) { s.out = strconv.AppendInt(s.out, v.get(s, dot).Int(), 10) }, nil
	case slices.Equal(names, []string{"htmlescaper"}) && v.typ == reflect.TypeFor[template.HTML]():
		return func(s *state, dot reflect.Value) { s.out = append(s.out, v.get(s, dot).String()...) }, nil
	}
	return nil, left(n)
}

// escapersOf are the functions behind the first command of a pipeline, without
// the prefix of html/template, provided that all are html/template's.
func escapersOf(p *parse.PipeNode) ([]string, bool) {
	var names []string
	for _, cmd := range p.Cmds[1:] {
		f, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok || len(cmd.Args) > 1 || !strings.HasPrefix(f.Ident, escaperPrefix) {
			return nil, false
		}
		names = append(names, strings.TrimPrefix(f.Ident, escaperPrefix))
	}
	return names, true
}

// part compiles a call of the function part, whose result is HTML.
func (c *compiler) part(cmd *parse.CommandNode, e env) (op, error) {
	view, err := c.operand(cmd.Args[2], e)
	if err != nil {
		return nil, err
	}
	name := calledPart(cmd)
	return func(s *state, dot reflect.Value) {
		html, err := c.parts.html(name, view.get(s, dot).Interface())
		if err != nil {
			s.gaveUp = true
			return
		}
		s.out = append(s.out, html...)
	}, nil
}

// draw compiles a call of the function draw, whose result is HTML.
func (c *compiler) draw(cmd *parse.CommandNode, e env) (op, error) {
	if len(cmd.Args) != 2 {
		return nil, left(cmd)
	}
	chart, err := c.operand(cmd.Args[1], e)
	if err != nil || chart.typ != reflect.TypeFor[site.Chart]() {
		return nil, left(cmd)
	}
	return func(s *state, dot reflect.Value) {
		made := chart.get(s, dot).Interface().(site.Chart)
		s.out = appendChart(s.out, &made)
	}, nil
}

// linked compiles a call of the function linked, whose result is HTML.
func (c *compiler) linked(cmd *parse.CommandNode, e env) (op, error) {
	if len(cmd.Args) != 2 {
		return nil, left(cmd)
	}
	frame, err := c.operand(cmd.Args[1], e)
	if err != nil || frame.typ != reflect.TypeFor[site.Frame]() {
		return nil, left(cmd)
	}
	return func(s *state, dot reflect.Value) {
		of := frame.get(s, dot).Interface().(site.Frame)
		s.out = appendLinked(s.out, &of)
	}, nil
}
