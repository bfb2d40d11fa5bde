package search

import (
	"encoding/base64"
	"fmt"
	"slices"
	"testing"
)

// TestTablesInTwoLevels looks up every key of a table that is divided, and one
// before and after each, with the row that follows.
func TestTablesInTwoLevels(t *testing.T) {
	saved := built{}
	f := newFiles(func(path string, data []byte) error {
		saved[path] = slices.Clone(data)
		return nil
	})
	var w tableWriter
	var keys []string
	for i := range 500 {
		keys = append(keys, fmt.Sprintf("k%04d", i*3))
		w.addTerm(keys[i], []byte{0, 0, byte(i >> 8), byte(i)})
	}
	got, err := w.finish(f, 64, leastPart)
	if err != nil || got.Level != 1 {
		t.Fatalf("level %d: %v", got.Level, err)
	}
	data, err := base64.StdEncoding.DecodeString(got.Data)
	if err != nil {
		t.Fatal(err)
	}
	x := &Index{read: func(path string) ([]byte, error) { return saved[path], nil }, files: map[string][]byte{}}
	x.tables[tableTerms] = lookup{level: 1, rows: readRows(data, 0)}
	for i := range 500 * 3 {
		key := fmt.Sprintf("k%04d", i)
		rows, at, err := x.rowAndNext(tableTerms, func(r *row) bool { return r.key > key })
		if err != nil || rows[at].key != keys[i/3] {
			t.Fatalf("%s is at %q: %v", key, rows[at].key, err)
		}
		if i/3+1 < len(keys) && (at+1 >= len(rows) || rows[at+1].key != keys[i/3+1]) {
			t.Fatalf("what follows %s is not found", key)
		}
	}
}
