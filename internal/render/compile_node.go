package render

import (
	"reflect"
	"text/template/parse"
)

func (c *compiler) list(l *parse.ListNode, e env) ([]op, error) {
	if l == nil {
		return nil, nil
	}
	ops := make([]op, 0, len(l.Nodes))
	for _, n := range l.Nodes {
		do, err := c.node(n, e)
		if err != nil {
			return nil, err
		}
		ops = append(ops, do)
	}
	return ops, nil
}

func (c *compiler) node(n parse.Node, e env) (op, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(s *state, _ reflect.Value) { s.out = append(s.out, text...) }, nil
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return c.declaration(n.Pipe, e)
		}
		return c.print(n, e)
	case *parse.IfNode:
		return c.choice(n, e)
	case *parse.WithNode:
		return c.with(n, e)
	case *parse.RangeNode:
		return c.loop(n, e)
	case *parse.TemplateNode:
		return c.calls(n, e)
	}
	return nil, left(n)
}

// declaration is {{$x := …}}. An assignment, which may change a variable's type,
// is left.
func (c *compiler) declaration(p *parse.PipeNode, e env) (op, error) {
	v, err := c.pipe(p, e)
	if err != nil {
		return nil, err
	}
	if len(p.Decl) != 1 || p.IsAssign {
		return nil, left(p)
	}
	slot := e.declare(p.Decl[0].Ident[0], v.typ)
	return func(s *state, dot reflect.Value) { s.set(slot, v.get(s, dot)) }, nil
}

// choice is an if.
func (c *compiler) choice(n *parse.IfNode, e env) (op, error) {
	is, err := c.test(n.Pipe, e)
	if err != nil {
		return nil, err
	}
	then, err := c.list(n.List, e.with(e.dot))
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, e.with(e.dot))
	if err != nil {
		return nil, err
	}
	return func(s *state, dot reflect.Value) {
		if is(s, dot) {
			s.walk(then, dot)
		} else {
			s.walk(otherwise, dot)
		}
	}, nil
}

func (c *compiler) with(n *parse.WithNode, e env) (op, error) {
	if len(n.Pipe.Decl) > 0 {
		return nil, left(n)
	}
	v, err := c.pipe(n.Pipe, e)
	if err != nil {
		return nil, err
	}
	is := truth(v.typ)
	if is == nil {
		return nil, left(n)
	}
	then, err := c.list(n.List, e.with(v.typ))
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, e.with(e.dot))
	if err != nil {
		return nil, err
	}
	return func(s *state, dot reflect.Value) {
		if inner := v.get(s, dot); is(inner) {
			s.walk(then, inner)
		} else {
			s.walk(otherwise, dot)
		}
	}, nil
}

func (c *compiler) loop(n *parse.RangeNode, e env) (op, error) {
	of, err := c.pipe(n.Pipe, e)
	if err != nil {
		return nil, err
	}
	if of.typ.Kind() != reflect.Slice || n.Pipe.IsAssign {
		return nil, left(n)
	}
	in, outside := e.with(of.typ.Elem()), e.with(e.dot)
	index, element := -1, -1
	for i, v := range n.Pipe.Decl {
		if i == len(n.Pipe.Decl)-1 {
			element = in.declare(v.Ident[0], in.dot)
		} else {
			index = in.declare(v.Ident[0], reflect.TypeFor[int]())
		}
		outside.vars[v.Ident[0]] = variable{} // there it is the empty list: nobody means that
	}
	body, err := c.list(n.List, in)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, outside)
	if err != nil {
		return nil, err
	}
	return func(s *state, dot reflect.Value) {
		list := of.get(s, dot)
		count := list.Len()
		if count == 0 {
			s.walk(otherwise, dot)
		}
		for i := 0; i < count && !s.gaveUp; i++ {
			if index >= 0 {
				s.set(index, reflect.ValueOf(i))
			}
			item := list.Index(i)
			if element >= 0 {
				s.set(element, item)
			}
			s.walk(body, item)
		}
	}, nil
}

func (c *compiler) calls(n *parse.TemplateNode, e env) (op, error) {
	if n.Pipe == nil {
		p, err := c.template(n.Name, nil)
		return func(s *state, _ reflect.Value) { p.run(s, reflect.Value{}) }, err
	}
	if len(n.Pipe.Decl) > 0 {
		return nil, left(n)
	}
	v, err := c.pipe(n.Pipe, e)
	if err != nil {
		return nil, err
	}
	p, err := c.template(n.Name, v.typ)
	return func(s *state, dot reflect.Value) { p.run(s, v.get(s, dot)) }, err
}
