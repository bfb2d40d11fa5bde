package importer

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"
)

// A document may be as large as the machine's memory allows for its text alone:
// it is checked as a whole, then taken apart by these scanners, which point into
// the text, and decoded release by release or grant by grant. They rely on the
// text being JSON.

// scanned is a document without a byte order mark, checked to be JSON in UTF-8.
// A document a line, as large publications come, is a list of them.
func (b *Batch) scanned(data []byte) ([]byte, error) {
	text := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))
	if !utf8.Valid(text) {
		line := 1
		for part := range bytes.Lines(text) {
			if !utf8.Valid(part) {
				break
			}
			line++
		}
		return nil, failf("%q 从第 %d 行起不是 UTF-8：另存为 UTF-8 再导入", "%q is not UTF-8 from line %d on: save it as UTF-8", b.file, line)
	}
	if json.Valid(text) {
		return text, nil
	}
	if list, wrong := jsonLines(text); wrong == 0 && list != nil {
		return list, nil
	} else if wrong > 1 {
		return nil, failf("%q 每行一个 JSON 对象，但第 %d 行不是", "%q has a JSON object a line, but line %d is none", b.file, wrong)
	}
	return nil, b.broken(text)
}

// jsonLines makes one list of objects that stand on lines of their own. Wrong is
// the first line that is none, 0 where all are.
func jsonLines(text []byte) (list []byte, wrong int) {
	list = make([]byte, 0, len(text)+1<<10)
	line := 0
	for part := range bytes.Lines(text) {
		line++
		part = bytes.TrimSpace(part)
		if len(part) > 0 && (!isObject(part) || !json.Valid(part)) {
			return nil, line
		}
		if len(part) > 0 {
			list = append(append(list, ",\n"...), part...)
		}
	}
	if line < 2 {
		return nil, 0
	}
	list[0] = '['
	return append(list, ']'), 0
}

// broken says where and why a text is no JSON.
func (b *Batch) broken(text []byte) error {
	var slip *json.SyntaxError
	err := json.Unmarshal(text, new(json.RawMessage))
	switch {
	case len(text) == 0:
		return failf("%q 是空的", "%q is empty", b.file)
	case text[0] == '<':
		return failf("%q 是网页或 XML，不是 JSON：保存数据文件本身再导入", "%q is a web page or XML, no JSON: save the data file itself", b.file)
	case !errors.As(err, &slip):
		return failf("%q 不是能读的 JSON：%v", "%q is no JSON that can be read: %v", b.file, err)
	case slip.Offset >= int64(len(text)) && strings.Contains(slip.Error(), "end of JSON"):
		return failf("%q 没有写完就结束了，可能没有下载完整：重新下载", "%q ends in the middle, as after a broken download: fetch it again", b.file)
	}
	at := int(slip.Offset) - 1 // of the byte that is not expected
	before := text[:max(at, 0)]
	line := 1 + bytes.Count(before, []byte("\n"))
	col := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	near := strings.ToValidUTF8(string(text[max(0, at-20):min(len(text), at+20)]), "")
	return failf("%q 第 %d 行第 %d 个字符处不是 JSON：%q", "%q is no JSON at line %d, character %d: %q", b.file, line, col, near)
}

// space is the place of the next byte that is no white space.
func space(text []byte, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
		i++
	}
	return i
}

// skip is the place behind the value that begins at i.
func skip(text []byte, i int) int {
	depth := 0
	for ; i < len(text); i++ {
		switch text[i] {
		case '"':
			for i++; text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			if depth == 0 {
				return i + 1
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth <= 0 {
				return i + 1 + min(depth, 0) // a number or word may end at the bracket of its list
			}
		case ',', ' ', '\n', '\t', '\r':
			if depth == 0 {
				return i
			}
		}
	}
	return i
}

// members calls do for each member of an object.
func members(object []byte, do func(key string, value []byte)) {
	for i := space(object, 1); i < len(object) && object[i] == '"'; {
		end := skip(object, i)
		var key string
		if json.Unmarshal(object[i:end], &key) != nil {
			return
		}
		i = space(object, space(object, end)+1) // over the colon
		end = skip(object, i)
		do(key, object[i:end])
		i = space(object, end)
		if i < len(object) && object[i] == ',' {
			i = space(object, i+1)
		}
	}
}

// elements calls do for each element of a list.
func elements(list []byte, do func(value []byte)) {
	for i := space(list, 1); i < len(list) && list[i] != ']'; {
		end := skip(list, i)
		do(list[i:end])
		i = space(list, end)
		if i < len(list) && list[i] == ',' {
			i = space(list, i+1)
		}
	}
}

// keys names the first members of a document, for messages.
func keys(text []byte) string {
	var all []string
	if text[0] == '{' {
		members(text, func(key string, _ []byte) {
			if len(all) < 6 && len(key) < 40 {
				all = append(all, key)
			}
		})
	}
	return strings.Join(all, ", ")
}

func isObject(v []byte) bool { return len(v) > 2 && v[0] == '{' }

func isList(v []byte) bool { return len(v) > 0 && v[0] == '[' }
