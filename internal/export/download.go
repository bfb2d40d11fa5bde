package export

import (
	"io"
	"sync"

	"gongkai/internal/finding"
	"gongkai/internal/model"
)

// Download is one file for everybody: a whole table, or the whole dataset. It is
// safe for concurrent use.
type Download struct {
	Path      string // below the site's root
	MediaType string
	Format    model.Format
	Table     string       // "" where the file holds more than one
	Rows      int          // of a table, without the headings
	Last      bool         // it describes others, which are better made before
	Note      finding.Text // what has to be said of it, such as that it is a part

	print   func(io.Writer) error
	large   func(to io.Writer, scratch string) error // instead of print where temporary files are needed
	columns func() []column                          // of a table
	packed  bool                                     // it goes into the archive

	making sync.Mutex // held while it is written

	mu   sync.Mutex
	file *File   // once it was written
	pack *packed // once it was written, until the archive took it

	taken bool // the archive has it
}

// Write prints the file in memory that does not grow with it: what a format
// needs beside is kept in the scratch folder, the system's where it is empty. A
// file that goes into the archive is kept there, too, until the archive is made.
func (d *Download) Write(w io.Writer, scratch string) error {
	d.making.Lock()
	defer d.making.Unlock()
	return d.write(w, scratch, d.packed && !d.taken)
}

// Print prints the file alone, for a preview, and keeps nothing of it.
func (d *Download) Print(w io.Writer) error {
	d.making.Lock()
	defer d.making.Unlock()
	return d.write(w, "", false)
}

func (d *Download) write(w io.Writer, scratch string, pack bool) error {
	s := newSum(w)
	var p *packer
	var out io.Writer = s
	if pack {
		p = newPacker(scratch)
		out = io.MultiWriter(s, p)
	}
	var err error
	if d.large != nil {
		err = d.large(out, scratch)
	} else {
		err = d.print(out)
	}
	if err != nil {
		return err
	}
	file := s.file(d.Path, d.MediaType)
	file.Table, file.Rows = d.Table, d.Rows
	if d.columns != nil {
		file.Columns = len(d.columns())
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.file = &file
	if p == nil {
		return nil
	}
	if d.pack != nil { // of an earlier time, which no archive took
		if err := d.pack.data.close(); err != nil {
			return err
		}
	}
	d.pack, err = p.done()
	return err
}

// File describes the file as Write prints it. Where nothing was written yet, it
// is printed once into nothing.
func (d *Download) File() (File, error) {
	if f, ok := d.Measured(); ok {
		return f, nil
	}
	if err := d.Print(io.Discard); err != nil {
		return File{}, err
	}
	return d.File()
}

// Measured is File where the file was written before, for a preview, which
// would not make everything to tell its size.
func (d *Download) Measured() (File, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.file == nil {
		return File{}, false
	}
	return *d.file, true
}

// compressed is the file as the archive holds it. It is given away: what an
// archive took is not kept.
func (d *Download) compressed(scratch string) (*packed, error) {
	d.making.Lock()
	defer d.making.Unlock()
	if d.pack == nil {
		if err := d.write(io.Discard, scratch, true); err != nil {
			return nil, err
		}
	}
	p := d.pack
	d.pack, d.taken = nil, true
	return p, nil
}
