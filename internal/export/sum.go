package export

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
)

// File describes a download in data/index.json.
type File struct {
	Path      string // below the site's root
	Bytes     int64
	SHA256    string // in hexadecimal
	MediaType string
	Table     string // "" for what is not a table
	Rows      int    // of a table, without the headings
	Columns   int
}

// sum counts and hashes what passes through it.
type sum struct {
	to   io.Writer
	hash hash.Hash
	n    int64
}

func newSum(to io.Writer) *sum { return &sum{to: to, hash: sha256.New()} }

func (s *sum) Write(p []byte) (int, error) {
	n, err := s.to.Write(p)
	s.hash.Write(p[:n])
	s.n += int64(n)
	return n, err
}

func (s *sum) file(path, mediaType string) File {
	return File{Path: path, Bytes: s.n, SHA256: hex.EncodeToString(s.hash.Sum(nil)), MediaType: mediaType}
}
