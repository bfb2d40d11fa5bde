package output

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var errFault = errors.New("input/output error")

// faulty is a disk whose k-th act fails; if killed, every later one does too, as
// if the process had ended there. A write that fails leaves half of the file.
// Syncing is an act that may fail, but is not done: it would only take time.
type faulty struct {
	files
	killed     bool
	noLink     bool
	noExchange bool

	fails int    // the act that fails, counted from 1
	die   func() // what happens then instead, when it is set

	mu    sync.Mutex
	acted int
}

func (f *faulty) act() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.acted++
	if f.acted == f.fails && f.die != nil {
		f.die()
	}
	if f.acted == f.fails || f.killed && f.acted > f.fails {
		return errFault
	}
	return nil
}

// reached reports whether the act that was to fail was ever tried.
func (f *faulty) reached() bool { return f.acted >= f.fails }

func (f *faulty) Lstat(name string) (fs.FileInfo, error) {
	if err := f.act(); err != nil {
		return nil, err
	}
	return f.files.Lstat(name)
}

func (f *faulty) Open(name string) (io.ReadCloser, error) {
	if err := f.act(); err != nil {
		return nil, err
	}
	return f.files.Open(name)
}

func (f *faulty) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := f.act(); err != nil {
		return nil, err
	}
	return f.files.ReadDir(name)
}

func (f *faulty) Create(name string, data []byte) error {
	return f.write(name, data, f.files.Create)
}

func (f *faulty) CreateSynced(name string, data []byte) error {
	return f.write(name, data, f.files.Create)
}

func (f *faulty) write(name string, data []byte, create func(string, []byte) error) error {
	err := f.act()
	if err != nil && f.acted == f.fails {
		_ = create(name, data[:len(data)/2])
	}
	if err != nil {
		return err
	}
	return create(name, data)
}

// Writer is an act, and so are each of its writes and its end.
func (f *faulty) Writer(name string) (io.WriteCloser, error) {
	if err := f.act(); err != nil {
		return nil, err
	}
	to, err := f.files.Writer(name)
	return faultyWriter{f, to}, err
}

type faultyWriter struct {
	disk *faulty
	io.WriteCloser
}

func (w faultyWriter) Write(p []byte) (int, error) {
	if err := w.disk.act(); err != nil {
		n, _ := w.WriteCloser.Write(p[:len(p)/2])
		return n, err
	}
	return w.WriteCloser.Write(p)
}

func (w faultyWriter) Close() error {
	return errors.Join(w.disk.act(), w.WriteCloser.Close())
}

func (f *faulty) Copy(old, name string) error {
	err := f.act()
	if err != nil && f.acted == f.fails {
		_ = f.files.Create(name, []byte("half"))
	}
	if err != nil {
		return err
	}
	return f.files.Copy(old, name)
}

func (f *faulty) Link(old, name string) error {
	if f.noLink {
		return fs.ErrPermission
	}
	if err := f.act(); err != nil {
		return err
	}
	return f.files.Link(old, name)
}

func (f *faulty) Exchange(a, b string) error {
	if f.noExchange {
		return errors.ErrUnsupported
	}
	return f.two(f.files.Exchange, a, b)
}

func (f *faulty) Rename(old, name string) error       { return f.two(f.files.Rename, old, name) }
func (f *faulty) Symlink(old, name string) error      { return f.two(f.files.Symlink, old, name) }
func (f *faulty) Remove(name string) error            { return f.one(f.files.Remove, name) }
func (f *faulty) RemoveAll(name string) error         { return f.one(f.files.RemoveAll, name) }
func (f *faulty) Mkdir(n string, m fs.FileMode) error { return f.mode(f.files.Mkdir, n, m) }
func (f *faulty) Chmod(n string, m fs.FileMode) error { return f.mode(f.files.Chmod, n, m) }

func (f *faulty) Sync() error {
	return f.act()
}

func (f *faulty) one(do func(string) error, name string) error {
	if err := f.act(); err != nil {
		return err
	}
	return do(name)
}

func (f *faulty) two(do func(a, b string) error, a, b string) error {
	if err := f.act(); err != nil {
		return err
	}
	return do(a, b)
}

func (f *faulty) mode(do func(string, fs.FileMode) error, name string, mode fs.FileMode) error {
	if err := f.act(); err != nil {
		return err
	}
	return do(name, mode)
}

// never is more acts than a build of the tests has.
const never = 1 << 30

// A way is one of the ways to publish, on one kind of disk.
type way struct {
	name               string
	limit              int
	noLink, noExchange bool
}

