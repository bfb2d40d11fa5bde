package build

import (
	"path/filepath"
	"runtime"

	"gongkai/internal/render"
)

// Options of a build.
type Options struct {
	// Source is the site's folder; required.
	Source string
	// Destination is the folder that becomes the site; "public" under Source
	// where it is empty.
	Destination string
	// BaseURL is the address at which the site will stand. It overrides
	// site.yaml's base_url; "" keeps that.
	BaseURL string
	// Epoch is the value of SOURCE_DATE_EPOCH, seconds since 1970; "" when unset.
	Epoch string
	// Layouts are those of an earlier Open of the same folder whose layouts/ has
	// not changed since; nil reads them.
	Layouts *render.Layouts
	// Preview plans the page that shows the parts of pages, for those who change
	// them; it is no part of a published site.
	Preview bool
	// Workers is how many pages are rendered at a time; 0 is as many as Go runs
	// at once.
	Workers int
	// Progress, where set, is told how far a stage is. It is called from one
	// goroutine at a time.
	Progress func(stage Stage, done, total int)
}

// Stage is a part of a build.
type Stage string

// The stages, in their order. Pages are written as they are rendered, so
// StageWrite is only the step that puts the new site in the place of the old.
const (
	StageRead   Stage = "read"
	StageCheck  Stage = "check"
	StagePlan   Stage = "plan"
	StageSearch Stage = "search"
	StageRender Stage = "render"
	StageExport Stage = "export"
	StageWrite  Stage = "write"
)

// Result is what a build did, as `build --json` prints it.
type Result struct {
	Pages           int     `json:"pages"` // HTML pages
	Files           int     `json:"files"` // all files of the site
	Bytes           int64   `json:"bytes"`
	Written         int     `json:"written"`   // files that are new or changed
	Unchanged       int     `json:"unchanged"` // files that stood there already
	Removed         int     `json:"removed"`   // files of the previous build that are gone
	Findings        Counts  `json:"findings"`
	Seconds         Seconds `json:"seconds"`
	PeakMemoryBytes int64   `json:"peak_memory_bytes"` // 0 where the system does not say
}

// Counts is the number of findings by severity.
type Counts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

// Seconds is the time that each stage took. Render, Export and Write run
// together on several workers: theirs is what the workers spent on each,
// divided by the number of workers. Exports are written as they are made, and
// that counts as Export.
type Seconds struct {
	Read   float64 `json:"read"`
	Check  float64 `json:"check"`
	Plan   float64 `json:"plan"`
	Render float64 `json:"render"`
	Search float64 `json:"search"` // of the search index
	Export float64 `json:"export"`
	Write  float64 `json:"write"`
	Total  float64 `json:"total"`
}

// Target is the folder that a build writes.
func (o Options) Target() string {
	if o.Destination != "" {
		return o.Destination
	}
	return filepath.Join(o.Source, "public")
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// tell reports progress where somebody listens.
func (o Options) tell(stage Stage, done, total int) {
	if o.Progress != nil {
		o.Progress(stage, done, total)
	}
}
