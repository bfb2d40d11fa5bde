package search

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
)

// asides are the counts that stand aside, each by the least hash of the term's
// documents, the facet and the term. What is in the same documents mostly has the
// least hash in common, so that it stands together and a document more or less
// touches few of their files.
//
// A large index has hundreds of megabytes of them. They come in the order of terms
// and stand in another, so what is over is written as sorted runs, which are merged.
type asides struct {
	limit int // bytes that are held
	spill func() (io.ReadWriteSeeker, error)
	held  []leaf
	used  int
	runs  []io.ReadWriteSeeker
	err   error // the first of a run
}

const (
	asidesHeld = 16 << 20
	perAside   = 64 // about what one takes in memory beside its texts
)

func (a *asides) add(least uint32, facet int, term string, counts []byte) {
	name := fmt.Sprintf("%d%d%s", least, facet, term)
	a.held = append(a.held, leaf{term: name, entry: counts})
	if a.used += len(name) + len(counts) + perAside; a.used >= a.limit && a.err == nil {
		a.err = a.flush()
	}
}

// flush writes what is held as a run, in the order of byCode.
func (a *asides) flush() error {
	var b []byte
	run, err := writeRun(a.spill, inOrder(a.held), func(l leaf) []byte {
		b = appendText(b[:0], l.term)
		b = binary.AppendUvarint(b, uint64(len(l.entry)))
		b = append(b, l.entry...)
		return b
	})
	if err != nil {
		return err
	}
	a.runs = append(a.runs, run)
	clear(a.held)
	a.held, a.used = a.held[:0], 0
	return nil
}

// tree has them all.
func (a *asides) tree(f *files, limit int) (*treeWriter, error) {
	t := newTree(f, asideFolder, limit)
	if a.err != nil || len(a.runs) == 0 {
		return t.fill(a.held), a.err
	}
	if err := a.flush(); err != nil {
		return nil, err
	}
	runs := make([]*asideRun, len(a.runs))
	for i, file := range a.runs {
		runs[i] = &asideRun{r: bufio.NewReaderSize(file, 1<<16)}
		if err := runs[i].next(); err != nil {
			return nil, err
		}
	}
	for {
		var least *asideRun
		for _, r := range runs {
			if !r.done && (least == nil || byCode(r.code, r.term, least.code, least.term) < 0) {
				least = r
			}
		}
		if least == nil {
			return t, nil
		}
		if err := t.add(least.term, least.entry); err != nil {
			return nil, err
		}
		if err := least.next(); err != nil {
			return nil, err
		}
	}
}

// An asideRun is a run being read: its next counts.
type asideRun struct {
	r *bufio.Reader
	leaf
	done bool
}

func (r *asideRun) next() error {
	size, err := binary.ReadUvarint(r.r)
	if err == io.EOF {
		r.done = true
		return nil
	}
	if err != nil {
		return err
	}
	term, err := readBytes(r.r, nil, size)
	if err != nil {
		return err
	}
	r.term, r.code = string(term), codeOf(string(term))
	if size, err = binary.ReadUvarint(r.r); err != nil {
		return err
	}
	r.entry, err = readBytes(r.r, r.entry, size)
	return err
}
