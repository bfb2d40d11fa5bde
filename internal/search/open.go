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
	shown  places           // of documents
	trees  map[string]*tree // by folder
	newest []number
	lang   int
	files  map[string][]byte
	shards map[string]map[string][]byte
	orders map[string][]string // terms of a shard in order
	values [facets]map[int]valueRow
}

type valueRow struct {
	id, label string
	parent    int
}

// Open reads the root of an index. read gives a file by its path below the site's
// root; lang is the language of labels and addresses.
func Open(read func(path string) ([]byte, error), lang string) (*Index, error) {
	x := &Index{read: read, trees: map[string]*tree{}, files: map[string][]byte{}, shards: map[string]map[string][]byte{}, orders: map[string][]string{}}
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
	for name, shape := range x.root.Trees {
		if x.trees[name], err = readTree(shape); err != nil {
			return nil, fmt.Errorf("reading %s: %w", rootPath, err)
		}
	}
	x.shown = x.root.Shown.places()
	newest, err := base64.StdEncoding.DecodeString(x.root.Newest)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", rootPath, err)
	}
	x.newest = numbers(newest)
	return x, nil
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

// lastBefore is the last of n that is not after, at least 0.
func lastBefore(n int, after func(i int) bool) int { return max(0, sort.Search(n, after)-1) }

// entryOf is what a table of terms has of a term; nil where it has none.
func (x *Index) entryOf(table, term string) ([]byte, error) {
	for _, path := range x.leaves(table, codeOf(term), codeBits) {
		entries, _, err := x.shard(path)
		return entries[term], err
	}
	return nil, nil
}

func (x *Index) leaves(table string, code uint64, known int) []string {
	t := x.trees[table]
	if t == nil {
		return nil
	}
	return t.files(table, code, known)
}

// shard reads a file's terms and their entries.
func (x *Index) shard(path string) (map[string][]byte, []string, error) {
	if s, ok := x.shards[path]; ok {
		return s, x.orders[path], nil
	}
	data, err := x.open(path)
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
	x.shards[path], x.orders[path] = entries, order
	return entries, order, nil
}

// valuesOf are the values of a facet, by index plus one.
func (x *Index) valuesOf(facet int) (map[int]valueRow, error) {
	if x.values[facet] != nil {
		return x.values[facet], nil
	}
	f := x.root.Facets[facet]
	rows := f.Values
	if x.lang < len(f.Files) {
		data, err := x.file(f.Files[x.lang])
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(data, &rows); err != nil {
			return nil, fmt.Errorf("reading %s.gz: %w", f.Files[x.lang], err)
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
