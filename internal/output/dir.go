package output

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"sync"
)

// journalLimit is how many files a commit renames one by one; a larger change
// exchanges the whole tree, which readers see as one step.
const journalLimit = 1000

// Dir is a Tree that becomes the folder at a destination when it is committed.
type Dir struct {
	at      place
	files   files
	lock    *lock
	limit   int         // journalLimit but in tests
	existed bool        // there was a folder at the destination
	mode    fs.FileMode // its permissions
	buffers sync.Pool   // of *[]byte, for comparing
	held    sync.Pool   // of *bytes.Buffer, for streaming
	most    int         // streamAt but in tests

	mu        sync.Mutex
	wrote     book
	old       map[string]oldFolder // folders of the destination that were looked at
	staged    map[string]bool      // folders made in the stage
	scratched bool                 // the folder of temporary files was made
	failed    error                // the first Write that failed; nothing is published after it
	ended     bool
}

// Begin starts a build of the folder dest, making the folders above it. It fails
// at once when another build of it runs, and mends what a killed one left. The
// caller ends it by Commit or Abort.
func Begin(dest string) (*Dir, error) {
	at, err := placeOf(dest)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(at.folder, 0o755); err != nil {
		return nil, fail(phrase{"建立文件夹", "make the folder"}, at.folder, err)
	}
	root, err := openFiles(at.folder)
	if err != nil {
		return nil, fail(phrase{"打开文件夹", "open the folder"}, at.folder, err)
	}
	held, err := takeLock(root.Root, at)
	if err != nil {
		root.Close()
		return nil, err
	}
	d := newDir(at, root, held)
	if err := d.start(); err != nil {
		_ = d.end() // the first error is the one to tell
		return nil, err
	}
	return d, nil
}

func newDir(at place, disk files, held *lock) *Dir {
	return &Dir{
		at: at, files: disk, lock: held, limit: journalLimit, most: streamAt,
		wrote:  book{disk: disk, folder: at.scratch, most: recordsHeld},
		old:    map[string]oldFolder{},
		staged: map[string]bool{},
	}
}

// start mends, looks at the destination and makes the stage.
func (d *Dir) start() error {
	if err := mend(d.files, d.at); err != nil {
		return err
	}
	info, err := d.files.Lstat(d.at.dest)
	switch {
	case err == nil:
		d.existed, d.mode = true, permissions(info)
		d.old["."] = oldFolder{wasFolder, d.mode}
	case errors.Is(err, fs.ErrNotExist):
		d.old["."] = oldFolder{was: wasAbsent}
	default:
		return fail(phrase{"读取", "read"}, d.at.path(d.at.dest), err)
	}
	if err := d.files.Mkdir(d.at.stage, 0o755); err != nil {
		return fail(phrase{"建立文件夹", "make the folder"}, d.at.path(d.at.stage), err)
	}
	d.staged["."] = true
	return nil
}

// Write takes one file of the site. What stands at the destination already, byte
// for byte, is not written again. A foreign file at the same path is replaced:
// the addresses of the site are the site's.
func (d *Dir) Write(name string, data []byte) error {
	err := checkPath(name)
	if err == nil {
		var file entry
		file, err = d.put(name, data)
		err = d.enter(name, file, err)
	}
	return d.writeError(name, err)
}

// enter notes a file that was made without an error.
func (d *Dir) enter(name string, file entry, made error) error {
	if made != nil {
		return made
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.wrote.full() {
		if err := d.makeScratch(); err != nil {
			return err
		}
		if err := d.wrote.flush(); err != nil {
			return err
		}
	}
	d.wrote.add(name, file)
	return nil
}

// writeError names what could not be written.
func (d *Dir) writeError(name string, err error) error {
	if err == nil {
		return nil
	}
	return d.giveUp(fail(phrase{"写入", "write"}, d.at.path(path.Join(d.at.dest, name)), err))
}

// giveUp keeps the first error; after it nothing is published.
func (d *Dir) giveUp(err error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.failed == nil {
		d.failed = err
	}
	return err
}

// put compares and stages one file.
func (d *Dir) put(name string, data []byte) (entry, error) {
	sum := sha256.Sum256(data)
	file := entry{sum: binary.BigEndian.Uint64(sum[:8]), size: int64(len(data))}
	folder, err := d.claim(name)
	if err != nil {
		return entry{}, err
	}
	same := false
	file.was = wasAbsent // also where something else than a folder is in the way
	if folder == wasFolder {
		old := path.Join(d.at.dest, name)
		file.was, same, err = d.compare(old, file.size, func() (bool, error) { return d.sameBytes(old, data) })
		if err != nil {
			return entry{}, err
		}
	}
	file.staged = !same
	if file.staged {
		err = d.stage(name, data)
	}
	return file, err
}

// claim says what stands at the destination as the folder that is to hold a file.
func (d *Dir) claim(name string) (was, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.ended {
		return 0, endedError(d.at)
	}
	if _, both := d.old[name]; both {
		return 0, bothError(name)
	}
	folder, err := d.oldFolder(path.Dir(name))
	return folder.was, err
}

// stage writes one file beside the destination. The stage refuses a path that is
// taken; those of files that are not staged are compared at the commit.
func (d *Dir) stage(name string, data []byte) error {
	if err := d.makeStageFolder(name); err != nil {
		return err
	}
	return taken(name, d.files.Create(path.Join(d.at.stage, name), data))
}

// taken tells of a file that is staged already.
func taken(name string, err error) error {
	if errors.Is(err, fs.ErrExist) {
		return twiceError(name)
	}
	return err
}

// makeStageFolder makes the folder of a staged file.
func (d *Dir) makeStageFolder(name string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.stageFolder(path.Dir(name))
}

// Abort gives up: the stage goes, the lock is released, the site stays as it
// was. After Commit it does nothing, so it can be deferred.
func (d *Dir) Abort() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.ended {
		return nil
	}
	return d.end()
}

// end removes the stage, which after an exchange is the old tree, and releases
// the lock.
func (d *Dir) end() error {
	d.ended = true
	err := d.files.RemoveAll(d.at.stage)
	if d.scratched {
		err = errors.Join(err, d.files.RemoveAll(d.at.scratch))
	}
	d.lock.release()
	_ = d.files.Close() // a folder that was only read
	if err != nil {
		return fail(phrase{"删除", "remove"}, d.at.path(d.at.stage), err)
	}
	return nil
}

func endedError(at place) error {
	dest := at.path(at.dest)
	return &Error{
		EN: fmt.Sprintf("the build of %q has ended; begin a new one", dest),
		ZH: fmt.Sprintf("对 %q 的生成已经结束；请重新开始", dest),
	}
}

// inWayError is about something that gongkai did not make and does not remove.
func inWayError(path string) error {
	return &Error{
		EN: fmt.Sprintf("%q is in the way of the site and was not made by gongkai; move it away and build again", path),
		ZH: fmt.Sprintf("%q 挡住了网站的文件，且不是 gongkai 写的；请移开后重新生成", path),
	}
}
