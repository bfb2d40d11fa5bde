package source

import (
	"bytes"

	"gopkg.in/yaml.v3"

	"gongkai/internal/finding"
)

// FrontMatter splits a note, as Decode made it, into the YAML map between two
// lines --- and the body below. The map's positions are those of the note, and
// bodyLine is the line of the body's first byte. A note without a head is all
// body, with a nil map.
func FrontMatter(name string, text []byte, l *finding.List) (front *yaml.Node, body []byte, bodyLine int, ok bool) {
	if len(text) > MaxNote {
		l.Add(finding.Finding{
			Rule: ruleFileTooLarge, Pos: at(name, 0, 0),
			Message: finding.Textf("文件超过 %s", "the note is larger than %s", inUnits(MaxNote)),
			Hint:    say("分成几篇", "divide it into several notes"),
		})
		return nil, nil, 0, false
	}
	if !unmerged(name, text, l) {
		return nil, nil, 0, false
	}
	first, rest, _ := bytes.Cut(text, []byte{'\n'})
	if !isRule(first) {
		return nil, text, 1, true
	}
	head := len(text) - len(rest)
	for line, off := 2, head; off < len(text); line++ {
		end := lineEnd(text, off)
		if row := text[off:end]; isRule(row) || string(bytes.TrimRight(row, " \t")) == "..." {
			// The blank line stands for the opening rule, so that lines count right.
			front, ok = parseHead(name, append([]byte{'\n'}, text[head:off]...), l)
			return front, text[min(end+1, len(text)):], line + 1, ok
		}
		off = end + 1
	}
	l.Add(finding.Finding{
		Rule: ruleFrontMatter, Pos: at(name, 1, 1), Value: "---",
		Message: say("以 --- 开头的文件头没有结束", "the head that starts with --- does not end"),
		Hint:    say("在文件头之后加一行 ---", "add a line --- below it"),
	})
	return nil, nil, 0, false
}

func parseHead(name string, head []byte, l *finding.List) (*yaml.Node, bool) {
	n, ok := ParseYAML(name, head, l)
	if !ok || n == nil {
		return nil, ok
	}
	if n.Kind != yaml.MappingNode {
		l.Add(finding.Finding{
			Rule: ruleFrontMatter, Pos: NodePos(name, n),
			Message: say("文件头应是“名称: 值”", "the head must be names and values"),
			Hint:    say("每行写一个“名称: 值”；正文中的分隔线改用 ***", "write one “name: value” a line; for a line across the text use ***"),
		})
		return nil, false
	}
	return n, true
}

// isRule recognises the line that opens and closes a head.
func isRule(line []byte) bool { return string(bytes.TrimRight(line, " \t")) == "---" }
