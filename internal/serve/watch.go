package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long files must rest before they are read: an editor saves in
// several steps, and a copied folder comes file by file.
const quiet = 20 * time.Millisecond

// watched are the folders of a site that a change counts in.
func watched() []string { return []string{"data", "content", "layouts", "static"} }

// watcher tells when a site's files change.
type watcher struct {
	*fsnotify.Watcher
	root string
}

// watch watches a site's folder and the folders in it that are read.
func watch(root string) (*watcher, error) {
	f, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{f, filepath.Clean(root)}
	err = w.Add(w.root)
	for _, name := range watched() {
		if err == nil {
			err = w.addTree(filepath.Join(w.root, name))
		}
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return w, nil
}

// addTree watches a folder and those in it. Links are not followed, as reading
// a site does not; what goes away meanwhile is left out.
func (w *watcher) addTree(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case !d.IsDir():
			return nil
		case path != dir && ignored(d.Name()):
			return filepath.SkipDir
		}
		if err := w.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// counts reports whether an event is a change of the site. In the site's own
// folder only a table and the folders that are read are.
func (w *watcher) counts(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	if e.Op == fsnotify.Chmod || ignored(name) {
		return false
	}
	if filepath.Dir(e.Name) != w.root {
		return true
	}
	for _, folder := range watched() {
		if name == folder {
			return true
		}
	}
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".tsv")
}

// isLayout reports whether a path is the layouts' folder or in it.
func (w *watcher) isLayout(path string) bool {
	rel, err := filepath.Rel(w.root, path)
	first, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	return err != nil || first == "layouts"
}

// ignored reports whether a name is a dotfile, or what editors leave beside the
// file they save.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~")
}

// follow reads the site again after each change until ctx ends.
func (s *Server) follow(ctx context.Context) {
	w := s.watcher
	defer w.Close()
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	done := make(chan struct{}, 1)
	reading, again := false, false
	for {
		select {
		case e := <-w.Events:
			if !w.counts(e) {
				continue
			}
			if w.isLayout(e.Name) {
				s.layouts.Store(true)
			}
			s.stale()
			if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
				// A folder that cannot be watched is still read at the next change.
				_ = w.addTree(e.Name)
			}
			timer.Reset(quiet)
		case <-w.Errors:
			// Events were lost: whatever they were, the files are not as they were.
			s.layouts.Store(true)
			s.stale()
			timer.Reset(quiet)
		case <-timer.C:
			if again = reading; again {
				continue
			}
			reading = true
			go func() {
				_ = s.reload() // Changed was told, and the page shows it
				done <- struct{}{}
			}()
		case <-done:
			reading = false
			if again {
				again = false
				timer.Reset(0)
			}
		case <-ctx.Done():
			if reading {
				<-done
			}
			return
		}
	}
}
