package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"gongkai/internal/finding"
)

// ParseYAML reads a YAML file of plain maps, lists and text: what refers, tags,
// repeats or hides is refused with its place. The node is the content of the
// only document; it is nil, with true, for a file that holds nothing.
func ParseYAML(name string, text []byte, l *finding.List) (*yaml.Node, bool) {
	if len(text) > MaxYAML {
		l.Add(yamlTooLarge(name, fmt.Sprintf("%d MiB", MaxYAML>>20)))
		return nil, false
	}
	if !unmerged(name, text, l) || !plainLineEnds(name, text, l) {
		return nil, false
	}
	// Each of these stands before or behind at most a key and its value, so a
	// bomb of tiny values is told by counting, before its tree is made.
	values := 0
	for _, mark := range []string{",", "\n", "[", "{", "- "} {
		values += bytes.Count(text, []byte(mark))
	}
	if values > maxValues {
		l.Add(yamlTooLarge(name, fmt.Sprintf("%d values", maxValues)))
		return nil, false
	}
	node, err := decodeYAML(text)
	var more *secondDocument
	switch {
	case errors.As(err, &more):
		l.Add(finding.Finding{
			Rule: ruleYAMLDocuments, Pos: at(name, more.line, 1),
			Message: say("这里开始第二份 YAML 文档", "a second YAML document starts here"),
			Hint:    say("删去中间的 ---，或分成几个文件", "remove the --- between them, or make several files"),
		})
		return nil, false
	case err != nil && strings.Contains(err.Error(), "exceeded max depth"):
		// The parser's own limit is far above ours but keeps it from recursing
		// without end; what it lets pass is measured below.
		line, said := parserError(err)
		l.Add(tooDeep(name, trueLine(text, line, said)))
		return nil, false
	case err != nil:
		l.Add(syntaxFinding(name, text, err))
		return nil, false
	case node == nil:
		return nil, true
	}
	r := restrictor{name: name, list: l, ok: true}
	r.walk(node, 1)
	return node, r.ok
}

func yamlTooLarge(name, limit string) finding.Finding {
	return finding.Finding{
		Rule: ruleYAMLTooLarge, Pos: at(name, 0, 0),
		Message: finding.Textf("YAML 文件超过上限 %s", "the YAML file is beyond the limit of %s", limit),
		Hint:    say("改用 CSV", "use CSV instead"),
	}
}

// plainLineEnds refuses the line ends that YAML knows and editors do not show:
// with them the parser's lines would be others than the publisher's.
func plainLineEnds(name string, text []byte, l *finding.List) bool {
	for _, r := range []rune{'\u0085', '\u2028', '\u2029'} {
		off := bytes.Index(text, []byte(string(r)))
		if off < 0 {
			continue
		}
		line, col := place(text, off)
		l.Add(finding.Finding{
			Rule: ruleYAMLSyntax, Pos: at(name, line, col), Value: fmt.Sprintf("%U", r),
			Message: finding.Textf("有看不见的换行符 %U", "a line end that cannot be seen, %U", r),
			Hint:    say("换成普通换行或空格", "replace it with an ordinary line end or a space"),
		})
		return false
	}
	return true
}

// secondDocument tells where a file goes on after its first document.
type secondDocument struct{ line int }

func (d *secondDocument) Error() string { return fmt.Sprintf("line %d: a second document", d.line) }

// decodeYAML parses one document. The parser is known to panic on some malformed
// input, which is a syntax error to whoever wrote the file.
func decodeYAML(text []byte) (node *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			node, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	d := yaml.NewDecoder(bytes.NewReader(text))
	var doc, next yaml.Node
	if err := d.Decode(&doc); err == io.EOF {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	if err := d.Decode(&next); err == nil {
		return nil, &secondDocument{max(next.Line, 1)}
	} else if err != io.EOF {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	if n := doc.Content[0]; n.Kind != yaml.ScalarNode || n.Tag != "!!null" || n.Value != "" {
		return n, nil
	}
	return nil, nil
}
