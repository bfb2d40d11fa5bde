package source

import (
	"bytes"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"gongkai/internal/finding"
)

var errorLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxFinding puts a parser's error into plain words, at the line it is in.
func syntaxFinding(name string, text []byte, err error) finding.Finding {
	line, said := parserError(err)
	line = trueLine(text, line, said)
	x := newLineIndex(text)
	row, _ := x.get(line)
	message, hint := plainWords(said)
	if bytes.HasPrefix(bytes.TrimLeft(row, " "), []byte("\t")) {
		message = say("这一行用制表符缩进", "the line is indented with a tab")
		hint = say("改用空格缩进", "indent with spaces instead")
	}
	value := strings.TrimSpace(string(row))
	if value != "" {
		message.ZH += "：" + strconv.Quote(excerpt(value))
		message.EN += ": " + strconv.Quote(excerpt(value))
	}
	col := len(row) - len(bytes.TrimLeft(row, " \t")) + 1
	return finding.Finding{Rule: ruleYAMLSyntax, Pos: at(name, line, col), Value: excerpt(value), Message: message, Hint: hint}
}

// parserError takes the parser's message apart; no line in it means the first.
func parserError(err error) (line int, said string) {
	m := errorLine.FindStringSubmatch(err.Error())
	if m == nil {
		return 1, err.Error()
	}
	line, _ = strconv.Atoi(m[1])
	return max(line, 1), m[2]
}

// trueLine finds the line at which the text first breaks. The parser names the
// line where the broken map or list begins, often far above, and counts some
// lines from zero. Texts cut off before the slip do not break in the same way,
// those cut off behind it do, so the slip is found by halving.
func trueLine(text []byte, line int, said string) int {
	if len(text) > 1<<20 || strings.Contains(said, "end of stream") {
		return min(line, bytes.Count(text, []byte{'\n'})+1)
	}
	x := newLineIndex(text)
	lines := bytes.Count(text, []byte{'\n'}) + 1
	return 1 + sort.Search(lines-1, func(n int) bool {
		_, err := decodeYAML(text[:x.start(n+2)])
		if err == nil {
			return false
		}
		_, now := parserError(err)
		return now == said
	})
}

// plainWords says what the parser's message means to someone who keeps tables.
func plainWords(said string) (message, hint finding.Text) {
	has := func(part string) bool { return strings.Contains(said, part) }
	quote := say("含冒号或特殊符号的文字用引号括起", "put text with a colon or a special sign in quotation marks")
	indent := say("同一层的各行缩进要一样，缩进用空格；引号要成对", "lines of one level need the same indentation, by spaces; quotation marks need to pair")
	switch {
	case has("mapping values are not allowed"):
		return say("这里的冒号不合写法", "a colon is out of place here"), quote
	case has("did not find expected key"), has("block mapping"), has("did not find expected '-' indicator"), has("block sequence entries"):
		return say("这一行与上面的行对不上", "the line does not fit the ones above it"), indent
	case has("expected ':'"):
		return say("名称之后缺少冒号", "a colon is missing after a name"), say("写成“名称: 值”，冒号后有空格", "write “name: value”, with a space after the colon")
	case has("cannot start any token"):
		return say("值不能以这个符号开头", "a value cannot start with this sign"), quote
	case has("unexpected end of stream"), has("expected ',' or"), has("unexpected document indicator"):
		return say("引号或括号没有闭合", "a quotation mark or bracket is not closed"), say("补上缺少的引号或括号", "add the mark or bracket that is missing")
	case has("escape"):
		return say("双引号内的反斜杠不合写法", "a backslash in double quotation marks is out of place"), say("改用单引号", "use single quotation marks")
	case has("unknown anchor"):
		return say("以 * 开头的文字被当作别名", "text that starts with * is taken for an alias"), quote
	case has("control characters"):
		return say("含有控制字符", "a control character stands here"), say("删去看不见的字符", "remove the character that cannot be seen")
	}
	return finding.Textf("YAML 读不出来（%s）", "the YAML does not read (%s)", said), indent
}
