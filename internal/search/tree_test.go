package search

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// grow writes a tree of terms and opens it.
func grow(t *testing.T, limit int, entries map[string]string) (*Index, built) {
	t.Helper()
	saved := built{}
	f := newFiles(func(path string, data []byte) error {
		if _, twice := saved[path]; twice {
			return fmt.Errorf("%s is written twice", path)
		}
		saved[path] = slices.Clone(data)
		return nil
	})
	var all []leaf
	for term, entry := range entries {
		all = append(all, leaf{term: term, entry: []byte(entry)})
	}
	shape, err := newTree(f, termsFolder, limit).fill(all).finish()
	if err != nil {
		t.Fatal(err)
	}
	x := &Index{read: func(path string) ([]byte, error) { return saved[path], nil }, files: map[string][]byte{},
		shards: map[string]map[string][]byte{}, orders: map[string][]string{}, trees: map[string]*tree{}}
	if x.trees[termsFolder], err = readTree(shape); err != nil {
		t.Fatal(err)
	}
	return x, saved
}

// someTerms are words, runs, marks and digits, each with an entry of some length.
func someTerms(n int) map[string]string {
	r := rand.New(rand.NewPCG(2, 6))
	out := map[string]string{}
	for i := range n {
		word := ""
		for range 1 + r.IntN(9) {
			word += string(rune('a' + r.IntN(7)))
		}
		term := []string{word, "café" + word, markID + "bj2010-" + word, markTriple + "养老" + string(rune(0x4E00+i)), "服" + string(rune(0x4E00+i)), fmt.Sprint(i), markTitle + word}[i%7]
		out[term] = strings.Repeat("x", r.IntN(60))
	}
	return out
}

// TestEveryTermIsInItsFile looks up every term of trees from one file to many, and what
// is in none.
func TestEveryTermIsInItsFile(t *testing.T) {
	for _, n := range []int{0, 1, 30, 3000} {
		entries := someTerms(n)
		x, saved := grow(t, 900, entries)
		for term, entry := range entries {
			got, err := x.entryOf(termsFolder, term)
			if err != nil || string(got) != entry || got == nil {
				t.Fatalf("of %d terms %q has %q, want %q: %v", n, term, got, entry, err)
			}
			if got, err := x.entryOf(termsFolder, term+"?"); err != nil || got != nil && entries[term+"?"] == "" {
				t.Fatalf("%q has an entry: %v", term+"?", err)
			}
		}
		if paths := x.leaves(termsFolder, 0, 0); len(paths) != len(saved) {
			t.Errorf("of %d terms the shape has %d files, %d are written", n, len(paths), len(saved))
		}
	}
}

// TestBeginningsAreWhereTheyAre finds all words with a beginning in the files that its
// code tells.
func TestBeginningsAreWhereTheyAre(t *testing.T) {
	entries := someTerms(3000)
	x, _ := grow(t, 900, entries)
	for _, start := range []string{"a", "ab", "abc", "abcd", "abcde", "caf", "café", "caféab", "养", "服", "1", "12", "299"} {
		code, known := codeOfBeginning(start)
		var got []string
		for _, path := range x.leaves(termsFolder, code, known) {
			_, order, err := x.shard(path)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, slices.DeleteFunc(slices.Clone(order), func(s string) bool { return !strings.HasPrefix(s, start) })...)
		}
		var want []string
		for term := range entries {
			if strings.HasPrefix(term, start) {
				want = append(want, term)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%d begin with %q, %d are found", len(want), start, len(got))
		}
	}
}

// TestATermMoreTouchesItsFileAlone holds that no other file changes but where one is
// divided.
func TestATermMoreTouchesItsFileAlone(t *testing.T) {
	entries := someTerms(3000)
	_, before := grow(t, 900, entries)
	for i := range 50 {
		more := maps.Clone(entries)
		more[fmt.Sprintf("added%d", i)] = "entry"
		_, after := grow(t, 900, more)
		changed := 0
		for path, data := range after {
			if string(before[path]) != string(data) {
				changed++
			}
		}
		if changed == 0 || changed > 2 {
			t.Errorf("one term more changes %d files", changed)
		}
	}
}

// FuzzTree opens shapes that nobody wrote.
func FuzzTree(f *testing.F) {
	for _, s := range []string{"", "AA==", "/////w==", "gIA=", "x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, shape string) {
		tree, err := readTree(shape)
		if err == nil && len(tree.files("terms", codeOf("养老"), codeBits)) > 1 {
			t.Error("a term is in two files")
		}
	})
}
