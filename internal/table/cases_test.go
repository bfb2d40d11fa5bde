package table_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the records and findings of testdata/*.txtar anew")

// Each file of testdata holds a site's tables, and below them the records and
// the findings that reading them gives. "\r", "\t" and "\0" in a table whose name
// ends in ".raw" stand for the characters.
func TestTablesAreReadAsTheCasesSay(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			files, order, want := caseFiles(archive)
			w, l := read(files, order)
			got := map[string]string{"records": w.records(), "findings": report(l)}
			if *update {
				rewrite(t, file, archive, got)
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			late, ofLate := readJoining(files, order, nil)
			if diff := cmp.Diff(w.records()+report(l), late.records()+report(ofLate)); diff != "" {
				t.Errorf("references joined early and all at the end (-early +late):\n%s", diff)
			}
			if !l.HasErrors() {
				againTheSame(t, w)
			}
		})
	}
}

// caseFiles are a case's files by name, the tables' names in order, and what it wants.
func caseFiles(a *txtar.Archive) (files map[string][]byte, order []string, want map[string]string) {
	files, want = map[string][]byte{}, map[string]string{}
	for _, f := range a.Files {
		switch f.Name {
		case "records", "findings":
			want[f.Name] = string(f.Data)
			continue
		}
		name, raw := strings.CutSuffix(f.Name, ".raw")
		if raw {
			f.Data = []byte(strings.NewReplacer("\n", "", `\n`, "\n", `\r`, "\r", `\t`, "\t", `\0`, "\x00", `\e`, "").Replace(string(f.Data)))
		}
		files[name] = f.Data
		if name != "columns.yaml" {
			order = append(order, name)
		}
	}
	return files, order, want
}

func rewrite(t *testing.T, file string, a *txtar.Archive, got map[string]string) {
	out := &txtar.Archive{Comment: a.Comment}
	original, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range original.Files {
		if f.Name != "records" && f.Name != "findings" {
			out.Files = append(out.Files, f)
		}
	}
	for _, name := range []string{"records", "findings"} {
		out.Files = append(out.Files, txtar.File{Name: name, Data: []byte(got[name])})
	}
	if err := os.WriteFile(file, txtar.Format(out), 0o644); err != nil {
		t.Fatal(err)
	}
}

// againTheSame reads the published tables as a new site: no errors, the same
// bytes.
func againTheSame(t *testing.T, w *world) {
	t.Helper()
	first := w.publish()
	again, l := read(first, names(first))
	if l.HasErrors() {
		t.Errorf("the published tables have errors:\n%s", report(l))
	}
	for name, text := range again.publish() {
		if diff := cmp.Diff(string(first[name]), string(text)); diff != "" {
			t.Errorf("%s, published and read again (-first +second):\n%s", name, diff)
		}
	}
}
