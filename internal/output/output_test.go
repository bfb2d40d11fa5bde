package output

import (
	"fmt"
	"slices"
	"sync"
	"testing"
)

func TestMemoryKeepsCopies(t *testing.T) {
	m := NewMemory()
	page := []byte("one")
	for _, name := range []string{"b.html", "a/b.html", "a.html"} {
		if err := m.Write(name, page); err != nil {
			t.Fatal(err)
		}
	}
	copy(page, "xxx")
	if got, ok := m.Get("a/b.html"); !ok || string(got) != "one" {
		t.Errorf("Get: %q, %v", got, ok)
	}
	if got, ok := m.Get("c.html"); ok {
		t.Errorf("Get of nothing: %q", got)
	}
	if got, want := m.Paths(), []string{"a.html", "a/b.html", "b.html"}; !slices.Equal(got, want) {
		t.Errorf("Paths: %q, want %q", got, want)
	}
	if err := m.Write("a.html", nil); err == nil {
		t.Error("a second Write of a path is taken")
	}
}

func TestMemoryTakesWritesAtOnce(t *testing.T) {
	m := NewMemory()
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			if err := m.Write(fmt.Sprintf("%d.html", i), []byte("x")); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := len(m.Paths()); got != 100 {
		t.Errorf("%d files, want 100", got)
	}
}

func TestPathsThatAreNoFileOfTheSite(t *testing.T) {
	for _, name := range []string{
		"", ".", "..", "/", "/etc/passwd", "../x", "a/../b", "a/..", "./a", "a//b", "a/", "/a",
		`a\b`, `..\x`, "c:x", "a\x00b", "a\nb", "a\tb", "a\x7f", "a\u0085b", "\xff", manifestName, manifestName + "/x",
	} {
		if err := checkPath(name); err == nil {
			t.Errorf("%q is taken", name)
		}
	}
	for _, name := range []string{
		"index.html", "a/b/c.html", "a b.html", "项目/一.html", "..a", "a..b/...", ".well-known/x", "a/" + manifestName,
	} {
		if err := checkPath(name); err != nil {
			t.Errorf("%q is refused: %v", name, err)
		}
	}
}
