package source

import (
	"gopkg.in/yaml.v3"

	"gongkai/internal/finding"
)

// A restrictor walks a tree and reports what is not plain maps, lists and text.
type restrictor struct {
	name string
	list *finding.List
	ok   bool
	deep bool // too deep a place was told; one is enough
}

func (r *restrictor) walk(n *yaml.Node, level int) {
	if level > MaxLevels && n.Kind != yaml.ScalarNode {
		if !r.deep {
			r.add(tooDeep(r.name, n.Line))
		}
		r.deep = true
		return
	}
	pos := NodePos(r.name, n)
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		mark := "&" + n.Anchor
		if n.Kind == yaml.AliasNode {
			mark = "*" + n.Value
		}
		r.add(finding.Finding{
			Rule: ruleYAMLAlias, Pos: pos, Value: mark,
			Message: finding.Textf("用了锚点或别名 %q", "an anchor or alias, %q", excerpt(mark)),
			Hint:    say("把内容直接写在这里；若本是文字，用引号括起", "write the content here; where it is meant as text, put it in quotation marks"),
		})
		return
	}
	if n.Style&yaml.TaggedStyle != 0 && n.Tag != "!!str" {
		r.add(finding.Finding{
			Rule: ruleYAMLTag, Pos: pos, Value: n.Tag,
			Message: finding.Textf("用了标签 %q", "a tag, %q", excerpt(n.Tag)),
			Hint:    say("删去标签；若本是文字，用引号括起", "remove the tag; where it is meant as text, put it in quotation marks"),
		})
		return
	}
	if n.Kind == yaml.MappingNode {
		r.keys(n)
	}
	for _, c := range n.Content {
		r.walk(c, level+1)
	}
}

// keys reports merge keys, keys that are no text, and keys that stand twice.
func (r *restrictor) keys(n *yaml.Node) {
	first := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		switch {
		case k.Tag == "!!merge":
			r.add(finding.Finding{
				Rule: ruleYAMLAlias, Pos: NodePos(r.name, k), Value: k.Value,
				Message: say("用了合并键 <<", "a merge key, <<"),
				Hint:    say("把内容直接写在这里", "write the content here"),
			})
		case k.Kind == yaml.MappingNode || k.Kind == yaml.SequenceNode:
			r.add(finding.Finding{
				Rule: ruleYAMLForm, Pos: NodePos(r.name, k),
				Message: say("名称应是文字，这里却是列表或映射", "a key must be text; this is a list or a map"),
			})
		case k.Kind == yaml.ScalarNode && first[k.Value] != nil:
			r.add(finding.Finding{
				Rule: ruleDuplicateKey, Pos: NodePos(r.name, k), Field: k.Value, Value: k.Value,
				Message: finding.Textf("%q 写了两次", "%q stands twice", excerpt(k.Value)),
				Hint:    say("删去其中一个", "remove one of them"),
				Related: []finding.Related{{Pos: NodePos(r.name, first[k.Value]), Message: say("第一次在这里", "first here")}},
			})
		default:
			first[k.Value] = k
		}
	}
}

func (r *restrictor) add(f finding.Finding) {
	r.ok = false
	r.list.Add(f)
}

func tooDeep(name string, line int) finding.Finding {
	return finding.Finding{
		Rule: ruleYAMLTooDeep, Pos: at(name, line, 0),
		Message: finding.Textf("这里的嵌套超过 %d 层", "this nests more than %d levels deep", MaxLevels),
		Hint:    say("检查方括号、花括号与缩进", "look at brackets, braces and indentation"),
	}
}
