package cli

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// leaky is a site full of personal data, in places where other problems are
// told as well. Every number is invented.
func leaky() map[string]string {
	return map[string]string{
		"data/site.yaml":    "title: Sample\ncurrency: CNY\nas_of: 13800000000\ncalls: 13800000000\nchecks: {\"13800000000\": error}\n",
		"data/columns.yaml": "projects:\n  columns: {call 13800000000: title_zh, note: callto13800}\n  dates: 138-0000-0000\n",
		"data/projects.csv": "id,title,organization,state,year,decided,amount_awarded,people_served,call,ask 13800000000\n" +
			"13800000000,Meals,sample@qq.com,+8613800000000,13800000000,138 0000 0000,138-0000-0000,11010119000101009X,\"13800000000\",y\n" +
			"13800000000,Meals,11010119000101009X,approved,6222000000000000004,6222 0000 0000 0000 004,11010119000101009X,1\n" +
			"P3,\"13800000000\u200b or 138\u200b0000\u200b0000\",家住示例路100弄5号302室,approved,2010,家住示例路100弄5号302室,x,2,\x1b13800000000,sample@qq.com\n",
		"data/organizations.csv":                     "id,name,website,credit_code\nO1,Sample,javascript:13800000000,11010119000101009X\n11010119000101009X,a,b,c\n11010119000101009x,a,b,c\n",
		"data/13800000000.csv":                       "a,b\n1,2\n",
		"data/areas.yaml":                            "- {id: A1, name: Sample, parent: 13800000000, kind: sample@qq.com}\n",
		"data/services.yaml":                         "- id: S1\n  name: [13800000000\n",
		"content/stories/sample-13800000000.md":      "---\ncall: 13800000000\nstatus: sample@qq.com\nrelated: [\"projects:11010119000101009X\"]\n---\n[[project:11010119000101009X]] 138 0000 0000\n",
		"content/sample-11010119000101009X.txt":      "x",
		"static/documents/sample-13800000000.pdf":    "x",
		"static/documents/sample-13800000000:a.html": "x",
	}
}

// secrets are the middles of what leaky holds, which nobody may read.
func secrets() []string {
	return []string{"13800000000", "138 0000 0000", "138-0000-0000", "1900010100", "62220000", "6222 0000", "sample@", "100弄", "302室",
		"138\u200b0000", `138\u200b0000`, "138[U+200B]0000"}
}

func TestNoReportShowsPersonalData(t *testing.T) {
	dir := t.TempDir()
	files := leaky()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(files[name]), 0o644); err != nil {
			t.Skip("the system has no such file names: ", err)
		}
	}
	for _, command := range []string{"check", "check --format json", "check --format sarif", "check --format github", "build", "build --json"} {
		for _, lang := range []string{"zh", "en"} {
			var out bytes.Buffer
			args := append(strings.Fields(command), "-s", dir, "--lang", lang)
			code := Main(args, Streams{In: strings.NewReader(""), Out: &out, Err: &out, Env: func(string) string { return "" }})
			if code != exitFindings {
				t.Errorf("%s: exit code %d", args, code)
			}
			text := strings.ReplaceAll(out.String(), `\\u200b`, `\u200b`)
			if strings.HasPrefix(command, "check") && (!strings.Contains(text, "138****0000") || !strings.Contains(text, "110101********009X")) {
				t.Errorf("%s: nothing masked is shown:\n%s", args, text)
			}
			for _, secret := range secrets() {
				for line := range strings.Lines(text) {
					if strings.Contains(line, secret) {
						t.Errorf("%s: shows %q: %s", args, secret, line)
					}
				}
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("something was published")
	}
}
