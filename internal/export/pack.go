package export

import (
	"archive/zip"
	"cmp"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"

	"gongkai/internal/value"

	"github.com/klauspost/compress/flate"
)

// packed is a file as a ZIP archive holds it. Every file of an archive is packed
// by itself while it is made, so that many are at a time, and the archive is
// only their row.
type packed struct {
	data   spool // deflated
	length uint64
	crc    uint32
	size   uint64
}

// packer deflates what is written to it.
type packer struct {
	packed
	flate *flate.Writer
}

// newPacker makes a packer that keeps a large file in the folder.
func newPacker(folder string) *packer {
	p := &packer{packed: packed{data: spool{folder: folder}}}
	p.flate, _ = flate.NewWriter(deflated{&p.packed}, flate.DefaultCompression) // the level is one that there is
	return p
}

func (p *packer) Write(b []byte) (int, error) {
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b)
	p.size += uint64(len(b))
	return p.flate.Write(b)
}

func (p *packer) done() (*packed, error) {
	err := p.flate.Close()
	p.flate = nil
	return &p.packed, err
}

// deflated counts what comes out of a packer.
type deflated struct{ p *packed }

func (d deflated) Write(b []byte) (int, error) {
	d.p.length += uint64(len(b))
	return d.p.data.Write(b)
}

// add moves the file into an archive. Date is what the archive says of every
// file's age, so that the same data makes the same archive.
func (p *packed) add(z *zip.Writer, name string, date value.Date) error {
	h := &zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: p.crc,
		CompressedSize64: p.length, UncompressedSize64: p.size,
	}
	// The date as MS-DOS packs it; an archive's first year is 1980.
	day := date.First()
	if day.Year() < 1980 {
		day = value.NewDate(1980, 1, 1)
	}
	//lint:ignore SA1019 CreateRaw writes this field and does not look at Modified
	h.ModifiedDate = uint16(day.Day() | day.Month()<<5 | (day.Year()-1980)<<9)
	h.ExternalAttrs = 0o100644 << 16
	h.CreatorVersion = 3 << 8 // Unix
	w, err := z.CreateRaw(h)
	if err != nil {
		return err
	}
	if _, err := p.data.WriteTo(w); err != nil {
		return err
	}
	return p.data.close()
}

// sortedZip is an archive whose files stand in the order of their names, in
// whatever order they come.
type sortedZip struct {
	to     io.Writer
	folder string // of temporary files
	names  []string
	files  []*packer
	ready  map[string]*packer // of files that were made before, by their names
}

func (z *sortedZip) Create(name string) (io.Writer, error) {
	if made := z.ready[name]; made != nil {
		z.names, z.files = append(z.names, name), append(z.files, made)
		return io.Discard, nil
	}
	p := newPacker(z.folder)
	z.names, z.files = append(z.names, name), append(z.files, p)
	return p, nil
}

// AddFS is asked by nobody; the library's interface has it.
func (z *sortedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close writes the archive. What a reader wants first, the list of content
// types, stands first.
func (z *sortedZip) Close() error {
	order := make([]int, len(z.names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(z.names[a], z.names[b]) })
	out := zip.NewWriter(z.to)
	for _, i := range order {
		p, err := z.files[i].done()
		if err != nil {
			return err
		}
		if err := p.add(out, z.names[i], value.Date{}); err != nil {
			return err
		}
		z.files[i] = nil
	}
	return out.Close()
}

// onePart takes one file of an archive and nothing else.
type onePart struct {
	name   string
	packer *packer
}

func (z *onePart) Create(name string) (io.Writer, error) {
	if name == z.name {
		return z.packer, nil
	}
	return io.Discard, nil
}

// AddFS is asked by nobody; the library's interface has it.
func (z *onePart) AddFS(fs.FS) error { return fs.ErrInvalid }

func (z *onePart) Close() error { return nil }
