package render

import (
	"reflect"
	"strconv"
	"text/template/parse"
)

// value is what an expression gives: always of one type, which is known when a
// layout is compiled.
type value struct {
	typ reflect.Type
	get func(s *state, dot reflect.Value) reflect.Value
}

// constant is a value that the layout spells out.
func constant(of any) value {
	v := reflect.ValueOf(of)
	return value{v.Type(), func(*state, reflect.Value) reflect.Value { return v }}
}

// pipe compiles a pipeline of one command, whatever it declares.
func (c *compiler) pipe(p *parse.PipeNode, e env) (value, error) {
	if len(p.Cmds) != 1 {
		return value{}, left(p)
	}
	return c.command(p.Cmds[0], e)
}

func (c *compiler) command(cmd *parse.CommandNode, e env) (value, error) {
	if f, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return c.function(f.Ident, cmd, e)
	}
	if len(cmd.Args) > 1 {
		return value{}, left(cmd)
	}
	return c.operand(cmd.Args[0], e)
}

func (c *compiler) operand(n parse.Node, e env) (value, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		if e.dot == nil {
			return value{}, left(n)
		}
		return value{e.dot, func(_ *state, dot reflect.Value) reflect.Value { return dot }}, nil
	case *parse.FieldNode:
		index, typ := fieldIndex(e.dot, n.Ident)
		if typ == nil {
			return value{}, left(n)
		}
		return value{typ, func(_ *state, dot reflect.Value) reflect.Value { return dot.FieldByIndex(index) }}, nil
	case *parse.VariableNode:
		v, ok := e.vars[n.Ident[0]]
		if !ok || v.typ == nil {
			return value{}, left(n)
		}
		at := value{v.typ, func(s *state, _ reflect.Value) reflect.Value { return s.vars[s.base+v.slot] }}
		return fieldOf(at, n, n.Ident[1:])
	case *parse.ChainNode:
		v, err := c.operand(n.Node, e)
		if err != nil {
			return value{}, err
		}
		return fieldOf(v, n, n.Field)
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			return value{}, left(n)
		}
		return c.pipe(n, e)
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.NumberNode:
		if whole, err := strconv.Atoi(n.Text); err == nil && strconv.Itoa(whole) == n.Text {
			return constant(whole), nil
		}
	}
	return value{}, left(n)
}

// fieldOf follows .A.B from a value.
func fieldOf(from value, n parse.Node, names []string) (value, error) {
	if len(names) == 0 {
		return from, nil
	}
	index, typ := fieldIndex(from.typ, names)
	if typ == nil {
		return value{}, left(n)
	}
	return value{typ, func(s *state, dot reflect.Value) reflect.Value { return from.get(s, dot).FieldByIndex(index) }}, nil
}

// fieldIndex is the place and the type of .A.B in a type. The type is nil where
// a name is not simply a field of a struct, as it is where it is a method's, or
// where a pointer or what is not exported is on the way.
func fieldIndex(from reflect.Type, names []string) ([]int, reflect.Type) {
	var index []int
	for _, name := range names {
		if from == nil || from.Kind() != reflect.Struct {
			return nil, nil
		}
		if _, isMethod := reflect.PointerTo(from).MethodByName(name); isMethod {
			return nil, nil
		}
		f, ok := from.FieldByName(name)
		if !ok {
			return nil, nil
		}
		for i := range f.Index {
			if step := from.FieldByIndex(f.Index[:i+1]); !step.IsExported() || i+1 < len(f.Index) && step.Type.Kind() != reflect.Struct {
				return nil, nil
			}
		}
		index = append(index, f.Index...)
		from = f.Type
	}
	return index, from
}
