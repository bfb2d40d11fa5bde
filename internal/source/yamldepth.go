package source

import (
	"bytes"

	"gongkai/internal/finding"
)

// yamlShallow counts brackets and indentation before the parser sees them, since
// the parser recurses. It reads no quotation marks, so it takes some text for
// brackets; therefore it is looser than MaxLevels, which the tree is held to.
func yamlShallow(name string, text []byte, l *finding.List) bool {
	const loose = 4 * MaxLevels
	open, line := 0, 0
	var indents []int
	for len(text) > 0 {
		row := text
		if n := bytes.IndexByte(text, '\n'); n >= 0 {
			row = text[:n]
			text = text[n+1:]
		} else {
			text = nil
		}
		line++
		body := bytes.TrimLeft(row, " ")
		if len(body) == 0 {
			continue
		}
		indent := len(row) - len(body)
		for len(indents) > 0 && indents[len(indents)-1] >= indent {
			indents = indents[:len(indents)-1]
		}
		indents = append(indents, indent)
		open = max(0, open+openings(body))
		if open+len(indents)+dashes(body) > loose {
			l.Add(tooDeep(name, line))
			return false
		}
	}
	return true
}

// openings is how many more brackets a line opens than it closes.
func openings(row []byte) int {
	return bytes.Count(row, []byte{'['}) + bytes.Count(row, []byte{'{'}) -
		bytes.Count(row, []byte{']'}) - bytes.Count(row, []byte{'}'})
}

// dashes counts the list marks at the start of a line (`- - - x` is three levels).
func dashes(row []byte) int {
	n := 0
	for bytes.HasPrefix(row, []byte("- ")) || bytes.HasPrefix(row, []byte("? ")) {
		row = bytes.TrimLeft(row[1:], " ")
		n++
	}
	return n
}

func tooDeep(name string, line int) finding.Finding {
	return finding.Finding{
		Rule: ruleYAMLTooDeep, Pos: at(name, line, 0),
		Message: finding.Textf("这里的嵌套超过 %d 层", "this nests more than %d levels deep", MaxLevels),
		Hint:    say("检查方括号、花括号与缩进", "look at brackets, braces and indentation"),
	}
}
