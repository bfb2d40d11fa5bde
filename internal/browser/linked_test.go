package browser

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// typed has the compiler of TypeScript read texts as graphs of schema.org's
// vocabulary, as schema-dts declares it, and gives what it says.
func typed(t *testing.T, texts ...string) string {
	t.Helper()
	bin := node(t)
	declared, err := filepath.Abs(npm + "schema-dts")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(declared); err != nil {
		t.Skip("schema-dts is not installed: make tools sets it up")
	}
	var code strings.Builder
	// The property of a search's input is of actions in JSON-LD, not a word of the
	// vocabulary's own: https://schema.org/docs/actions.html
	fmt.Fprintf(&code, "import type {Graph} from %q;\n", declared)
	for i, text := range texts {
		fmt.Fprintf(&code, "export const page%d: Graph = %s;\n", i, strings.ReplaceAll(text, `,"query-input":"required name=search_term_string"`, ""))
	}
	file := filepath.Join(t.TempDir(), "pages.ts")
	if err := os.WriteFile(file, []byte(code.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(bin, npm+"typescript/bin/tsc", "--strict", "--noEmit", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", file).CombinedOutput()
	if err != nil && len(out) == 0 {
		t.Fatal(err)
	}
	return string(out)
}

// TestLinkedDataIsSchemaOrgs holds the data blocks of every kind of page against
// the vocabulary: each type and property is one, each value of a type that it
// takes.
func TestLinkedDataIsSchemaOrgs(t *testing.T) {
	node(t)
	s := demonstration(t)
	var texts []string
	for _, tail := range kinds(t, s) {
		for _, name := range []string{tail, "en/" + tail} {
			body, _ := bodyOf(t, s, name)
			_, rest, found := strings.Cut(string(body), `<script type="application/ld+json">`)
			if text, _, _ := strings.Cut(rest, "</script>"); found {
				texts = append(texts, text)
			} else if !strings.HasSuffix(name, "404.html") {
				t.Errorf("%s has no data block", name)
			}
		}
	}
	if said := typed(t, texts...); said != "" {
		t.Errorf("%d pages: tsc says\n%.3000s", len(texts), said)
	}
}

func TestLinkedDataSeesSlips(t *testing.T) {
	said := typed(t,
		`{"@context":"https://schema.org","@graph":[{"@type":"NGOs","name":"x"}]}`,
		`{"@context":"https://schema.org","@graph":[{"@type":"NGO","nam":"x"}]}`,
		`{"@context":"https://schema.org","@graph":[{"@type":"GovernmentService","provider":[{"@type":"Dataset","name":"x"}]}]}`,
	)
	for line := 2; line <= 4; line++ { // behind the import
		if !strings.Contains(said, fmt.Sprintf("pages.ts(%d,", line)) {
			t.Errorf("tsc finds nothing wrong in line %d, but says\n%s", line, said)
		}
	}
}
