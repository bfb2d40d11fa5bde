package render

import (
	"bytes"
	"runtime"
	"sync"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/site"
	"gongkai/internal/source"
)

// TestDemonstrationSiteIsTheSameBytes renders every page of the repository's own
// site with its program and with html/template; with -short, one in twenty.
func TestDemonstrationSiteIsTheSameBytes(t *testing.T) {
	src, err := source.Open("../..")
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	var found finding.List
	plan := site.New(model.Load(src, model.LoadOptions{}, &found), site.Options{}, &found)
	l := load(t)
	step := 1
	if testing.Short() {
		step = 20
	}
	var all sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		all.Go(func() {
			var fast, slow bytes.Buffer
			for i := w * step; i < plan.Len(); i += workers * step {
				page := plan.Page(i)
				view, with := plan.View(page), l.sets[page.Lang][page.Layout]
				fast.Reset()
				slow.Reset()
				if !with.program().render(&fast, view) {
					t.Errorf("%s has no program that renders it", page.URL)
				}
				if err := with.template.Execute(&slow, view); err != nil || !bytes.Equal(fast.Bytes(), slow.Bytes()) {
					t.Errorf("%s differs from html/template's (%v)", page.URL, err)
				}
			}
		})
	}
	all.Wait()
	if plan.Len() < 1000 {
		t.Errorf("the plan has %d pages only", plan.Len())
	}
}
