package synth

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
)

// site is a generated site in memory.
type site map[string][]byte

func (s site) create(path string, data func(io.Writer) error) error {
	var b bytes.Buffer
	err := data(&b)
	s[path] = b.Bytes()
	return err
}

func generated(t *testing.T, o Options) site {
	t.Helper()
	s := site{}
	if err := Write(s.create, o); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSameSeedSameBytes(t *testing.T) {
	a, b, other := generated(t, Options{Projects: 300}), generated(t, Options{Projects: 300, Seed: 1}), generated(t, Options{Projects: 300, Seed: 2})
	if !maps.EqualFunc(a, b, bytes.Equal) {
		t.Error("two sites of one seed differ")
	}
	if bytes.Equal(a["data/contracts.csv"], other["data/contracts.csv"]) {
		t.Error("two seeds gave the same contracts")
	}
}

func TestEverySizeIsWritten(t *testing.T) {
	for _, n := range []int{1, 2, 19, 20, 21, 41, 399, 1000} {
		s := generated(t, Options{Projects: n})
		rows := 0
		for path := range s {
			if strings.HasPrefix(path, "data/projects/") {
				rows += len(tableOf(t, s, path))
			}
		}
		if rows != n {
			t.Errorf("asked for %d projects, got %d rows", n, rows)
		}
	}
	if err := Write(site{}.create, Options{}); err == nil {
		t.Error("a site of no projects was written")
	}
}

func TestEveryStateIsThere(t *testing.T) {
	got := map[string]int{}
	for _, row := range rowsOf(t, generated(t, Options{Projects: 500}), "projects") {
		got[row["state"]]++
	}
	want := []string{applied, underReview, declined, withdrawn, approved, contracted, inProgress, completed, terminated}
	if keys := slices.Collect(maps.Keys(got)); len(keys) != len(want) {
		t.Errorf("states %v, want all of %v", got, want)
	}
}

func TestWriteDirReplacesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := WriteDir(dir, Options{Projects: 5}); err != nil {
		t.Fatal(err)
	}
	if err := WriteDir(dir, Options{Projects: 5}); err == nil {
		t.Error("a second site was written over the first")
	}
}

func BenchmarkWrite(b *testing.B) {
	for b.Loop() {
		err := Write(func(_ string, data func(io.Writer) error) error { return data(io.Discard) }, Options{Projects: 10_000})
		if err != nil {
			b.Fatal(err)
		}
	}
}
