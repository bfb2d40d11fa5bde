package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Each file of testdata holds cases of one subject:
//
//	=== what is shown
//	the note
//	--- html
//	what comes out
//	--- problems
//	line:column kind value
//
// A case without problems has no such part.
func TestNotes(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split("\n"+string(text), "\n=== ")[1:] {
			name, c, _ := strings.Cut(c, "\n")
			note, want, found := strings.Cut(c, "\n--- html\n")
			if !found {
				t.Fatalf("%s: %q has no html", file, name)
			}
			t.Run(filepath.Base(file)+"/"+name, func(t *testing.T) {
				html, problems := Parse([]byte(note)).HTML(testSite{})
				got := string(html)
				if len(problems) > 0 {
					got += "--- problems\n"
				}
				for _, p := range problems {
					got += fmt.Sprintf("%d:%d %s %s\n", p.Line, p.Col, p.Kind, p.Value)
				}
				if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(got)); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
				if fault := audit(string(html)); fault != "" {
					t.Error(fault)
				}
			})
		}
	}
}
