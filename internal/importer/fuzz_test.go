package importer

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

func FuzzWorkbook(f *testing.F) {
	book := excelize.NewFile()
	defer book.Close()
	for cell, v := range map[string]any{"A1": "id", "B1": "title", "A2": "P1", "B2": "Meals", "A3": 44197, "B3": true} {
		if err := book.SetCellValue("Sheet1", cell, v); err != nil {
			f.Fatal(err)
		}
	}
	if err := book.MergeCell("Sheet1", "A2", "A3"); err != nil {
		f.Fatal(err)
	}
	var seed bytes.Buffer
	if err := book.Write(&seed); err != nil {
		f.Fatal(err)
	}
	f.Add(seed.Bytes())
	f.Add(seed.Bytes()[:seed.Len()/2])
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var b Batch
		if err := b.Read("x.xlsx", data, XLSX); err != nil {
			return
		}
		files, err := b.Files()
		if err != nil {
			return
		}
		for _, file := range files {
			if !filepath.IsLocal(file.Path) {
				t.Fatalf("a file %q", file.Path)
			}
		}
	})
}
