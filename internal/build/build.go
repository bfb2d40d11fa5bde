package build

import (
	"context"
	"time"

	"gongkai/internal/output"
)

// Run builds a site. Where a finding is an error nothing is written and
// Result.Findings says so; the error is for what kept the program from running.
// The site is given back for its findings, without what was published, and is nil
// only when it could not be opened; the caller closes it. A context that ends gives the build up and
// leaves the old site as it was.
func Run(ctx context.Context, o Options) (Result, *Site, error) {
	began := time.Now()
	if err := output.CheckDestination(o.Target(), o.Source); err != nil {
		return Result{}, nil, err
	}
	// A killed build is mended even where the checks then stop this one.
	if err := output.Recover(o.Target()); err != nil {
		return Result{}, nil, err
	}
	s, err := Open(o)
	if err != nil {
		return Result{}, nil, err
	}
	r := Result{Findings: s.Counts()}
	if !s.Findings.HasErrors() {
		err = s.write(ctx, &r)
	}
	r.Seconds = s.seconds
	r.Seconds.Total = time.Since(began).Seconds()
	r.PeakMemoryBytes = peakMemory()
	return r, s, err
}

// forget lets go of all that is written by now: to publish two million files
// takes memory of its own.
func (s *Site) forget() {
	s.Data, s.Plan, s.Layouts, s.assets, s.review, s.outputs = nil, nil, nil, nil, nil, outputs{}
}

// write renders and exports into a staged tree, and publishes it whole.
func (s *Site) write(ctx context.Context, r *Result) error {
	tree, err := output.Begin(s.o.Target())
	if err != nil {
		return err
	}
	defer tree.Abort()
	if err := s.writeDownloads(ctx, tree); err != nil {
		return err
	}
	// Before the pages: what their lists and tallies keep in memory would be beside it.
	if err := s.writeSearch(ctx, tree); err != nil {
		return err
	}
	if err := s.writePages(ctx, tree); err != nil {
		return err
	}
	if err := s.writeOutputs(ctx, tree); err != nil {
		return err
	}
	r.Pages = s.Plan.Len()
	if name := s.Source.Changed(); name != "" {
		return changedError(name)
	}
	s.forget()
	var done output.Result
	s.stage(StageWrite, &s.seconds.Write, func() { done, err = tree.Commit() })
	if err != nil {
		return err
	}
	r.Files, r.Bytes = done.Files, done.Bytes
	r.Written, r.Unchanged, r.Removed = done.Written, done.Unchanged, done.Removed
	return nil
}
