package output

import "encoding/binary"

// texts are many short texts side by side in blocks, each behind its length.
type texts struct{ blocks [][]byte }

// A textPlace is the number of a text's block and its place in it.
type textPlace uint32

const (
	textBits = 16 // of a place within a block
	textRoom = 1 << textBits
)

// add copies a text. One that is longer than a block has a block of its own.
func (t *texts) add(s string) textPlace {
	last, need := len(t.blocks)-1, len(s)+binary.MaxVarintLen32
	if last < 0 || len(t.blocks[last])+need > textRoom {
		t.blocks = append(t.blocks, make([]byte, 0, max(need, textRoom)))
		last++
	}
	b := t.blocks[last]
	at := textPlace(last<<textBits | len(b))
	t.blocks[last] = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	return at
}

// at is the text at a place, which is not to be changed.
func (t *texts) at(p textPlace) []byte {
	b := t.blocks[p>>textBits][p%textRoom:]
	n, length := binary.Uvarint(b)
	return b[length:][:n]
}
