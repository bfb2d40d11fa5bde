package output

import (
	"path"
	"strings"
)

// A journal tells what a small commit is about to do, so that it can be undone
// whatever of it was done. It is text: the header, one line an act, and a last
// line, without which nothing was begun:
//
//	folder PATH   a folder that is not there yet
//	add PATH      a file that is not there yet
//	replace PATH  a file whose old version is in the backup
//	remove PATH   the same
//	end
type journal struct {
	folders, add, replace, remove []string // each sorted
}

const (
	journalHeader = "gongkai-journal 1"
	journalEnd    = "end"
)

func (j journal) encode() []byte {
	var out strings.Builder
	out.WriteString(journalHeader + "\n")
	line := func(act string, names []string) {
		for _, name := range names {
			out.WriteString(act + " " + name + "\n")
		}
	}
	line("folder", j.folders)
	line("add", j.add)
	line("replace", j.replace)
	line("remove", j.remove)
	out.WriteString(journalEnd + "\n")
	return []byte(out.String())
}

// parseJournal is the inverse of encode; false when the text was cut or is not
// a journal.
func parseJournal(text string) (journal, bool) {
	text, begun := strings.CutPrefix(text, journalHeader+"\n")
	text, ended := strings.CutSuffix(text, journalEnd+"\n")
	if !begun || !ended {
		return journal{}, false
	}
	var j journal
	for line := range strings.Lines(text) {
		act, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if name != manifestName && checkPath(name) != nil {
			return journal{}, false
		}
		switch act {
		case "folder":
			j.folders = append(j.folders, name)
		case "add":
			j.add = append(j.add, name)
		case "replace":
			j.replace = append(j.replace, name)
		case "remove":
			j.remove = append(j.remove, name)
		default:
			return journal{}, false
		}
	}
	return j, true
}

// parents calls each for every folder above name, the nearest first, until it
// returns false.
func parents(name string, each func(folder string) bool) {
	for folder := path.Dir(name); folder != "." && each(folder); {
		folder = path.Dir(folder)
	}
}
