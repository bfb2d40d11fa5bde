package model

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what testdata/*.txtar expect anew")

// Each file of testdata holds a site's folder, and below its files what Load
// makes of it: the settings and counts, and the findings.
func TestFoldersAreReadAsTheCasesSay(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := filepath.Join(t.TempDir(), "site")
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			want := map[string]string{}
			out := &txtar.Archive{Comment: archive.Comment}
			for _, f := range archive.Files {
				if f.Name == "site" || f.Name == "findings" {
					want[f.Name] = string(f.Data)
					continue
				}
				out.Files = append(out.Files, f)
				write(t, dir, f.Name, string(f.Data))
			}
			got := describe(t, dir)
			if *update {
				for _, name := range []string{"site", "findings"} {
					out.Files = append(out.Files, txtar.File{Name: name, Data: []byte(got[name])})
				}
				if err := os.WriteFile(file, txtar.Format(out), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func describe(t *testing.T, dir string) map[string]string {
	t.Helper()
	d, l := load(t, dir)
	var site, findings strings.Builder
	c := d.Config
	fmt.Fprintf(&site, "title %q languages %v currency %q as of %q base %q\n", c.Title.Plain(), c.Languages, c.Currency, c.AsOf, c.BaseURL)
	for _, tab := range d.Tables() {
		if tab.Len() > 0 {
			fmt.Fprintf(&site, "%s %d\n", tab.Schema().Info.Name, tab.Len())
		}
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&site, "%s/%s", n.Kind, n.Slug)
		for _, text := range n.Texts {
			fmt.Fprintf(&site, " %s %q", text.Lang, text.Title)
		}
		site.WriteString("\n")
	}
	for _, f := range l.All() {
		fmt.Fprintf(&findings, "%s:%d:%d %s %s %s %q\n\t%s\n", f.Pos.File, f.Pos.Line, f.Pos.Col, f.Severity, f.Rule.ID, f.Field, f.Value, f.Message.EN)
		if f.Hint.EN != "" {
			fmt.Fprintf(&findings, "\t(%s)\n", f.Hint.EN)
		}
	}
	return map[string]string{"site": site.String(), "findings": findings.String()}
}
