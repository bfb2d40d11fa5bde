package search

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
)

// Index is an index open for reading. It answers as static/search/engine.js does,
// from the same files in the same order. It is not safe for concurrent use.
type Index struct {
	// Bytes and Requests are what was read so far.
	Bytes, Requests int

	read   func(path string) ([]byte, error)
	root   rootJSON
	all    []byte
	cells  []uint32 // the first ones of the pieces of documents as shown
	tables [tables]lookup
	lang   int
	files  map[string][]byte
	shards map[string]map[string][]byte
	orders map[string][]string // terms of a shard in order
	values [facets]map[int]valueRow
}

// The tables of a root.
const (
	tableTerms = iota
	tableTitles
	tableColumns
	tableSounds
	tableWords
	tableBackwards
	tables
)

// lookup is a table that is being read.
type lookup struct {
	level int
	names int // of each row; 0 for a table of terms, which has one
	rows  []row
}

type row struct {
	key   string
	num   number
	n     int
	names []string
}

type valueRow struct {
	id, label string
	parent    int
}

// Open reads the root of an index. read gives a file by its path below the site's
// root; lang is the language of labels and addresses.
func Open(read func(path string) ([]byte, error), lang string) (*Index, error) {
	x := &Index{read: read, files: map[string][]byte{}, shards: map[string]map[string][]byte{}, orders: map[string][]string{}}
	text, err := x.file(rootName)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &x.root); err != nil {
		return nil, fmt.Errorf("reading %s: %w", rootPath, err)
	}
	if x.root.Version != version || len(x.root.Facets) != int(facets) {
		return nil, errors.New("the index is of another version")
	}
	for i, l := range x.root.Languages {
		if l == lang {
			x.lang = i
		}
	}
	names := [tables]int{0, 0, 2, 0, 0, 0}
	for i, t := range []tableJSON{x.root.Terms, x.root.Titles, x.root.Columns, x.root.Sounds, x.root.Words, x.root.Backwards} {
		data, err := base64.StdEncoding.DecodeString(t.Data)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", rootPath, err)
		}
		x.tables[i] = lookup{level: t.Level, names: names[i], rows: readRows(data, names[i]*(1-t.Level)+t.Level*min(names[i], 1))}
	}
	cell := uint32(0)
	for _, distance := range x.root.Shown.Cells {
		cell += distance
		x.cells = append(x.cells, cell)
	}
	x.all, err = base64.StdEncoding.DecodeString(x.root.All)
	return x, err
}

// file is a file of the index that is named by its content, or the root, unpacked.
func (x *Index) file(name string) ([]byte, error) {
	if name == rootName {
		return x.open(rootPath)
	}
	return x.open(PartsFolder + name + ".gz")
}

func (x *Index) open(path string) ([]byte, error) {
	if data, ok := x.files[path]; ok {
		return data, nil
	}
	packed, err := x.read(path)
	if err != nil {
		return nil, err
	}
	x.Requests++
	x.Bytes += len(packed)
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	x.files[path] = data
	return data, nil
}

func (d *decoder) name() string { return hex.EncodeToString(d.bytes(nameBytes)) }

func (d *decoder) text() []byte { return d.bytes(int(d.uint())) }

// shared reads a text that begins as the one before does.
func (d *decoder) shared(last string) string {
	n := min(int(d.uint()), len(last))
	return last[:n] + string(d.text())
}

func readRows(b []byte, names int) []row {
	d := decoder{b: b}
	var rows []row
	var cell uint32
	last := ""
	for len(d.b) > 0 {
		var r row
		if names == 0 {
			r.key = d.shared(last)
			last = r.key
		} else {
			cell += uint32(d.uint())
			r.num = numberOf(cell, uint32(d.uint()))
			r.n = int(d.uint())
		}
		for range max(names, 1) {
			r.names = append(r.names, d.name())
		}
		rows = append(rows, r)
	}
	return rows
}

// lastBefore is the last of n that is not after, at least 0.
func lastBefore(n int, after func(i int) bool) int { return max(0, sort.Search(n, after)-1) }

// row finds the rows around a key, and the one that it belongs to.
func (x *Index) row(which int, after func(r *row) bool) ([]row, int, error) {
	t := &x.tables[which]
	rows := t.rows
	at := lastBefore(len(rows), func(i int) bool { return after(&rows[i]) })
	if t.level > 0 && len(rows) > 0 {
		data, err := x.file(rows[at].names[0])
		if err != nil {
			return nil, 0, err
		}
		rows = readRows(data, t.names)
		at = lastBefore(len(rows), func(i int) bool { return after(&rows[i]) })
	}
	return rows, at, nil
}

// rowAndNext is row with the row after it, which may stand in another part.
func (x *Index) rowAndNext(which int, after func(r *row) bool) ([]row, int, error) {
	rows, at, err := x.row(which, after)
	t := &x.tables[which]
	if err != nil || t.level == 0 || at+1 < len(rows) {
		return rows, at, err
	}
	next := lastBefore(len(t.rows), func(i int) bool { return after(&t.rows[i]) }) + 1
	if next >= len(t.rows) {
		return rows, at, nil
	}
	data, err := x.file(t.rows[next].names[0])
	if err != nil {
		return nil, 0, err
	}
	more := readRows(data, t.names)
	return append(rows, more[:min(len(more), 1)]...), at, nil
}

// shard reads a shard's terms and their entries.
func (x *Index) shard(name string) (map[string][]byte, []string, error) {
	if s, ok := x.shards[name]; ok {
		return s, x.orders[name], nil
	}
	data, err := x.file(name)
	if err != nil {
		return nil, nil, err
	}
	d := decoder{b: data}
	entries := map[string][]byte{}
	var order []string
	last := ""
	for len(d.b) > 0 {
		last = d.shared(last)
		entries[last] = d.text()
		order = append(order, last)
	}
	x.shards[name], x.orders[name] = entries, order
	return entries, order, nil
}

// valuesOf are the values of a facet, by index plus one.
func (x *Index) valuesOf(facet int) (map[int]valueRow, error) {
	if x.values[facet] != nil {
		return x.values[facet], nil
	}
	f := x.root.Facets[facet]
	rows := f.Values
	if f.File != "" {
		data, err := x.file(f.File)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(data, &rows); err != nil {
			return nil, fmt.Errorf("reading %s.gz: %w", f.File, err)
		}
	}
	m := map[int]valueRow{}
	for _, r := range rows {
		if len(r) != 5 {
			return nil, errors.New("the index is not whole")
		}
		index, _ := r[0].(float64)
		id, _ := r[1].(string)
		label, _ := r[2].(string)
		if second, _ := r[3].(string); x.lang > 0 && second != "" {
			label = second
		}
		parent, _ := r[4].(float64)
		m[int(index)+1] = valueRow{id, label, int(parent)}
	}
	x.values[facet] = m
	return m, nil
}
