package build

import (
	"io"
	"path"
	"slices"
	"strings"

	"gongkai/internal/export"
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/search"
	"gongkai/internal/site"
	"gongkai/internal/table"
)

// Output is a file of the site that is not a page: an asset or a download.
type Output struct {
	Path  string // below the site's root
	Write func(io.Writer) error
}

// outputs are the files beside a plan's pages. The JSON of records, of which
// there may be a million, is not listed but made from the records themselves.
type outputs struct {
	downloads []*export.Download // whole tables and all that is as large; pages tell their sizes
	integrity []*export.Download // of the integrity page
	records   *export.Records
	slices    *export.Slices
	ocds      *export.OCDS
	feeds     *export.Feeds
	last      []Output // the others; those that describe files come at the end
	byPath    map[string]Output
}

// Output is the file at a path, for a preview that makes one on request.
func (s *Site) Output(path string) (Output, bool) {
	if out, ok := s.outputs.byPath[path]; ok {
		return out, true
	}
	if e := recordAt(s.Plan, path); e != nil {
		return s.outputs.record(e)
	}
	if strings.HasPrefix(path, search.Folder) && s.Plan != nil {
		return s.searchFile(path)
	}
	if write, ok := s.outputs.slices.Find(path); ok {
		return Output{path, write}, true
	}
	if write, ok := s.outputs.feeds.Find(path); ok {
		return Output{path, write}, true
	}
	if rest, ok := strings.CutPrefix(path, export.OCDSFolder); ok {
		switch e := recordAt(s.Plan, rest).(type) {
		case *model.Project, *model.Call:
			return s.outputs.release(e)
		}
	}
	return Output{}, false
}

// recordAt is the record whose JSON stands at a path, nil where none does.
func recordAt(plan *site.Plan, path string) table.Entity {
	address, ok := strings.CutSuffix(path, ".json")
	if !ok || plan == nil {
		return nil
	}
	page, ok := plan.Find(address + ".html")
	if !ok {
		return nil
	}
	return plan.Entity(page)
}

// record is a record's JSON; false where the record has no page.
func (o *outputs) record(e table.Entity) (Output, bool) {
	path, ok := o.records.Path(e)
	return Output{path, func(w io.Writer) error { return o.records.Write(w, e) }}, ok
}

// release is the OCDS package of one process; false where it has none.
func (o *outputs) release(e table.Entity) (Output, bool) {
	path, ok := o.ocds.Path(e)
	return Output{path, func(w io.Writer) error { return o.ocds.Write(w, e) }}, ok
}

// len is how many files at can give.
func (o *outputs) len() int {
	return o.records.Len() + o.slices.Len() + o.ocds.Len() + o.feeds.Len() + len(o.last)
}

// at is one of the files beside the downloads; false for a record that has no
// page, and for a project that has no release.
func (o *outputs) at(i int) (Output, bool) {
	if i < o.records.Len() {
		return o.record(o.records.At(i))
	}
	if i -= o.records.Len(); i < o.slices.Len() {
		path, write := o.slices.At(i)
		return Output{path, write}, true
	}
	if i -= o.slices.Len(); i < o.ocds.Len() {
		return o.release(o.ocds.At(i))
	}
	if i -= o.ocds.Len(); i < o.feeds.Len() {
		path, write := o.feeds.At(i)
		return Output{path, write}, true
	}
	return o.last[i-o.feeds.Len()], true
}

// addOutputs lists the files beside a plan's pages, and reports assets that
// stand where one of them does.
func (s *Site) addOutputs(plan *site.Plan) {
	for _, d := range s.outputs.downloads {
		s.outputs.byPath[d.Path] = Output{d.Path, d.Print}
	}
	s.outputs.records = export.NewRecords(s.Data, plan.Has)
	for _, f := range plan.CompareFiles() {
		s.add(Output{f.Path, f.Write})
	}
	s.addIntegrity()
	s.outputs.slices, s.outputs.ocds, s.outputs.feeds = export.NewSlices(s.Data), export.NewOCDS(s.Data), export.NewFeeds(s.Data)
	for _, a := range s.assets {
		s.addAsset(plan, a)
	}
	s.addSitemap(plan)
	s.addHostFiles()
	if _, own := s.outputs.byPath[export.ManifestPath]; !own {
		s.add(Output{export.ManifestPath, func(w io.Writer) error { return export.WriteManifest(w, s.Data.Config) }})
	}
	s.add(Output{export.IndexPath, func(w io.Writer) error { return s.writeIndex(w) }})
}

