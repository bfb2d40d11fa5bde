package build

import (
	"bytes"
	"context"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"gongkai/internal/output"
)

// chunk is how many pages a worker takes at a time: few enough that workers end
// together, enough that they seldom meet.
const chunk = 32

// worker is what one goroutine keeps between the files it makes.
type worker struct {
	buf   bytes.Buffer
	made  time.Duration // spent on making bytes
	wrote time.Duration // spent on handing them to the tree
}

// run makes one file: fill the buffer by fill and hand it to write.
func (w *worker) run(fill func(*bytes.Buffer) error, write func([]byte) error) error {
	w.buf.Reset()
	began := time.Now()
	err := fill(&w.buf)
	filled := time.Now()
	w.made += filled.Sub(began)
	if err != nil {
		return err
	}
	err = write(w.buf.Bytes())
	w.wrote += time.Since(filled)
	return err
}

// stream makes one file that may be of any size, straight into the tree. What is
// spent on handing it over counts as making.
func (w *worker) stream(tree output.Tree, path string, print func(io.Writer) error) error {
	began := time.Now()
	defer func() { w.made += time.Since(began) }()
	return tree.Stream(path, func(to io.Writer) error {
		if err := print(to); err != nil {
			return pageError(path, err)
		}
		return nil
	})
}

// each calls do for 0 … n-1 on the build's workers.
func (o Options) each(n int, do func(i int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(o.workers(), n) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}

// share divides the items 0 … n-1 among workers and gives the time that they
// spent on making and on writing, divided by their number. A worker takes chunk
// items at a time. After the first error,
// or the end of the context, no worker takes another chunk. Done is told after
// each chunk, from one goroutine at a time.
func share(ctx context.Context, n, chunk, workers int, done func(int), do func(*worker, int) error) (made, wrote time.Duration, err error) {
	workers = max(1, min(workers, (n+chunk-1)/chunk))
	var (
		mu       sync.Mutex
		next     int
		finished int
		first    error
		all      sync.WaitGroup
	)
	take := func() (from, to int, ok bool) {
		mu.Lock()
		defer mu.Unlock()
		if first == nil {
			first = context.Cause(ctx)
		}
		from, to = next, min(next+chunk, n)
		next = to
		return from, to, first == nil && from < to
	}
	finish := func(count int, err error) {
		mu.Lock()
		defer mu.Unlock()
		finished += count
		if err != nil && first == nil {
			first = err
		}
		done(finished)
	}
	for range workers {
		all.Go(func() {
			var w worker
			for from, to, ok := take(); ok; from, to, ok = take() {
				var err error
				for i := from; i < to && err == nil; i++ {
					err = do(&w, i)
				}
				finish(to-from, err)
			}
			mu.Lock()
			defer mu.Unlock()
			made += w.made
			wrote += w.wrote
		})
	}
	all.Wait()
	return made / time.Duration(workers), wrote / time.Duration(workers), first
}
