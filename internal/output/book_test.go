package output

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// newBook is a book on a disk of its own that holds so many records.
func newBook(t *testing.T, most int) *book {
	t.Helper()
	disk, err := openFiles(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = disk.Close() })
	return &book{disk: disk, folder: ".", most: most}
}

func (b *book) enter(t *testing.T, name string, e entry) {
	t.Helper()
	if b.full() {
		if err := b.flush(); err != nil {
			t.Fatal(err)
		}
	}
	b.add(name, e)
}

func (b *book) all() (all []record, err error) {
	err = b.each(func(name string, e entry) error {
		all = append(all, record{name, e})
		return nil
	})
	return all, err
}

func TestBookTellsEveryFileInOrderHoweverFewItHolds(t *testing.T) {
	const files = 300
	for _, most := range []int{1, 7, 100, files, recordsHeld} {
		b := newBook(t, most)
		var want []record
		for i := range files {
			name := fmt.Sprintf("%s%d x.html", []string{"", "projects/", "en/projects/", "项目/"}[i%4], i*7%files)
			e := entry{sum: uint64(i) << 40, size: int64(i) << 20, was: was(i % 4), staged: i%3 == 0}
			want = append(want, record{name, e})
			b.enter(t, name, e)
		}
		slices.SortFunc(want, func(x, y record) int { return strings.Compare(x.path, y.path) })
		for range 2 { // it can be told again
			if got, err := b.all(); err != nil || !slices.Equal(got, want) {
				t.Fatalf("%d held: %d files, %v; want %d", most, len(got), err, len(want))
			}
		}
		if spilled := b.runs > 0; spilled != (most < files) {
			t.Errorf("%d held: %d runs", most, b.runs)
		}
	}
}

func TestBookRefusesAPathThatComesTwice(t *testing.T) {
	for _, most := range []int{1, 2, recordsHeld} {
		b := newBook(t, most)
		for _, name := range []string{"b", "a", "c", "b"} {
			b.enter(t, name, entry{})
		}
		if _, err := b.all(); err == nil || !strings.Contains(err.Error(), `"b" is written twice`) {
			t.Errorf("%d held: %v", most, err)
		}
	}
}

func TestBookTellsOfARunThatWasChanged(t *testing.T) {
	for _, text := range []string{"\n", "3 x\n", "300 0000000000000000 0 a\n", strings.Repeat("x", 1<<17)} {
		b := newBook(t, 1)
		b.enter(t, "a", entry{})
		b.enter(t, "b", entry{})
		if err := os.WriteFile(b.disk.(rootFiles).Name()+"/files-0", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		own := new(Error)
		if _, err := b.all(); err == nil || text[0] != 'x' && !errors.As(err, &own) {
			t.Errorf("%.9q: %v", text, err)
		}
	}
}
