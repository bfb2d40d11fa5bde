package finding

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
)

// jsonFinding is the published form; its keys are relied upon and only ever
// added to.
type jsonFinding struct {
	Check    string `json:"check"`
	Severity string `json:"severity"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Field    string `json:"field"`
	Value    string `json:"value"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// WriteJSON writes all findings as one array, an object a line. Line and column
// count from 1 and are 0 where unknown.
func WriteJSON(w io.Writer, list []Finding, lang string) error {
	out := bufio.NewWriter(w)
	before := "[\n"
	for _, f := range list {
		out.WriteString(before)
		before = ",\n"
		object, err := encode(jsonFinding{
			Check: f.Rule.ID, Severity: f.Severity.String(),
			File: f.Pos.File, Line: f.Pos.Line, Column: f.Pos.Col,
			Field: f.Field, Value: f.Value, Message: f.Message.In(lang), Hint: f.Hint.In(lang),
		}, "")
		if err != nil {
			return err
		}
		out.Write(object)
	}
	if len(list) == 0 {
		out.WriteString("[]\n")
	} else {
		out.WriteString("\n]\n")
	}
	return out.Flush()
}

// encode writes a value as JSON in which characters that do not show are
// escapes: the text stays exact, and harmless where it is looked at.
func encode(v any, indent string) ([]byte, error) {
	var raw bytes.Buffer
	e := json.NewEncoder(&raw)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, r := range string(bytes.TrimSpace(raw.Bytes())) {
		switch {
		case r == '\n' || unicode.IsPrint(r) || unicode.Is(unicode.Zs, r):
			b.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes(), nil
}
