package search

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Folder is where the index stands below the site's root.
const Folder = "search/"

// rootName is the file that tells where all others stand.
const rootName = "root"

// rootPath is where the root stands.
const rootPath = Folder + rootName + ".gz"

// PartsFolder holds the files that are named by their content, which a browser may
// therefore keep for ever.
const PartsFolder = Folder + "parts/"

// The folders of files that are found by what is sought: terms and what belongs to
// them in trees, documents in pieces. Their paths are no hashes, so that a reader needs
// no table that grows with the index; the root has a hash of them all, which readers
// add to the address, so that no browser takes an older one for it. All names are
// after those of parts.
const (
	termsFolder  = "terms"
	titlesFolder = "titles" // whole titles
	asideFolder  = "tallies"
	soundsFolder = "sounds"
	wordsFolder  = "words"
	turnedFolder = "turned" // words read backwards
	shownFolder  = "shown"
	columnFolder = "values"
	sumsFolder   = "sums"
)

// Folders are those that an index has files in, each with a slash at its end.
func Folders() []string {
	out := []string{PartsFolder}
	for _, name := range []string{termsFolder, titlesFolder, asideFolder, soundsFolder, wordsFolder, turnedFolder, shownFolder, columnFolder, sumsFolder} {
		out = append(out, Folder+name+"/")
	}
	return out
}

func treePath(folder string, b branch) string { return Folder + folder + "/" + b.path() + ".gz" }

// piecePath is where documents from a cell on stand, or a part of those of the cell.
func piecePath(folder string, cell uint32, part int) string {
	return fmt.Sprintf("%s%s/%d-%d.gz", Folder, folder, cell, part)
}

// nameBytes is how much of a content's hash names its file.
const nameBytes = 4

// files writes the files of an index, named by what is in them.
type files struct {
	write func(path string, data []byte) error
	taken map[[nameBytes]byte][sha256.Size]byte
	sum   [sha256.Size]byte // of the files that are found by their place, one after another
	buf   bytes.Buffer
	zip   *gzip.Writer
	count int
	bytes int64
}

func newFiles(write func(string, []byte) error) *files {
	return &files{write: write, taken: map[[nameBytes]byte][sha256.Size]byte{}, zip: gzip.NewWriter(nil)}
}

// put writes a file and gives its name. Where two contents would have one name
// the later one is named by the hash of its hash.
func (f *files) put(data []byte) ([]byte, error) {
	sum := sha256.Sum256(data)
	name := [nameBytes]byte(sum[:])
	for next := sum; ; {
		have, used := f.taken[name]
		if used && have == sum {
			return name[:], nil
		}
		if !used {
			break
		}
		next = sha256.Sum256(next[:])
		name = [nameBytes]byte(next[:])
	}
	f.taken[name] = sum
	return name[:], f.save(PartsFolder+hex.EncodeToString(name[:])+".gz", data)
}

// place writes a file that is found by its place.
func (f *files) place(path string, data []byte) error {
	f.sum = sha256.Sum256(append(f.sum[:], data...))
	return f.save(path, data)
}

func (f *files) save(path string, data []byte) error {
	f.buf.Reset()
	f.zip.Reset(&f.buf)
	// Writing to memory cannot fail.
	_, _ = f.zip.Write(data)
	_ = f.zip.Close()
	f.count++
	f.bytes += int64(f.buf.Len())
	return f.write(path, f.buf.Bytes())
}

// cut decides where a sequence of items is divided: before an item whose hash
// says so, when least is reached, and always at most. The larger an item the
// more likely a cut, so that pieces are about least and spread long.
type cut struct {
	least, spread, most int
	size                int
}

func (c *cut) before(hash uint32, size int) bool {
	yes := c.size > 0 && (c.size+size > c.most || c.size >= c.least && uint64(hash) < uint64(size)<<32/uint64(c.spread))
	if yes {
		c.size = 0
	}
	c.size += size
	return yes
}
