// Package synth writes sites of made-up data: of any size for benchmarks and
// trials (Write), and the generated rows of the demonstration site
// (Demonstration). Read Write first: it lists every file of a site in order.
//
// Everything is a pure function of the seed and of a record's number, so a
// table is streamed without holding the one before it: the project that a
// contract needs is simply made again. Names are evidently artificial (示例,
// Sample), and no file holds a person's name, telephone number or e-mail.
package synth

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
)

// Options of a generated site.
type Options struct {
	Projects int    // how many projects, at least 1; required
	Seed     uint64 // another seed gives another site; 0 means 1
}

// Create makes one file of a site: it is given a slash-separated path below the
// site's folder and a function that writes the file's content.
type Create func(path string, data func(io.Writer) error) error

// Write makes a whole site folder: data/site.yaml, every table, and content/.
// Files are made one after the other and rows are streamed, so that memory
// grows only with the number of programmes.
func Write(create Create, o Options) error {
	if o.Projects < 1 {
		return fmt.Errorf("a generated site needs at least 1 project, not %d", o.Projects)
	}
	p := newPlan(o)
	for _, step := range []func(Create) error{
		writeSample, p.writePlaces, p.writeBodies, p.writeRounds, p.writeProjects,
		p.writeChain, p.writeSupport, p.writeRecord,
	} {
		if err := step(create); err != nil {
			return err
		}
	}
	return nil
}

// WriteDir makes a whole site below dir, which is made where it is missing. A
// file that is already there is an error: nothing of a publisher's is replaced.
func WriteDir(dir string, o Options) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	return Write(Into(root), o)
}

// Into is the Create of a folder on disk.
func Into(root *os.Root) Create {
	return func(name string, data func(io.Writer) error) (err error) {
		if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, file.Close()) }()
		buffer := bufio.NewWriterSize(file, 1<<16)
		if err := data(buffer); err != nil {
			return err
		}
		return buffer.Flush()
	}
}
