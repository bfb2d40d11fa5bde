package build

import (
	"io"

	"gongkai/internal/export"
	"gongkai/internal/finding"
	"gongkai/internal/site"
	"gongkai/internal/table"
)

// Output is a file of the site that is not a page: an asset or a download.
type Output struct {
	Path  string // below the site's root
	Write func(io.Writer) error
}

// Outputs lists every file that is not a page, in the order in which they are
// best made: what describes others comes after them.
func (s *Site) Outputs() []Output { return s.outputs }

// Output is the file at a path, for a preview that makes one on request.
func (s *Site) Output(path string) (Output, bool) {
	i, ok := s.byPath[path]
	if !ok {
		return Output{}, false
	}
	return s.outputs[i], true
}

// addOutputs lists the files beside a plan's pages, and reports assets that
// stand where one of them does.
func (s *Site) addOutputs(plan *site.Plan) {
	s.byPath = map[string]int{}
	tables := export.Tables(s.Data)
	for _, t := range tables {
		s.addOutput(Output{t.Path(), t.Write})
	}
	patterns := s.addRecords(plan)
	for _, a := range s.assets {
		s.addAsset(a)
	}
	s.addSitemap(plan)
	s.addOutput(Output{export.IndexPath, func(w io.Writer) error {
		var all []export.File
		for _, t := range tables {
			f, err := t.File()
			if err != nil {
				return err
			}
			all = append(all, f)
		}
		return export.WriteIndex(w, s.Data, all, patterns)
	}})
}

// addRecords lists the JSON of every record that has a page of its own, and
// says how many of each table there are.
func (s *Site) addRecords(plan *site.Plan) []export.Pattern {
	records := export.NewRecords(s.Data, func(path string) bool {
		_, ok := plan.Find(path)
		return ok
	})
	var patterns []export.Pattern
	for _, t := range s.Data.Tables() {
		name := t.Schema().Info.Name
		n := len(s.outputs)
		for i := range t.Len() {
			s.addRecord(records, t.At(i))
		}
		if n = len(s.outputs) - n; n > 0 {
			patterns = append(patterns, export.Pattern{
				Path: name + "/{id}.json", MediaType: "application/json", Table: name, Files: n,
			})
		}
	}
	return patterns
}

func (s *Site) addRecord(records *export.Records, e table.Entity) {
	if path, ok := records.Path(e); ok {
		s.addOutput(Output{path, func(w io.Writer) error { return records.Write(w, e) }})
	}
}

// addAsset lists an asset, which may not stand where a download does. A
// robots.txt of the publisher's is no such case: it is added before ours, which
// then gives way.
func (s *Site) addAsset(a asset) {
	if _, taken := s.byPath[a.path]; taken || a.path == export.IndexPath || isSitemap(a.path) {
		s.Findings.Add(finding.Finding{
			Rule: occupiedRule, Pos: finding.Pos{File: "static/" + a.path}, Value: a.path,
			Message: finding.Textf("static/ 中的文件占用了网站自己的地址 %q", "the file in static/ stands at %q, an address of the site's own", a.path),
			Hint:    occupiedRule.Fix,
		})
		return
	}
	s.addOutput(a.output(s.Source))
}

func (s *Site) addOutput(o Output) {
	s.byPath[o.Path] = len(s.outputs)
	s.outputs = append(s.outputs, o)
}
