package output

import (
	"slices"
	"strings"
)

// A plan is what a commit will do.
type plan struct {
	journal                 // sorted; what changes
	paths   []string        // every file of the site, sorted
	folders map[string]bool // every folder of the site
	blocked bool            // files and folders change places, which only a whole tree can do
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
	result := d.count(p)
	changes := len(p.add) + len(p.replace) + len(p.remove)
	switch {
	case !d.existed || p.blocked || changes > d.limit:
		err = d.publishWhole(p)
	case changes > 0:
		err = d.publishInPlace(p.journal)
	}
	return result, err
}

// plan writes the manifest and compares what was written with what stands.
func (d *Dir) plan() (plan, error) {
	p := plan{paths: slices.AppendSeq(make([]string, 0, d.wrote.len()+1), d.wrote.all())}
	slices.Sort(p.paths)
	stale, err := d.stale()
	if err != nil {
		return plan{}, err
	}
	slices.Sort(stale)
	p.remove = slices.Compact(stale)
	if err := d.put(manifestName, encodeManifest(p.paths, &d.wrote)); err != nil {
		return plan{}, err
	}
	p.paths = append(p.paths, manifestName)
	slices.Sort(p.paths)
	for _, name := range p.paths {
		file, _ := d.wrote.get(name)
		switch {
		case !file.staged:
		case file.was == wasAbsent:
			p.add = append(p.add, name)
		case file.was == wasFile:
			p.replace = append(p.replace, name)
		case file.was == wasFolder:
			p.blocked = true
		}
	}
	p.blocked = p.blocked || casesMeet(p)
	d.planFolders(&p)
	return p, nil
}

// planFolders finds the folders of the site and which of them are new.
func (d *Dir) planFolders(p *plan) {
	p.folders = map[string]bool{}
	for _, name := range p.paths {
		parents(name, func(folder string) bool {
			if p.folders[folder] {
				return false
			}
			p.folders[folder] = true
			switch d.old[folder].was {
			case wasAbsent:
				p.journal.folders = append(p.journal.folders, folder)
			case wasFile:
				p.blocked = true
			}
			return true
		})
	}
	slices.Sort(p.journal.folders)
}

// casesMeet reports whether a removed file and one of the site differ only in
// case. Some systems take them for one file: removing the old would then remove
// the new.
func casesMeet(p plan) bool {
	if len(p.remove) == 0 {
		return false
	}
	removed := make(map[string]bool, len(p.remove))
	for _, name := range p.remove {
		removed[strings.ToLower(name)] = true
	}
	return slices.ContainsFunc(p.paths, func(name string) bool { return removed[strings.ToLower(name)] })
}

// count is the result of a plan.
func (d *Dir) count(p plan) Result {
	r := Result{Removed: len(p.remove), Files: len(p.paths) - 1}
	for _, name := range p.paths {
		if name == manifestName {
			continue
		}
		file, _ := d.wrote.get(name)
		r.Bytes += file.size
		if file.staged {
			r.Written++
		}
	}
	r.Unchanged = r.Files - r.Written
	return r
}
