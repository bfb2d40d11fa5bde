package render

import (
	"reflect"
	"text/template/parse"

	"gongkai/internal/finding"
)

func (c *checker) list(l *parse.ListNode, s scope) error {
	if l == nil {
		return nil
	}
	for _, n := range l.Nodes {
		if err := c.node(n, s); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) node(n parse.Node, s scope) error {
	switch n := n.(type) {
	case *parse.ActionNode:
		_, err := c.pipe(n.Pipe, s)
		return err
	case *parse.IfNode:
		s = s.with(s.dot) // what it declares ends with it
		if _, err := c.pipe(n.Pipe, s); err != nil {
			return err
		}
		return c.branches(&n.BranchNode, s, s.dot)
	case *parse.WithNode:
		s = s.with(s.dot)
		dot, err := c.pipe(n.Pipe, s)
		if err != nil {
			return err
		}
		return c.branches(&n.BranchNode, s, dot)
	case *parse.RangeNode:
		return c.loop(n, s)
	case *parse.TemplateNode:
		return c.calls(n, s)
	}
	return nil
}

func (c *checker) branches(n *parse.BranchNode, s scope, dot reflect.Type) error {
	if err := c.list(n.List, s.with(dot)); err != nil {
		return err
	}
	return c.list(n.ElseList, s.with(s.dot))
}

// maxCount is how far a layout may count by itself. What it lists of a view is
// bounded by the view.
const maxCount = 100

// countsFar reports a pipeline that is a large number written out.
func countsFar(p *parse.PipeNode) bool {
	if len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 1 {
		return false
	}
	n, ok := p.Cmds[0].Args[0].(*parse.NumberNode)
	return ok && (!n.IsInt || n.Int64 > maxCount)
}

func (c *checker) loop(n *parse.RangeNode, s scope) error {
	s = s.with(s.dot)
	of, err := c.pipe(n.Pipe, s)
	if err != nil {
		return err
	}
	if countsFar(n.Pipe) { // a page must end
		return c.fail(s, n, finding.Textf("range 数到 %s 太多；它用来列出页面内容中的列表", "range counts to %s, which is too far; it is for the lists of the page's view", n.Pipe))
	}
	var element reflect.Type
	if of != nil {
		switch of.Kind() {
		case reflect.Slice, reflect.Array, reflect.Map:
			element = of.Elem()
		default:
			return c.fail(s, n, finding.Textf("%s 不能用 range 逐项列出", "%s is not a list to range over", n.Pipe))
		}
	}
	in := s.with(element)
	for i, v := range n.Pipe.Decl {
		in.vars[v.Ident[0]] = nil
		if i == len(n.Pipe.Decl)-1 {
			in.vars[v.Ident[0]] = element
		}
	}
	if err := c.list(n.List, in); err != nil {
		return err
	}
	return c.list(n.ElseList, s.with(s.dot))
}

func (c *checker) calls(n *parse.TemplateNode, s scope) error {
	if _, ok := c.trees[n.Name]; !ok {
		return c.fail(s, n, finding.Textf("没有名为 %q 的部件", "there is no partial %q", n.Name))
	}
	if c.open[n.Name] { // no view holds itself, so there is nothing that would end it
		return c.fail(s, n, finding.Textf("部件 %q 调用了自己", "the partial %q calls itself", n.Name))
	}
	if n.Pipe == nil {
		return c.template(n.Name, nil, s.inPart)
	}
	dot, err := c.pipe(n.Pipe, s)
	if err != nil {
		return err
	}
	return c.template(n.Name, dot, s.inPart)
}

// pipe is the type of what a pipeline gives; only that of a lone field,
// variable or dot is followed, as the result of functions is rarely a view.
func (c *checker) pipe(p *parse.PipeNode, s scope) (reflect.Type, error) {
	var last reflect.Type
	for _, cmd := range p.Cmds {
		if s.inPart && callsPart(cmd) {
			return nil, c.fail(s, cmd, finding.Textf("%s: part 渲染的部件里不能再用 part，用 template", "%s: what part renders cannot call part again, but template", cmd))
		}
		if name := calledPart(cmd); name != "" {
			if _, ok := c.trees[name]; !ok {
				return nil, c.fail(s, cmd, finding.Textf("没有名为 %q 的部件", "there is no partial %q", name))
			}
			if err := c.template(name, s.dot, true); err != nil {
				return nil, err
			}
		}
		for _, arg := range cmd.Args {
			t, err := c.operand(arg, s)
			if err != nil {
				return nil, err
			}
			last = t
		}
		if len(cmd.Args) > 1 || len(p.Cmds) > 1 {
			last = nil
		}
	}
	for _, v := range p.Decl {
		s.vars[v.Ident[0]] = last
	}
	return last, nil
}

func (c *checker) operand(n parse.Node, s scope) (reflect.Type, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.dot, nil
	case *parse.FieldNode:
		return c.fields(n, s, s.dot, n.Ident)
	case *parse.VariableNode:
		return c.fields(n, s, s.vars[n.Ident[0]], n.Ident[1:])
	case *parse.ChainNode:
		from, err := c.operand(n.Node, s)
		if err != nil {
			return nil, err
		}
		return c.fields(n, s, from, n.Field)
	case *parse.PipeNode:
		return c.pipe(n, s)
	}
	return nil, nil
}

// fields follows .A.B from a type.
func (c *checker) fields(n parse.Node, s scope, from reflect.Type, names []string) (reflect.Type, error) {
	for _, name := range names {
		if from == nil {
			return nil, nil
		}
		if from.Kind() != reflect.Struct {
			return nil, c.fail(s, n, finding.Textf("%s 是 %s，没有字段 %q", "%s is %s, which has no field %q", n, from, name))
		}
		f, ok := from.FieldByName(name)
		if !ok || !f.IsExported() {
			return nil, c.fail(s, n, finding.Textf("%s: %s 没有字段 %q", "%s: %s has no field %q", n, from, name))
		}
		from = f.Type
	}
	return from, nil
}
