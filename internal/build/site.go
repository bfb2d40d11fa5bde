package build

import (
	"bytes"
	"fmt"
	"sync"
	"time"

	"gongkai/internal/check"
	"gongkai/internal/export"
	"gongkai/internal/finding"
	"gongkai/internal/integrity"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/render"
	"gongkai/internal/site"
	"gongkai/internal/source"
	"gongkai/internal/value"
)

// Site is a folder that was read, checked and planned: what the commands check,
// build and serve share. It is safe for concurrent use once it is open.
type Site struct {
	Source   *source.Site
	Data     *model.Dataset
	Findings *finding.List
	Plan     *site.Plan      // nil where a finding is an error
	Layouts  *render.Layouts // the built-in ones where the site's own cannot be used

	o       Options
	seconds Seconds // of the stages so far
	assets  []asset
	review  *oversight.Report
	outputs outputs // beside the plan's pages
	found   searchFiles
}

// Open reads, checks and plans a site. What is wrong with the publisher's files
// is in Findings; the error says that the program could not run. The caller
// closes the site.
func Open(o Options) (*Site, error) {
	src, err := source.Open(o.Source)
	if err != nil {
		return nil, openError(o.Source, err)
	}
	s := &Site{Source: src, Findings: &finding.List{Mask: value.MaskPersonal}, o: o}
	if err := s.prepare(); err != nil {
		src.Close()
		return nil, err
	}
	return s, nil
}

// prepare runs the stages up to the plan.
func (s *Site) prepare() error {
	var past history
	var err error
	s.stage(StageRead, &s.seconds.Read, func() { past, err = s.read() })
	if err != nil {
		return err
	}
	s.stage(StageCheck, &s.seconds.Check, func() {
		check.Run(s.Data, s.Findings, laterRules()...)
		integrity.CheckSettings(s.Data, s.Findings)
	})
	s.stage(StagePlan, &s.seconds.Plan, func() { s.plan(past) })
	return nil
}

// read takes in all that a site is made from. Git and the layouts do not wait for
// the tables, nor the tables for them.
func (s *Site) read() (history, error) {
	var (
		past       history
		ofLayouts  finding.List
		layoutsErr error
		aside      sync.WaitGroup
	)
	aside.Go(func() { past = gitHistory(s.o.Source) })
	if s.Layouts = s.o.Layouts; s.Layouts == nil {
		aside.Go(func() { s.Layouts, layoutsErr = loadLayouts(s.Source, model.Languages(), &ofLayouts) })
	}
	s.Data = model.Load(s.Source, model.LoadOptions{BaseURL: withSlash(s.o.BaseURL), Each: s.o.each}, s.Findings)
	s.assets = readAssets(s.Source, s.Findings)
	aside.Wait()
	s.Findings.Merge(&ofLayouts)
	if layoutsErr != nil {
		return past, layoutsErr
	}
	day, err := asOf(s.o.Epoch, past)
	if s.Data.Config.AsOf.IsZero() {
		s.Data.Config.AsOf = day
	}
	return past, err
}

// plan decides every address. It is made where nothing stands against it, and
// kept where nothing it finds does.
func (s *Site) plan(past history) {
	if s.Findings.HasErrors() {
		return
	}
	s.outputs = outputs{byPath: map[string]Output{}, downloads: export.Downloads(s.Data)}
	s.review = integrity.New(s.Data)
	plan := site.New(s.Data, site.Options{
		Commit:  past.commit,
		Dirty:   past.dirty,
		Static:  assetPaths(s.assets),
		Preview: s.o.Preview,
		Review:  s.review,
		Rules:   Rules(),
		Offers:  s.offers,
	}, s.Findings)
	s.addOutputs(plan)
	if !s.Findings.HasErrors() {
		s.Plan = plan
	}
}

// stage times a part of the work.
func (s *Site) stage(stage Stage, seconds *float64, work func()) {
	s.o.tell(stage, 0, 1)
	began := time.Now()
	work()
	*seconds += time.Since(began).Seconds()
	s.o.tell(stage, 1, 1)
}

// Lines gives single lines of the site's files for excerpts beside findings,
// with what is personal masked. It is not safe for concurrent use.
func (s *Site) Lines() func(file string, line int) (string, bool) {
	lines := s.Source.NewLines()
	return func(file string, n int) (string, bool) {
		line, ok := lines.Line(file, n)
		return value.MaskPersonal(line), ok
	}
}

// Close gives the folder back.
func (s *Site) Close() error { return s.Source.Close() }

// Render makes one page of the plan. A layout or view that panics is an error of
// that page, so that a preview lives on and a build ends in order.
func (s *Site) Render(buf *bytes.Buffer, page *site.Page) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = pageError(page.URL, fmt.Errorf("%v", r))
		}
	}()
	if err := s.Layouts.Render(buf, page, s.Plan.View(page)); err != nil {
		return pageError(page.URL, err)
	}
	return nil
}

// Counts is the number of findings by severity.
func (s *Site) Counts() Counts {
	return Counts{
		Error:   s.Findings.Count(finding.Error),
		Warning: s.Findings.Count(finding.Warning),
		Info:    s.Findings.Count(finding.Info),
	}
}
