package importer

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// FuzzScan takes any JSON apart and puts it together again.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{`{}`, `[]`, `{"a": [1, {"b\\"": "]}"}, null], "c":-1e5}`, "[ 1 ,\n\"x\\\\\" , [ ] ,true]", othersProcess, othersAwards} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.TrimSpace(text)
		if !json.Valid([]byte(text)) {
			return
		}
		var one, other any
		if json.Unmarshal([]byte(text), &one) == nil && (json.Unmarshal([]byte(rewritten([]byte(text))), &other) != nil || !equalJSON(one, other)) {
			t.Fatalf("%q was taken apart as %q", text, rewritten([]byte(text)))
		}
	})
}

func equalJSON(a, b any) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return bytes.Equal(x, y)
}

// rewritten writes a value from its parts.
func rewritten(v []byte) string {
	var parts []string
	switch {
	case v[0] == '{':
		members(v, func(key string, value []byte) {
			name, _ := json.Marshal(key)
			parts = append(parts, string(name)+":"+rewritten(value))
		})
		return "{" + strings.Join(parts, ",") + "}"
	case v[0] == '[':
		elements(v, func(value []byte) { parts = append(parts, rewritten(value)) })
		return "[" + strings.Join(parts, ",") + "]"
	}
	return string(v)
}