// addIntegrity lists what the integrity page offers to take along.
func (s *Site) addIntegrity() {
	s.outputs.integrity = export.NewIntegrity(s.Data, s.review, s.outputs.records).Downloads()
	for _, d := range s.outputs.integrity {
		s.add(Output{d.Path, d.Print})
	}
}

// add lists a file that is no table.
func (s *Site) add(out Output) {
	s.outputs.last = append(s.outputs.last, out)
	s.outputs.byPath[out.Path] = out
}

// addHostFiles lists the settings of hosts, but for those that the publisher has
// written in static/.
func (s *Site) addHostFiles() {
	for _, f := range export.HostFiles() {
		if _, own := s.outputs.byPath[f.Path]; !own {
			s.add(Output{f.Path, f.Write})
		}
	}
}

// addAsset lists an asset, which may not stand where a download does. A
// robots.txt of the publisher's is no such case: it is added before ours, which
// then gives way.
func (s *Site) addAsset(plan *site.Plan, a asset) {
	_, taken := s.outputs.byPath[a.path]
	if !taken && recordAt(plan, a.path) == nil && a.path != export.IndexPath && !isSitemap(a.path) && !(a.own && s.astride(plan, a.path)) {
		s.add(a.output(s.Source))
		return
	}
	s.Findings.Add(finding.Finding{
		Rule: occupiedRule, Pos: finding.Pos{File: "static/" + a.path}, Value: a.path,
		Message: finding.Textf("static/ 中的文件占用了网站自己的地址 %q", "the file in static/ stands at %q, an address of the site's own", a.path),
		Hint:    occupiedRule.Hint(),
	})
}

// astride reports a file where the site has a folder, or one below what is a
// file of the site.
func (s *Site) astride(plan *site.Plan, name string) bool {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		page := plan.Has(dir)
		_, file := s.outputs.byPath[dir]
		if page || file || recordAt(plan, dir) != nil {
			return true
		}
	}
	return plan.HasFolder(name)
}

// writeIndex prints the list of downloads: every whole file, and the pattern of
// the JSON of each table's records.
func (s *Site) writeIndex(w io.Writer) error {
	var files []export.File
	for _, d := range slices.Concat(s.outputs.downloads, s.outputs.integrity) {
		f, err := d.File()
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	return export.WriteIndex(w, s.Data, files, s.patterns())
}

func (s *Site) patterns() []export.Pattern {
	var all []export.Pattern
	for _, t := range s.Data.Tables() {
		n := 0
		for i := range t.Len() {
			if _, ok := s.outputs.records.Path(t.At(i)); ok {
				n++
			}
		}
		if name := t.Schema().Info.Name; n > 0 {
			all = append(all, export.Pattern{Path: name + "/{id}.json", MediaType: "application/json", Table: name, Files: n})
		}
	}
	n := map[string]int{}
	for i := range s.outputs.ocds.Len() {
		e := s.outputs.ocds.At(i)
		if _, ok := s.outputs.ocds.Path(e); ok {
			n[e.Table().Name]++
		}
	}
	for _, name := range []string{"projects", "calls"} {
		if n[name] > 0 {
			all = append(all, export.Pattern{Path: export.OCDSFolder + name + "/{id}.json", MediaType: "application/json", Table: name, Files: n[name]})
		}
	}
	return append(append(all, s.outputs.slices.Patterns()...), s.outputs.feeds.Patterns()...)
}

// offers are the downloads as pages list them. Their sizes are known in a build,
// which makes them before the pages; a preview does not wait for that.
func (s *Site) offers() []site.Offer {
	var all []site.Offer
	for _, d := range s.outputs.downloads {
		o := site.Offer{Path: d.Path, Format: d.Format, Table: d.Table, Rows: d.Rows, Note: d.Note, MediaType: d.MediaType}
		if f, ok := d.Measured(); ok {
			o.Bytes, o.SHA256 = f.Bytes, f.SHA256
		}
		all = append(all, o)
	}
	return all
}
