package output

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestBookKeepsWhatIsKnownOfEveryFile(t *testing.T) {
	var b book
	want := map[string]entry{}
	for i := range 3 * linesHeld {
		name := fmt.Sprintf("%s%d.html", []string{"", "projects/", "en/projects/", "项目/"}[i%4], i)
		want[name] = entry{sum: uint64(i) << 40, size: int64(i) << 20, was: was(i % 4), staged: i%3 == 0}
	}
	long := strings.Repeat("長", textRoom)
	want[long+"/"+long] = entry{size: 1}
	for name := range want {
		if b.has(name) {
			t.Fatalf("%q is there before it was entered", name)
		}
		b.set(name, entry{})
		b.set(name, want[name])
	}
	for name, e := range want {
		if got, ok := b.get(name); !ok || got != e {
			t.Fatalf("%.40q has %+v, %v; want %+v", name, got, ok, e)
		}
	}
	for _, name := range []string{"projects", "projects/", "5.html/", "en/5.html", ""} {
		if b.has(name) {
			t.Errorf("%q is no file", name)
		}
	}
	names := slices.Sorted(b.all())
	if b.len() != len(want) || len(names) != len(want) || len(slices.Compact(names)) != len(want) {
		t.Errorf("%d files, %d paths, want %d", b.len(), len(names), len(want))
	}
}
