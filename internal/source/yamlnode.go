package source

import (
	"strings"

	"gopkg.in/yaml.v3"

	"gongkai/internal/finding"
)

// Scalar is a node's text exactly as written: 012345, yes and 2010-01-01 stay
// what they are. Nothing, ~ and null without quotation marks are blank. False
// for a list or a map.
func Scalar(n *yaml.Node) (string, bool) {
	if n == nil {
		return "", true
	}
	if n.Kind != yaml.ScalarNode {
		return "", false
	}
	if n.Tag == "!!null" {
		return "", true
	}
	return n.Value, true
}

// Mapping calls each for the keys of a map in file order; false for any other
// node.
func Mapping(n *yaml.Node, each func(key, value *yaml.Node)) bool {
	if n == nil || n.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		each(n.Content[i], n.Content[i+1])
	}
	return true
}

// NodePos is where a node starts.
func NodePos(name string, n *yaml.Node) finding.Pos {
	return at(name, n.Line, n.Column)
}

// CheckKeys reports the keys of a map that are not known, each with the nearest
// one that is.
func CheckKeys(name string, n *yaml.Node, known []string, l *finding.List) {
	Mapping(n, func(key, _ *yaml.Node) {
		for _, k := range known {
			if k == key.Value {
				return
			}
		}
		f := finding.Finding{
			Rule: ruleUnknownKey, Pos: NodePos(name, key), Field: key.Value, Value: key.Value,
			Message: finding.Textf("没有名为 %q 的设置", "no key is called %q", excerpt(key.Value)),
			Hint:    finding.Textf("可用：%s", "known are %s", strings.Join(known, ", ")),
		}
		if k := nearest(key.Value, known); k != "" {
			f.Hint = finding.Textf("是否为 %q？", "did you mean %q?", k)
		}
		l.Add(f)
	})
}
