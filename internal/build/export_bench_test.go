package build

import (
	"bytes"
	"io"
	"slices"
	"testing"

	"gongkai/internal/export"
	"gongkai/internal/model"
)

// BenchmarkExportsOfTheDemonstration makes every file that is no page, by kind,
// on one goroutine.
func BenchmarkExportsOfTheDemonstration(b *testing.B) {
	s, err := Open(Options{Source: "../..", BaseURL: "https://example.org/"})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for _, d := range s.outputs.downloads { // those that describe others find them made
		if _, err := d.File(); err != nil {
			b.Fatal(err)
		}
	}
	for _, f := range append([]model.Format{model.FormatCSV}, model.Formats()...) {
		some := slices.DeleteFunc(slices.Clone(s.outputs.downloads), func(d *export.Download) bool { return d.Format != f })
		if len(some) == 0 || f == model.FormatZip { // which is made of the others
			continue
		}
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				for _, d := range some {
					if err := d.Print(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
	var buf bytes.Buffer
	many := func(n int, at func(int) (Output, bool)) func(*testing.B) {
		return func(b *testing.B) {
			for b.Loop() {
				for i := range n {
					out, ok := at(i)
					if !ok {
						continue
					}
					buf.Reset()
					if err := out.Write(&buf); err != nil {
						b.Fatal(err)
					}
				}
			}
		}
	}
	o := &s.outputs
	b.Run("records", many(o.records.Len(), func(i int) (Output, bool) { return o.record(o.records.At(i)) }))
	b.Run("slices", many(o.slices.Len(), func(i int) (Output, bool) { p, w := o.slices.At(i); return Output{p, w}, true }))
	b.Run("processes", many(o.ocds.Len(), func(i int) (Output, bool) { return o.release(o.ocds.At(i)) }))
	b.Run("feeds", many(o.feeds.Len(), func(i int) (Output, bool) { p, w := o.feeds.At(i); return Output{p, w}, true }))
	b.Run("others", many(len(o.last), func(i int) (Output, bool) { return o.last[i], o.last[i].Path != export.IndexPath }))
}