func ways() []way {
	return []way{
		{name: "in place", limit: journalLimit},
		{name: "whole", limit: 0},
		{name: "whole without exchange", limit: 0, noExchange: true},
		{name: "in place without links", limit: journalLimit, noLink: true},
		{name: "whole without links", limit: 0, noLink: true},
	}
}

// build publishes the new site over a disk that fails at act k.
func (w way) build(t *testing.T, dest string, k int, killed bool) (*faulty, error) {
	t.Helper()
	at, root := openPlace(t, dest)
	disk := &faulty{files: root, killed: killed, fails: k, noLink: w.noLink, noExchange: w.noExchange}
	return disk, w.buildOn(disk, root, at)
}

func (w way) buildOn(disk *faulty, root rootFiles, at place) error {
	held, err := takeLock(root.Root, at)
	if err != nil {
		return err
	}
	d := newDir(at, disk, held)
	d.limit, d.most, d.wrote.most = w.limit, 4, 2
	if err := d.start(); err != nil {
		_ = d.end()
		return err
	}
	_, err = write(d, newSite())
	return err
}

func TestEveryFaultLeavesTheOldSite(t *testing.T) {
	for _, w := range ways() {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			after := published(t)
			dest := oldSite(t)
			before := snapshot(t, dest)
			for k := 1; ; k++ {
				disk, err := w.build(t, dest, k, false)
				if !disk.reached() {
					if err != nil || k < 20 {
						t.Fatalf("%d acts pass the seam; without a fault: %v", k, err)
					}
					return
				}
				want, got := before, snapshot(t, dest)
				if err == nil { // the fault was in what can be done without, such as removing empty folders
					want, got = filesOnly(after), filesOnly(got)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("act %d, error %v (-want +got):\n%s", k, err, diff)
				}
				mended(t, dest)
				if err == nil {
					dest = oldSite(t)
				}
			}
		})
	}
}

func TestEveryKillIsMended(t *testing.T) {
	for _, w := range ways()[:3] { // links or copies make no difference to a kill
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			after := published(t)
			dest := oldSite(t)
			before := snapshot(t, dest)
			for k := 1; ; k++ {
				disk, _ := w.build(t, dest, k, true)
				if !disk.reached() {
					return
				}
				wholeFiles(t, before, after, snapshot(t, dest))
				mended(t, dest)
				got := snapshot(t, dest)
				if !cmp.Equal(got, before) && !cmp.Equal(got, after) {
					t.Fatalf("act %d: neither old (-) nor new:\n%s", k, cmp.Diff(before, got))
				}
				if cmp.Equal(got, before) && k%10 != 0 {
					continue // the next kill meets the mended site
				}
				if _, err := w.build(t, dest, never, false); err != nil {
					t.Fatalf("act %d: the next build: %v", k, err)
				}
				if diff := cmp.Diff(after, snapshot(t, dest)); diff != "" {
					t.Fatalf("act %d: the next build (-want +got):\n%s", k, diff)
				}
				dest = oldSite(t)
			}
		})
	}
}

func TestAKillWhileMendingIsMended(t *testing.T) {
	w := ways()[0]
	after := published(t)
	dest := oldSite(t)
	before := snapshot(t, dest)
	for k := 2; ; k += 5 {
		for j := 1; ; j += 3 {
			disk, _ := w.build(t, dest, k, true)
			if !disk.reached() {
				return
			}
			at, root := openPlace(t, dest)
			mending := &faulty{files: root, killed: true, fails: j}
			_ = mend(mending, at)
			mended(t, dest)
			got := snapshot(t, dest)
			if !cmp.Equal(got, before) && !cmp.Equal(got, after) {
				t.Fatalf("acts %d, %d: neither old (-) nor new:\n%s", k, j, cmp.Diff(before, got))
			}
			if !cmp.Equal(got, before) {
				dest = oldSite(t)
			}
			if !mending.reached() {
				break
			}
		}
	}
}

// filesOnly is a snapshot without its folders.
func filesOnly(found map[string]string) map[string]string {
	files := maps.Clone(found)
	maps.DeleteFunc(files, func(_, text string) bool { return text == "folder" })
	return files
}

// wholeFiles checks that each file a reader finds is one of the two versions.
func wholeFiles(t *testing.T, before, after, got map[string]string) {
	t.Helper()
	for name, text := range got {
		if old, ok := before[name]; ok && old == text {
			continue
		}
		if fresh, ok := after[name]; ok && fresh == text {
			continue
		}
		t.Fatalf("%s holds %q, which is no version of it", name, text)
	}
}
