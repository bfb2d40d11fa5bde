package search_test

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/search"
)

// edited has another title for one record.
type edited struct {
	search.Source
	at int
}

func (e edited) Document(i int) *search.Document {
	d := e.Source.Document(i)
	if i == e.at {
		d.Title[0] = "改名后的" + d.Title[0]
	}
	return d
}

// without leaves one record out.
type without struct {
	search.Source
	at int
}

func (w without) Len() int { return w.Source.Len() - 1 }

func (w without) of(i int) int {
	if i >= w.at {
		return i + 1
	}
	return i
}

func (w without) Place(i int) (uint32, string)    { return w.Source.Place(w.of(i)) }
func (w without) Document(i int) *search.Document { return w.Source.Document(w.of(i)) }

// version is what the files of an index hold: by path the hash of the content and
// its kind.
type version struct {
	sums  map[string][sha256.Size]byte
	kinds map[string]string
}

// versionOf builds an index.
func versionOf(b *testing.B, src search.Source) version {
	files, v := map[string][]byte{}, version{sums: map[string][sha256.Size]byte{}}
	index(b, src, func(path string, data []byte) error {
		v.sums[path] = sha256.Sum256(data)
		files[path] = slices.Clone(data)
		return nil
	})
	var err error
	v.kinds, err = search.Kinds(func(path string) ([]byte, error) { return files[path], nil }, slices.Collect(maps.Keys(files)))
	if err != nil {
		b.Fatal(err)
	}
	return v
}

// changed counts by kind the files that are not in a version before.
func (v version) changed(before version) (n int, by map[string]int) {
	by = map[string]int{}
	for path, sum := range v.sums {
		if was, ok := before.sums[path]; !ok || was != sum {
			n++
			by[v.kinds[path]]++
		}
	}
	return n, by
}

// change is one record edited, inserted or deleted.
type change struct {
	how, record string
	files       int
	share       float64
	by          map[string]int
}

// changesOf changes records of several kinds, one at a time: each is left out, which
// is a deletion and read backwards an insertion, and two of them have another title.
func changesOf(b *testing.B, src search.Source) (version, []change) {
	whole := versionOf(b, src)
	var out []change
	enter := func(how, record string, v, before version) {
		n, by := v.changed(before)
		out = append(out, change{how, record, n, 100 * float64(n) / float64(len(v.sums)), by})
	}
	r := rand.New(rand.NewPCG(5, 8))
	for i, kind := range []string{"projects", "organizations", "documents", "projects", "events"} {
		at := 0
		for name := ""; !strings.HasPrefix(name, kind+"/"); {
			at = r.IntN(src.Len())
			_, name = src.Place(at)
		}
		_, name := src.Place(at)
		less := versionOf(b, without{src, at})
		enter("inserted", name, whole, less)
		enter("deleted", name, less, whole)
		if i < 2 {
			enter("edited", name, versionOf(b, edited{src, at}), whole)
		}
	}
	return whole, out
}

// sayChanges enters how many files change, and prints which.
func sayChanges(b *testing.B, t *report, src search.Source) {
	whole, changes := changesOf(b, src)
	all := map[string]int{}
	for _, kind := range whole.kinds {
		all[kind]++
	}
	for _, how := range []string{"edited", "inserted", "deleted"} {
		var shares []float64
		for _, c := range changes {
			if c.how == how {
				shares = append(shares, c.share)
			}
		}
		slices.Sort(shares)
		mid := (shares[len(shares)/2] + shares[(len(shares)-1)/2]) / 2
		t.say("files changed, one record "+how+", median / most", fmt.Sprintf("%.2f / %.2f %%", mid, shares[len(shares)-1]), shares[len(shares)-1])
	}
	for _, c := range changes {
		var parts []string
		for _, kind := range slices.Sorted(maps.Keys(c.by)) {
			parts = append(parts, fmt.Sprintf("%s %d of %d", kind, c.by[kind], all[kind]))
		}
		t.notes = append(t.notes, fmt.Sprintf("%s %s: %d files, %.2f %%: %s", c.record, c.how, c.files, c.share, strings.Join(parts, ", ")))
	}
}
