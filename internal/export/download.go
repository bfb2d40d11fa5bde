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
	columns func() []column // of a table
	packed  bool            // it goes into the archive

	mu   sync.Mutex
	file *File   // once it was written
	pack *packed // once it was written, until the archive took it
}

// Write prints the file.
func (d *Download) Write(w io.Writer) error {
	s := newSum(w)
	var p *packer
	var out io.Writer = s
	if d.packed {
		p = newPacker()
		out = io.MultiWriter(s, p)
	}
	if err := d.print(out); err != nil {
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
	if p != nil {
		d.pack = p.done()
	}
	return nil
}

// File describes the file as Write prints it. Where nothing was written yet, it
// is printed once into nothing.
func (d *Download) File() (File, error) {
	if f, ok := d.Measured(); ok {
		return f, nil
	}
	if err := d.Write(io.Discard); err != nil {
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
func (d *Download) compressed() (*packed, error) {
	for {
		d.mu.Lock()
		p := d.pack
		d.pack = nil
		d.mu.Unlock()
		if p != nil {
			return p, nil
		}
		if err := d.Write(io.Discard); err != nil {
			return nil, err
		}
	}
}
