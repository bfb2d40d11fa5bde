package build

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/static"
)

// scripts are the published scripts of a site, by path.
func scripts(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	src, err := source.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { src.Close() })
	out := map[string][]byte{}
	for _, a := range readAssets(src, &finding.List{}) {
		if filepath.Ext(a.path) != ".js" {
			continue
		}
		if out[a.path], err = a.read(src); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// maxSearch is what the scripts of the search may take, packed by gzip: those that
// every search loads.
const maxSearch = 12 << 10

func TestSearchScriptsAreLight(t *testing.T) {
	all := scripts(t, t.TempDir())
	if len(all) != len(static.Scripts()) {
		t.Errorf("%d scripts are published, %d are named", len(all), len(static.Scripts()))
	}
	sum := 0
	for _, name := range []string{"search/engine.js", "search/page.js"} {
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		_, _ = z.Write(all[name])
		_ = z.Close()
		sum += b.Len()
	}
	if sum > maxSearch {
		t.Errorf("engine.js and page.js take %d bytes, more than %d", sum, maxSearch)
	}
	t.Logf("engine.js and page.js take %d bytes of %d", sum, maxSearch)
}

// TestJoinedEngineRuns loads the joined engine as a module, without its parts; what
// it loads later is published.
func TestJoinedEngineRuns(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	engine := scripts(t, t.TempDir())["search/engine.js"]
	later := regexp.MustCompile(`import\("\./([^"]+)"\)`).FindAllSubmatch(engine, -1)
	if bytes.Count(engine, []byte("import")) != len(later) {
		t.Error("engine.js imports a part of itself")
	}
	for _, m := range later {
		if name := "search/" + string(m[1]); !slices.Contains(static.Scripts(), name) {
			t.Errorf("engine.js loads %s, which is not published", name)
		}
	}
	path := filepath.Join(t.TempDir(), "engine.mjs")
	if err := os.WriteFile(path, engine, 0o600); err != nil {
		t.Fatal(err)
	}
	program := fmt.Sprintf(`import { open } from %q; await open("https://example.org/", { fetch: async () => ({ ok: false, status: 418 }) }).catch((e) => console.log(e.message));`, path)
	out, err := exec.Command(node, "--input-type=module", "-e", program).CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "search/root.gz: 418" {
		t.Errorf("opening says %q: %v", out, err)
	}
}

// TestOwnPartOfAScript puts a site's own part in the place of a built-in one.
func TestOwnPartOfAScript(t *testing.T) {
	folder := t.TempDir()
	own := filepath.Join(folder, "static", "search")
	if err := os.MkdirAll(own, 0o750); err != nil {
		t.Fatal(err)
	}
	text, err := static.Files.ReadFile("search/text.js")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"text.js":  strings.Replace(string(text), `"ς", "σ"`, `"ς", "own"`, 1),
		"page.js":  "not a script (",
		"other.js": "/* as it is */ own()",
	} {
		if err := os.WriteFile(filepath.Join(own, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all := scripts(t, folder)
	for name, want := range map[string]string{"search/engine.js": `"own"`, "search/page.js": "not a script (", "search/other.js": "/* as it is */ own()"} {
		if !strings.Contains(string(all[name]), want) {
			t.Errorf("%s lacks %q", name, want)
		}
	}
	if _, ok := all["search/text.js"]; ok {
		t.Error("a part is published by itself")
	}
}
