package importer

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/model"

	"github.com/google/go-cmp/cmp"
)

// TestAWorkbookThatOthersSavedReadsBack has our workbook opened and saved by
// programs that nobody here wrote, as staff do before they send it on.
func TestAWorkbookThatOthersSavedReadsBack(t *testing.T) {
	if testing.Short() {
		t.Skip("a spreadsheet program takes seconds to start")
	}
	site := map[string]string{
		"data/site.yaml":    awkward + "demonstration: true\n",
		"data/projects.csv": "id,title,organization,year,amount_awarded,decided,applied,Remark\nP1,\"two\nlines\",甲社,2010,1500.50,2010-05-06,2010-03,007\nP2,=1+1,乙社,2011,0.10,,, kept \n",
	}
	dir := t.TempDir()
	write(t, dir, site)
	want := exported(t, load(t, dir), model.FormatCSV, model.FormatExcel)
	for _, c := range []struct {
		name string
		save []string // from gongkai.xlsx to saved/gongkai.xlsx
	}{
		{"LibreOffice", []string{"soffice", "--headless", "-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--convert-to", "xlsx", "--outdir", "saved", "gongkai.xlsx"}},
		{"openpyxl", []string{"/usr/bin/python3", "-c", "import openpyxl; openpyxl.load_workbook('gongkai.xlsx').save('saved/gongkai.xlsx')"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := exec.LookPath(c.save[0]); err != nil {
				t.Skipf("there is no %s here", c.save[0])
			}
			folder := t.TempDir()
			write(t, folder, map[string]string{"gongkai.xlsx": want["data/gongkai.xlsx"], "saved/x": ""})
			cmd := exec.Command(c.save[0], c.save[1:]...)
			cmd.Dir = folder
			if out, err := cmd.CombinedOutput(); err != nil {
				if strings.Contains(string(out), "ModuleNotFoundError") {
					t.Skip("the library is not here")
				}
				t.Fatalf("%v\n%s", err, out)
			}
			saved, err := os.ReadFile(filepath.Join(folder, "saved", "gongkai.xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			next, _ := again(t, site["data/site.yaml"], "gongkai.xlsx", string(saved))
			got := exported(t, load(t, next), model.FormatCSV)
			for path, text := range want {
				if strings.HasSuffix(path, ".csv") {
					if diff := cmp.Diff(text, got[path]); diff != "" {
						t.Errorf("%s (-want +got)\n%s", path, diff)
					}
				}
			}
		})
	}
}
