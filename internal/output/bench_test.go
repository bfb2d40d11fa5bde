package output

import (
	"bytes"
	"fmt"
	"path/filepath"
	"testing"
)

// The benchmarks write 5,000 files of 7 KB.
const benchFiles, benchSize = 5000, 7 << 10

func benchSite(b *testing.B, dest, edition string) {
	b.Helper()
	d, err := Begin(dest)
	if err != nil {
		b.Fatal(err)
	}
	page := bytes.Repeat([]byte("0123456789abcde\n"), benchSize/16)
	for i := range benchFiles {
		copy(page, fmt.Sprintf("%07d %s", i, edition))
		if err := d.Write(fmt.Sprintf("projects/P-%07d.html", i), page); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := d.Commit(); err != nil {
		b.Fatal(err)
	}
}

func perFile(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*benchFiles), "µs/file")
}

func BenchmarkNew(b *testing.B) {
	dir := b.TempDir()
	for i := 0; b.Loop(); i++ {
		benchSite(b, filepath.Join(dir, fmt.Sprint(i)), "first")
	}
	perFile(b)
}

func BenchmarkUnchanged(b *testing.B) {
	dest := filepath.Join(b.TempDir(), "public")
	benchSite(b, dest, "first")
	for b.Loop() {
		benchSite(b, dest, "first")
	}
	perFile(b)
}

func BenchmarkAllChanged(b *testing.B) {
	dest := filepath.Join(b.TempDir(), "public")
	for i := 0; b.Loop(); i++ {
		benchSite(b, dest, fmt.Sprint(i%2))
	}
	perFile(b)
}
