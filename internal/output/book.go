package output

import (
	"bufio"
	"container/heap"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// An entry is what is known of one file of the site.
type entry struct {
	sum    uint64 // the first 8 bytes of its SHA-256
	size   int64
	was    was
	staged bool // differs from what stands at the destination
}

// A record is a file with its path.
type record struct {
	path string
	entry
}

// A book has the records of all files. A large site has millions of them beside a
// dataset that fills the memory, so those that are over go to the disk in sorted
// runs, which are merged where the files are told.
type book struct {
	disk   files
	folder string // of the runs, on the disk
	most   int    // records held in memory
	held   []record
	runs   int
}

// recordsHeld is how many records wait in memory to be written: all those of most
// sites, and some 6 MB of a large one.
const recordsHeld = 1 << 16

// full reports whether flush has to come before another record.
func (b *book) full() bool { return len(b.held) >= b.most }

// add enters a file.
func (b *book) add(name string, e entry) { b.held = append(b.held, record{name, e}) }

// flush writes what is held as a run: lines as in the manifest, each behind
// a number for was and staged.
func (b *book) flush() error {
	to, err := b.disk.Writer(b.run(b.runs))
	if err != nil {
		return err
	}
	b.sort()
	w := bufio.NewWriterSize(to, 1<<18)
	var line []byte
	for _, r := range b.held {
		state := uint64(r.was) << 1
		if r.staged {
			state |= 1
		}
		line = append(strconv.AppendUint(line[:0], state, 10), ' ')
		line = appendManifestLine(line, r.path, r.entry)
		_, err = w.Write(line) // its error stays with w
	}
	if err == nil {
		err = w.Flush()
	}
	if err = errors.Join(err, to.Close()); err != nil {
		return err
	}
	b.runs++
	clear(b.held)
	b.held = b.held[:0]
	return nil
}

func (b *book) run(n int) string { return path.Join(b.folder, "files-"+strconv.Itoa(n)) }

func (b *book) sort() {
	slices.SortFunc(b.held, func(x, y record) int { return strings.Compare(x.path, y.path) })
}

// each tells every file, sorted by path in byte order. A path that was entered
// twice is an error.
func (b *book) each(do func(name string, e entry) error) error {
	last := ""
	once := func(r record) error {
		if r.path == last {
			return twiceError(r.path)
		}
		last = r.path
		return do(r.path, r.entry)
	}
	b.sort()
	if b.runs > 0 {
		return b.merge(once)
	}
	for _, r := range b.held {
		if err := once(r); err != nil {
			return err
		}
	}
	return nil
}

// merge reads the runs and what is held side by side.
func (b *book) merge(do func(record) error) error {
	var all queue
	defer func() {
		for _, r := range all {
			_ = r.file.Close() // it was only read
		}
	}()
	if len(b.held) > 0 {
		if err := b.flush(); err != nil {
			return err
		}
	}
	for i := range b.runs {
		f, err := b.disk.Open(b.run(i))
		if err != nil {
			return err
		}
		r := &run{file: f, lines: bufio.NewScanner(f)}
		all = append(all, r)
		if err := r.next(); err != nil {
			return err
		}
	}
	heap.Init(&all)
	for len(all) > 0 && !all[0].done {
		if err := do(all[0].record); err != nil {
			return err
		}
		if err := all[0].next(); err != nil {
			return err
		}
		heap.Fix(&all, 0)
	}
	return nil
}

// A run is one being read: its next record.
type run struct {
	file  io.ReadCloser
	lines *bufio.Scanner
	record
	done bool
}

func (r *run) next() error {
	if r.done = !r.lines.Scan(); r.done {
		return r.lines.Err()
	}
	state, line, _ := strings.Cut(r.lines.Text(), " ")
	bits, err := strconv.ParseUint(state, 10, 8)
	var ok bool
	if r.path, r.entry, ok = parseManifestLine(line); !ok || err != nil {
		return &Error{
			EN: "a temporary file was changed while the site was built; build again",
			ZH: "生成网站时临时文件被改动；请重新生成",
		}
	}
	r.was, r.staged = was(bits>>1), bits&1 != 0
	return nil
}

// A queue has the run with the first path at its head, and those that are done at
// its end.
type queue []*run

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if q[i].done || q[j].done {
		return q[j].done && !q[i].done
	}
	return q[i].path < q[j].path
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(*run)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
