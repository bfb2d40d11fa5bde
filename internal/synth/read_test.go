package synth

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"
)

// row is a table's row by field.
type row map[string]string

func tableOf(t *testing.T, s site, path string) []row {
	t.Helper()
	if strings.HasSuffix(path, ".yaml") {
		return listOf(t, s[path])
	}
	records, err := csv.NewReader(bytes.NewReader(s[path])).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var rows []row
	for _, cells := range records[1:] {
		r := row{}
		for i, heading := range records[0] {
			r[heading] = cells[i]
		}
		rows = append(rows, r)
	}
	return rows
}

func listOf(t *testing.T, data []byte) []row {
	t.Helper()
	var list []map[string]any
	if err := yaml.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	var rows []row
	for _, entry := range list {
		r := row{}
		for key, value := range entry {
			if s, ok := value.(string); ok {
				r[key] = s
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// rowsOf reads a table, whether it is one file or a folder.
func rowsOf(t *testing.T, s site, table string) []row {
	t.Helper()
	var rows []row
	for path := range s {
		if path == "data/"+table+".csv" || path == "data/"+table+".yaml" || strings.HasPrefix(path, "data/"+table+"/") {
			rows = append(rows, tableOf(t, s, path)...)
		}
	}
	if len(rows) == 0 {
		t.Fatalf("no rows of %s", table)
	}
	return rows
}

func byID(t *testing.T, rows []row) map[string]row {
	t.Helper()
	ids := map[string]row{}
	for _, r := range rows {
		if r["id"] == "" || ids[r["id"]] != nil {
			t.Fatalf("id %q is blank or used twice", r["id"])
		}
		ids[r["id"]] = r
	}
	return ids
}

// positive is a number above zero, or 0 where blank.
func (r row) positive(t *testing.T, field string) int64 {
	t.Helper()
	if r[field] == "" {
		return 0
	}
	n, err := strconv.ParseInt(r[field], 10, 64)
	if err != nil || n <= 0 {
		t.Fatalf("%s of %s: %q is not a positive number", field, r["id"], r[field])
	}
	return n
}

// inOrder reports dates that go back; blank ones are passed over. ISO dates
// sort as text.
func inOrder(t *testing.T, id string, dates ...string) {
	t.Helper()
	last := ""
	for _, d := range dates {
		if d == "" {
			continue
		}
		if _, err := time.Parse(time.DateOnly, d); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		if d < last {
			t.Errorf("%s: dates go back: %v", id, dates)
			return
		}
		last = d
	}
}
