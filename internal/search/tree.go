package search

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// A tree divides the terms of a table, each with its entry, among files by the bits
// of their codes: what fits into a file is one, what does not is divided by the next
// bit. So where a term stands follows from the shape of the tree alone, which takes
// some bits a file, and one term more touches no file but its own.

// levels are of how many characters of a term each eight bits of its code are. So
// what begins alike stands together, and a beginning tells where.
var levels = [...]int{1, 2, 3, 4, 6, maxWord}

const codeBits = 8 * len(levels)

// codeOf is a term's code. That of a term with a mark is of all of it; that of one
// that is a whole title is the term's own.
func codeOf(term string) uint64 {
	code, _ := codeOfBeginning(strings.TrimPrefix(term, markOnly))
	return code
}

// codeOfBeginning is the code of a beginning, and how many of its bits are those of
// every term that begins so.
func codeOfBeginning(start string) (code uint64, known int) {
	end, have := 0, 0 // of the characters that are taken
	for k, n := range levels {
		if start != "" && start[0] < '0' {
			end = len(start)
		}
		for ; have < n && end < len(start); have++ {
			end++
			for end < len(start) && start[end]&0xC0 == 0x80 {
				end++
			}
		}
		if have == n {
			known += 8
		}
		code = code<<8 | uint64(hash(start[:end])>>(8*(k%4))&255)
	}
	return code, known
}

// byCode compares terms by their codes.
func byCode(code uint64, term string, code2 uint64, term2 string) int {
	return cmp.Or(cmp.Compare(code, code2), cmp.Compare(term, term2))
}

// treeWriter writes a tree.
type treeWriter struct {
	files *files
	name  string // of its folder
	limit int    // bytes of a file before packing, unless it has one term

	shape []bool   // of every node in order: whether it is divided; if not, whether it has terms
	nodes []branch // nodes still to come, the next one last
	held  []leaf   // terms of the nodes that are not written yet, in order
	mine  int      // how many of them are the next node's
	size  int      // of those
}

// branch is a node: the first bits of its terms' codes.
type branch struct {
	bits  uint64
	depth int
}

type leaf struct {
	code  uint64
	term  string
	entry []byte
}

func (b branch) has(code uint64) bool { return code>>(codeBits-b.depth) == b.bits }

// path is a node's name: its bits after a one.
func (b branch) path() string { return strconv.FormatUint(1<<b.depth|b.bits, 36) }

func newTree(f *files, name string, limit int) *treeWriter {
	return &treeWriter{files: f, name: name, limit: limit, nodes: []branch{{}}}
}

// add enters a term, in the order of byCode; the entry is the caller's again.
func (t *treeWriter) add(term string, entry []byte) error {
	t.held = append(t.held, leaf{codeOf(term), term, slices.Clone(entry)})
	return t.settle(false)
}

// fill enters all terms of a small table, in any order; finish then writes them.
func (t *treeWriter) fill(all []leaf) *treeWriter {
	t.held = inOrder(all)
	return t
}

// inOrder sorts terms by their codes, which it sets.
func inOrder(all []leaf) []leaf {
	for i := range all {
		all[i].code = codeOf(all[i].term)
	}
	slices.SortFunc(all, func(a, b leaf) int { return byCode(a.code, a.term, b.code, b.term) })
	return all
}

// settle writes the nodes of which all terms are there.
func (t *treeWriter) settle(all bool) error {
	for len(t.nodes) > 0 {
		next := t.nodes[len(t.nodes)-1]
		for t.mine < len(t.held) && next.has(t.held[t.mine].code) {
			t.size += len(t.held[t.mine].entry) + len(t.held[t.mine].term)/2 + 3
			t.mine++
		}
		divided := t.size > t.limit && t.mine > 1 && next.depth < codeBits
		if !divided && !all && t.mine == len(t.held) {
			return nil // more may come
		}
		t.nodes = t.nodes[:len(t.nodes)-1]
		t.shape = append(t.shape, divided)
		if divided {
			t.nodes = append(t.nodes, branch{next.bits<<1 | 1, next.depth + 1}, branch{next.bits << 1, next.depth + 1})
		} else if err := t.write(next); err != nil {
			return err
		}
		t.mine, t.size = 0, 0
	}
	return nil
}

// write writes the terms of a node, if there are any, in their order.
func (t *treeWriter) write(b branch) error {
	t.shape = append(t.shape, t.mine > 0)
	if t.mine == 0 {
		return nil
	}
	terms := t.held[:t.mine]
	slices.SortFunc(terms, func(a, b leaf) int { return cmp.Compare(a.term, b.term) })
	var data []byte
	last := ""
	for _, l := range terms {
		data = appendShared(data, last, l.term)
		data = binary.AppendUvarint(data, uint64(len(l.entry)))
		data = append(data, l.entry...)
		last = l.term
	}
	t.held = slices.Delete(t.held, 0, t.mine)
	return t.files.place(treePath(t.name, b), data)
}

// finish writes what is left, and gives the shape as the root has it.
func (t *treeWriter) finish() (string, error) {
	if err := t.settle(true); err != nil {
		return "", err
	}
	b := make([]byte, (len(t.shape)+7)/8)
	for i, yes := range t.shape {
		if yes {
			b[i/8] |= 0x80 >> (i % 8)
		}
	}
	return base64.StdEncoding.EncodeToString(b), nil
}

// appendShared writes a text as the length of what it shares with the one before,
// the length of the rest, and the rest.
func appendShared(b []byte, last, s string) []byte {
	n := 0
	for n < len(last) && n < len(s) && last[n] == s[n] {
		n++
	}
	b = binary.AppendUvarint(b, uint64(n))
	return appendText(b, s[n:])
}

// tree is a node of a tree that is read.
type tree struct {
	file  bool // whether it has terms and is not divided
	parts [2]*tree
}

var errShape = errors.New("the index has a tree without an end")

// readTree reads a shape.
func readTree(shape string) (*tree, error) {
	b, err := base64.StdEncoding.DecodeString(shape)
	if err != nil {
		return nil, err
	}
	at := 0
	bit := func() bool {
		at++
		return at <= 8*len(b) && b[(at-1)/8]&(0x80>>((at-1)%8)) != 0
	}
	var read func(depth int) *tree
	read = func(depth int) *tree {
		if depth > codeBits || !bit() {
			return &tree{file: bit()}
		}
		return &tree{parts: [2]*tree{read(depth + 1), read(depth + 1)}}
	}
	t := read(0)
	if at > 8*len(b) {
		return nil, errShape
	}
	return t, nil
}

// files are the paths of those that have terms with the first known bits of a code,
// in order.
func (t *tree) files(name string, code uint64, known int) []string {
	var out []string
	var walk func(t *tree, b branch)
	walk = func(t *tree, b branch) {
		if t.file {
			out = append(out, treePath(name, b))
		}
		for bit, part := range t.parts {
			if part != nil && (b.depth >= known || int(code>>(codeBits-1-b.depth)&1) == bit) {
				walk(part, branch{b.bits<<1 | uint64(bit), b.depth + 1})
			}
		}
	}
	walk(t, branch{})
	return out
}
