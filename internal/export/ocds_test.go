package export

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// packaged is what the tests read of a package of releases.
type packaged struct {
	URI      string
	Releases []json.RawMessage
}

// TestPackagesAreDividedWithoutLoss divides the releases of the demonstration into
// packages of a few hundred: together they are those of the one.
func TestPackagesAreDividedWithoutLoss(t *testing.T) {
	d := demonstration(t)
	read := func(most int) (releases []string, paths []string) {
		o := NewOCDS(d)
		o.most = most
		for _, dl := range o.packages() {
			if !strings.HasPrefix(dl.Path, "data/ocds/releases") {
				continue
			}
			var b bytes.Buffer
			var p packaged
			if err := dl.Print(&b); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(b.Bytes(), &p); err != nil {
				t.Fatal(err)
			}
			if len(p.Releases) != dl.Rows || dl.Rows > most || p.URI != d.Config.BaseURL+dl.Path {
				t.Errorf("%s holds %d releases of at most %d, says %d, and calls itself %s", dl.Path, len(p.Releases), most, dl.Rows, p.URI)
			}
			if bytes.Count(b.Bytes(), []byte(`"awards":[`)) > most {
				t.Errorf("%s has too many awards", dl.Path)
			}
			if divided := most < d.Projects.Len(); divided != (dl.Note.EN != "") {
				t.Errorf("%s: the note is %q", dl.Path, dl.Note.EN)
			}
			paths = append(paths, dl.Path)
			for _, r := range p.Releases {
				releases = append(releases, string(r))
			}
		}
		return releases, paths
	}
	whole, _ := read(maxReleases)
	divided, paths := read(300)
	if len(whole) < 1000 || !slices.Equal(whole, divided) {
		t.Errorf("one package has %d releases, the parts have %d", len(whole), len(divided))
	}
	for i, path := range paths {
		if want := "data/ocds/releases-" + strconv.Itoa(i+1) + ".json"; path != want {
			t.Errorf("package %d stands at %s, want %s", i+1, path, want)
		}
	}
}
