package search

import "encoding/hex"

// version is that of the format; a reader refuses another.
const version = 3

// rootJSON is root.gz.
type rootJSON struct {
	Version   int         `json:"v"`
	Documents int         `json:"n"`
	Languages []string    `json:"langs"`
	Currency  string      `json:"currency"`
	Digits    int         `json:"digits"`
	Facets    []facetJSON `json:"facets"`
	All       string      `json:"all"` // base64: the counts of all documents
	Terms     tableJSON   `json:"terms"`
	Titles    tableJSON   `json:"titles"`
	Shown     shownJSON   `json:"docs"`
	Columns   tableJSON   `json:"cols"`
	Aside     tableJSON   `json:"aside"` // of terms: their counts of facets with late names
	Sounds    tableJSON   `json:"sounds"`
	Words     tableJSON   `json:"words"`
	Backwards tableJSON   `json:"back"`
	Amounts   string      `json:"amounts"` // the file with the table of pieces by amount
	Fold      string      `json:"fold"`    // the file with foldedPairs
}

// shownJSON tells where documents as shown stand.
type shownJSON struct {
	Hash  string   `json:"v"`     // of all of them
	Cells []uint32 `json:"cells"` // the first ones of the pieces, each as the distance from the one before
	Parts []uint32 `json:"parts"` // in how many pieces each is divided
}

// facetJSON is a facet: its values stand in the root or, where they are many, in
// a file.
type facetJSON struct {
	ID     string  `json:"id"`
	Values [][]any `json:"values,omitempty"` // index, id, label, label of the second language or "", index of the parent plus one
	File   string  `json:"file,omitempty"`
}

func hexName(name []byte) string { return hex.EncodeToString(name) }
