package search

import "encoding/hex"

// version is that of the format; a reader refuses another.
const version = 4

// rootJSON is root.gz.
type rootJSON struct {
	Version   int         `json:"v"`
	Documents int         `json:"n"`
	Languages []string    `json:"langs"`
	Currency  string      `json:"currency"`
	Digits    int         `json:"digits"`
	Facets    []facetJSON `json:"facets"`
	All       string      `json:"all"`     // base64: the counts of all documents
	Newest    string      `json:"newest"`  // base64: a segment, of the newest documents that have a day
	Amounts   string      `json:"amounts"` // the file with the table of pieces by amount
	Fold      string      `json:"fold"`    // the file with foldedPairs

	Placed string            `json:"placed"` // hash of all files that are found by their place
	Trees  map[string]string `json:"trees"`  // by folder: the shape, in base64
	Shown  pieces            `json:"shown"`
	Values pieces            `json:"values"` // and sums
}

// facetJSON is a facet: its values stand in the root or, where they are many, in
// a file for each language.
type facetJSON struct {
	ID     string   `json:"id"`
	Values [][]any  `json:"values,omitempty"` // index, id, label, label of the second language or "", index of the parent plus one
	Files  []string `json:"files,omitempty"`
}

func hexName(name []byte) string { return hex.EncodeToString(name) }
