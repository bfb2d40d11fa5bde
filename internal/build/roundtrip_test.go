package build

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/output"

	"github.com/google/go-cmp/cmp"
)

// republish lays the published tables of a site out as a new site beside what
// else it is made of, its site.yaml and notes, and exports that.
func republish(t *testing.T, tree *output.Memory, rest map[string]string) *output.Memory {
	t.Helper()
	files := maps.Clone(rest)
	for _, path := range tree.Paths() {
		if isTable(path) {
			files[path] = get(t, tree, path)
		}
	}
	return exports(t, open(t, files))
}

// isTable reports the CSV of a whole table, from which a site can be made again.
func isTable(path string) bool {
	name, in := strings.CutPrefix(path, "data/")
	return in && strings.HasSuffix(name, ".csv") && !strings.ContainsAny(name, "/-")
}

// exports makes the files of a site without its pages.
func exports(t *testing.T, s *Site) *output.Memory {
	t.Helper()
	if errs := errorsOf(s); errs != "" {
		t.Fatalf("the site has errors:\n%s", errs)
	}
	tree := output.NewMemory()
	if err := s.writeDownloads(t.Context(), tree); err != nil {
		t.Fatal(err)
	}
	if err := s.writeOutputs(t.Context(), tree); err != nil {
		t.Fatal(err)
	}
	return tree
}

// sameData reports tables whose bytes differ between two sites, and records
// that say something else than before. Where a record stands, and whether it
// was made, is not what it says.
func sameData(t *testing.T, first, second *output.Memory) {
	t.Helper()
	tables, records := 0, 0
	for _, path := range first.Paths() {
		switch folder, _, _ := strings.Cut(path, "/"); {
		case isTable(path):
			tables++
			if diff := cmp.Diff(get(t, first, path), get(t, second, path)); diff != "" {
				t.Errorf("%s (-first +second)\n%s", path, diff)
			}
		case strings.HasSuffix(path, ".json") && folder != "data":
			records++
			if diff := cmp.Diff(record(t, first, path), record(t, second, path)); diff != "" {
				t.Errorf("%s (-first +second)\n%s", path, diff)
			}
		}
	}
	if tables == 0 || records == 0 {
		t.Fatalf("%d tables and %d records were compared", tables, records)
	}
}

func record(t *testing.T, tree *output.Memory, path string) map[string]any {
	t.Helper()
	var r map[string]any
	if err := json.Unmarshal([]byte(get(t, tree, path)), &r); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	delete(r, "provenance")
	delete(r, "made")
	return r
}

func TestPublishedTablesAreASiteOfTheSameRecords(t *testing.T) {
	const yaml = "currency: CNY\nlanguages: [zh, en]\n"
	for name, files := range map[string]map[string]string{
		"one flat sheet, whose other tables are made": {
			"data/list.csv": "项目名称,承接单位,购买主体,合同金额（万元）,年度,备注\n" +
				"送餐服务,示例社,示例街道办,1.5,2010,\"第一行\n\"\"第二行\"\"\"\n探访,示例社,示例街道办,¥800.00元,2011, 前后有空格 \n",
		},
		"unknown columns as they are": {
			"data/projects.csv": "id,title,Code,Remark,空列\n007,Meals,0012,\"a,b\",\n0x8,Visits,1e3,\"=SUM(A1)\",\n",
		},
		"texts in two languages and in none": {
			"data/projects.csv": "id,title,title_zh,title_en,summary_en\nP1,Meals,送餐,,\nP2,,探访,Visits,\"Two\r\nlines\"\nP3,Plain,,,x\n",
		},
		"several organizations, other currencies, times of day": {
			"data/organizations.csv": "id,name,credit_code\nA;B,One,\nO2,Two,\n",
			"data/projects.csv":      "id,title,organization,amount_awarded,currency\nP1,Meals,O2,10.50,USD\nP2,Visits,O2,20,\n",
			"data/calls.csv":         "id,title,published,closes,budget\nC1,Notice,2010-03-01T09:30,2010-03,USD 5\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			files["data/site.yaml"] = yaml
			first := exports(t, open(t, files))
			sameData(t, first, republish(t, first, map[string]string{"data/site.yaml": yaml}))
		})
	}
}

func TestTheDemonstrationsTablesAreASiteOfTheSameRecords(t *testing.T) {
	root := filepath.Join("..", "..")
	yaml, err := os.ReadFile(filepath.Join(root, "data", "site.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	rest := map[string]string{"data/site.yaml": string(yaml)}
	for name, text := range disk(t, filepath.Join(root, "content")) {
		rest["content/"+name] = text
	}
	first := exports(t, openDir(t, Options{Source: root}))
	sameData(t, first, republish(t, first, rest))
}
