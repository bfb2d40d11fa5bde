package render

import (
	"cmp"
	"reflect"
	"text/template/parse"
)

// test is what an if asks.
type test func(s *state, dot reflect.Value) bool

// test compiles a pipeline whose value only counts as true or false.
func (c *compiler) test(p *parse.PipeNode, e env) (test, error) {
	if len(p.Cmds) != 1 || len(p.Decl) > 0 {
		return nil, left(p)
	}
	cmd := p.Cmds[0]
	if f, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		switch f.Ident {
		case "and", "or":
			return c.several(f.Ident == "or", cmd, e)
		case "not":
			return c.negation(cmd, e)
		case "eq", "ne", "lt", "le", "gt", "ge":
			return c.comparison(f.Ident, cmd, e)
		}
	}
	v, err := c.command(cmd, e)
	if err != nil {
		return nil, err
	}
	return truthOf(v, cmd)
}

// argument compiles an argument that only counts as true or false.
func (c *compiler) argument(n parse.Node, e env) (test, error) {
	if p, ok := n.(*parse.PipeNode); ok {
		return c.test(p, e)
	}
	v, err := c.operand(n, e)
	if err != nil {
		return nil, err
	}
	return truthOf(v, n)
}

func truthOf(v value, n parse.Node) (test, error) {
	is := truth(v.typ)
	if is == nil {
		return nil, left(n)
	}
	return func(s *state, dot reflect.Value) bool { return is(v.get(s, dot)) }, nil
}

// truth is what text/template holds for true among values of a type, nil for a
// type that views do not have.
func truth(t reflect.Type) func(reflect.Value) bool {
	switch t.Kind() {
	case reflect.Bool:
		return reflect.Value.Bool
	case reflect.String, reflect.Slice:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case reflect.Int:
		return func(v reflect.Value) bool { return v.Int() != 0 }
	case reflect.Struct:
		return func(reflect.Value) bool { return true }
	}
	return nil
}

// several is an and or an or: it asks no further once the answer is clear.
func (c *compiler) several(stop bool, cmd *parse.CommandNode, e env) (test, error) {
	var all []test
	for _, arg := range cmd.Args[1:] {
		is, err := c.argument(arg, e)
		if err != nil {
			return nil, err
		}
		all = append(all, is)
	}
	if len(all) == 0 {
		return nil, left(cmd)
	}
	return func(s *state, dot reflect.Value) bool {
		for _, is := range all {
			if is(s, dot) == stop {
				return stop
			}
		}
		return !stop
	}, nil
}

func (c *compiler) negation(cmd *parse.CommandNode, e env) (test, error) {
	if len(cmd.Args) != 2 {
		return nil, left(cmd)
	}
	is, err := c.argument(cmd.Args[1], e)
	return func(s *state, dot reflect.Value) bool { return !is(s, dot) }, err
}

// comparison is of two values of one kind, strings or whole numbers.
func (c *compiler) comparison(name string, cmd *parse.CommandNode, e env) (test, error) {
	if len(cmd.Args) != 3 {
		return nil, left(cmd)
	}
	a, err := c.operand(cmd.Args[1], e)
	if err != nil {
		return nil, err
	}
	b, err := c.operand(cmd.Args[2], e)
	if err != nil {
		return nil, err
	}
	holds := map[string]func(order int) bool{
		"eq": func(order int) bool { return order == 0 },
		"ne": func(order int) bool { return order != 0 },
		"lt": func(order int) bool { return order < 0 },
		"le": func(order int) bool { return order <= 0 },
		"gt": func(order int) bool { return order > 0 },
		"ge": func(order int) bool { return order >= 0 },
	}[name]
	switch {
	case a.typ.Kind() == reflect.String && b.typ.Kind() == reflect.String:
		return func(s *state, dot reflect.Value) bool {
			return holds(cmp.Compare(a.get(s, dot).String(), b.get(s, dot).String()))
		}, nil
	case a.typ.Kind() == reflect.Int && b.typ.Kind() == reflect.Int:
		return func(s *state, dot reflect.Value) bool {
			return holds(cmp.Compare(a.get(s, dot).Int(), b.get(s, dot).Int()))
		}, nil
	}
	return nil, left(cmd)
}

// function compiles a call that gives a value.
func (c *compiler) function(name string, cmd *parse.CommandNode, e env) (value, error) {
	switch {
	case name == "len" && len(cmd.Args) == 2:
		return c.length(cmd, e)
	case name == "index" && len(cmd.Args) == 3:
		return c.index(cmd, e)
	}
	return value{}, left(cmd)
}

func (c *compiler) length(cmd *parse.CommandNode, e env) (value, error) {
	of, err := c.operand(cmd.Args[1], e)
	if err != nil {
		return value{}, err
	}
	if k := of.typ.Kind(); k != reflect.Slice && k != reflect.String {
		return value{}, left(cmd)
	}
	return value{reflect.TypeFor[int](), func(s *state, dot reflect.Value) reflect.Value {
		return reflect.ValueOf(of.get(s, dot).Len())
	}}, nil
}

// index is an element of a list; one that is not there is an error, which
// html/template tells.
func (c *compiler) index(cmd *parse.CommandNode, e env) (value, error) {
	of, err := c.operand(cmd.Args[1], e)
	if err != nil {
		return value{}, err
	}
	at, err := c.operand(cmd.Args[2], e)
	if err != nil {
		return value{}, err
	}
	if of.typ.Kind() != reflect.Slice || at.typ.Kind() != reflect.Int {
		return value{}, left(cmd)
	}
	element := of.typ.Elem()
	return value{element, func(s *state, dot reflect.Value) reflect.Value {
		list, i := of.get(s, dot), at.get(s, dot).Int()
		if i < 0 || i >= int64(list.Len()) {
			s.gaveUp = true
			return reflect.Zero(element)
		}
		return list.Index(int(i))
	}}, nil
}
