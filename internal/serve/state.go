package serve

import (
	"context"
	"errors"
	"sync"
	"time"

	"gongkai/internal/build"
	"gongkai/internal/render"
)

// snapshot is what the preview shows between two changes.
type snapshot struct {
	number  int     // counts the changes; pages carry it to see that they are old
	site    *shared // the last good site; nil where there was none yet
	problem []byte  // the page that says what is wrong now; nil for a good site
}

// shared is a site in use by requests. It is closed when it was replaced and
// the last of them is done.
type shared struct {
	*build.Site
	users sync.WaitGroup
}

// release ends one use that take began.
func (s *shared) release() {
	if s != nil {
		s.users.Done()
	}
}

// retire closes the site when its last user is done.
func (s *shared) retire() {
	if s == nil {
		return
	}
	go func() {
		s.users.Wait()
		s.Close()
	}()
}

// take gives the present state to a request, which releases its site.
func (s *Server) take() snapshot {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.now.site != nil {
		s.now.site.users.Add(1)
	}
	return s.now
}

// patience is how long a request waits for a change that is being read. Past it
// the older page is better than none; the browser reloads it later.
const patience = 5 * time.Second

// await returns when the state is as new as the files.
func (s *Server) await(ctx context.Context) {
	s.mu.RLock()
	fresh := s.fresh
	s.mu.RUnlock()
	select {
	case <-fresh:
		return
	default:
	}
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	select {
	case <-fresh:
	case <-timeout.C:
	case <-ctx.Done():
	}
}

// stale notes that files have changed: requests wait from now on.
func (s *Server) stale() {
	s.changes.Add(1)
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case <-s.fresh:
		s.fresh = make(chan struct{})
	default:
	}
}

// reload reads the site anew and shows it, or what is wrong with it. One runs
// at a time.
func (s *Server) reload() error {
	seen, began := s.changes.Load(), time.Now()
	o := s.o.Build
	o.Preview = true
	if changed := s.layouts.Swap(false); !changed && s.now.site != nil && s.now.problem == nil {
		o.Layouts = s.now.site.Layouts
	}
	opened, err := build.Open(o)
	next := snapshot{number: s.now.number + 1, site: s.now.site}
	good := err == nil && !opened.Findings.HasErrors()
	switch {
	case err != nil:
		next.problem = s.failurePage(err, next.number)
	case !good:
		next.problem = s.findingsPage(opened, next.number)
	default:
		next.site = &shared{Site: opened}
	}
	s.mu.Lock()
	old := s.now.site
	s.now = next
	if s.changes.Load() == seen {
		select {
		case <-s.fresh:
		default:
			close(s.fresh)
		}
	}
	s.mu.Unlock()
	s.events.send(next.number)
	if s.o.Changed != nil {
		s.o.Changed(opened, time.Since(began), err)
	}
	if good {
		old.retire()
	} else if opened != nil {
		opened.Close()
	}
	return err
}

// isLayoutError reports whether an error is about a site's own layout, which
// can be mended while the preview runs.
func isLayoutError(err error) bool {
	var e *render.Error
	return errors.As(err, &e)
}
