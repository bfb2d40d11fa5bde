package output

import (
	"bufio"
	"io"
	"slices"
	"strings"
)

// A plan is what a commit will do.
type plan struct {
	journal                  // what changes, sorted; add and replace end where a journal does
	changes  int             // files that are new, changed or removed
	folders  map[string]bool // every folder of the site
	blocked  bool            // files and folders change places, which only a whole tree can do
	manifest entry           // of the manifest, which is in no list of files
	result   Result
}

// Commit publishes what was written and ends the build. After an error the old
// site stands as it was. No Write may run meanwhile.
func (d *Dir) Commit() (Result, error) {
	d.mu.Lock()
	ended := d.ended
	d.mu.Unlock()
	if ended {
		return Result{}, endedError(d.at)
	}
	result, err := d.publish()
	// What end could not remove goes with the next build; it is no reason to
	// call a published site failed.
	_ = d.end()
	if err != nil {
		return Result{}, fail(phrase{"发布", "publish"}, d.at.path(d.at.dest), err)
	}
	return result, nil
}

// publish decides which way and goes it.
func (d *Dir) publish() (Result, error) {
	if d.failed != nil {
		return Result{}, d.failed
	}
	p, err := d.plan()
	if err != nil {
		return Result{}, err
	}
	switch {
	case !d.existed || p.blocked || p.changes > d.limit:
		err = d.publishWhole(p)
	case p.changes > 0:
		err = d.publishInPlace(p.journal)
	}
	return p.result, err
}

// plan writes the manifest and compares what was written with what stands.
func (d *Dir) plan() (plan, error) {
	p := plan{folders: d.siteFolders()}
	var printed, err error
	p.manifest, printed, err = d.stream(manifestName, func(w io.Writer) error { return d.planFiles(&p, w) })
	if err == nil {
		err = printed
	}
	if err != nil {
		return plan{}, err
	}
	p.change(manifestName, p.manifest, d.limit)
	p.changes += len(p.remove)
	p.result.Unchanged = p.result.Files - p.result.Written
	p.result.Removed = len(p.remove)
	for _, list := range [][]string{p.add, p.replace, p.remove} {
		slices.Sort(list)
	}
	met, err := d.casesMeet(p.remove)
	p.blocked = p.blocked || met
	d.planFolders(&p)
	return p, err
}

// planFiles goes through the files beside those of the previous build, in the
// same order, and prints the manifest.
func (d *Dir) planFiles(p *plan, to io.Writer) error {
	before, err := d.openManifest()
	if err != nil {
		return err
	}
	defer before.close()
	w := bufio.NewWriterSize(to, 1<<16)
	_, _ = w.WriteString(manifestHeader + "\n") // its error stays with w
	var line []byte
	err = d.wrote.each(func(name string, file entry) error {
		if p.folders[name] {
			return bothError(name)
		}
		p.change(name, file, d.limit)
		p.result.Files++
		p.result.Bytes += file.size
		if file.staged {
			p.result.Written++
		}
		line = appendManifestLine(line[:0], name, file)
		if _, err := w.Write(line); err != nil {
			return err
		}
		return d.stale(p, before, name)
	})
	if err == nil {
		err = d.stale(p, before, "")
	}
	if err != nil {
		return err
	}
	return w.Flush()
}

// change counts a file, and lists it while a journal may still take it.
func (p *plan) change(name string, file entry, limit int) {
	switch {
	case !file.staged:
		return
	case file.was == wasFolder:
		p.blocked = true
	case p.changes > limit:
	case file.was == wasAbsent:
		p.add = append(p.add, name)
	case file.was == wasFile:
		p.replace = append(p.replace, name)
	}
	p.changes++
}

// siteFolders are the folders of the site: those that files were written to.
func (d *Dir) siteFolders() map[string]bool {
	folders := make(map[string]bool, len(d.old))
	for name := range d.old {
		if name != "." {
			folders[name] = true
		}
	}
	return folders
}

// planFolders finds which folders of the site are new.
func (d *Dir) planFolders(p *plan) {
	for folder := range p.folders {
		switch d.old[folder].was {
		case wasAbsent:
			p.journal.folders = append(p.journal.folders, folder)
		case wasFile:
			p.blocked = true
		}
	}
	slices.Sort(p.journal.folders)
}

// casesMeet reports whether a removed file and one of the site differ only in
// case. Some systems take them for one file: removing the old would then remove
// the new.
func (d *Dir) casesMeet(removed []string) (met bool, err error) {
	if len(removed) == 0 {
		return false, nil
	}
	lower := make(map[string]bool, len(removed))
	for _, name := range removed {
		lower[strings.ToLower(name)] = true
	}
	err = d.wrote.each(func(name string, _ entry) error {
		met = met || lower[strings.ToLower(name)]
		return nil
	})
	return met, err
}
