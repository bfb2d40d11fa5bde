package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/value"

	"gopkg.in/yaml.v3"
)

// GlossaryFile explains the words of the field.
const GlossaryFile = "content/glossary.yaml"

// Term is a word and what it means.
type Term struct{ Term, Text value.Text }

func readGlossary(src *source.Site, l *finding.List) []Term {
	if !src.Exists(GlossaryFile) {
		return nil
	}
	text, ok := readText(src, GlossaryFile, l)
	if !ok {
		return nil
	}
	root, ok := source.ParseYAML(GlossaryFile, text, l)
	if !ok || root == nil {
		return nil
	}
	r := configReader{GlossaryFile, l}
	if root.Kind != yaml.SequenceNode {
		r.bad(root, "", finding.Textf("术语表应是列表", "the glossary takes a list"), finding.Textf("例如 - {term: …, text: …}", "for example - {term: …, text: …}"))
		return nil
	}
	var terms []Term
	for _, item := range root.Content {
		var t Term
		r.keys(item, map[string]func(*yaml.Node){
			"term": func(n *yaml.Node) { t.Term = r.localised(n) },
			"text": func(n *yaml.Node) { t.Text = r.localised(n) },
		})
		terms = append(terms, t)
	}
	return terms
}
