// Package search writes and reads the search index: files that a browser fetches
// one by one, so that a search of a million records needs no server and loads
// nothing whose size grows with their number but a small root. Build writes an
// index; Of is the source of a site; Open reads an index as
// static/search/engine.js does.
//
// # Files
//
// All files are packed by gzip. search/root.gz is JSON (rootJSON). Files in
// search/parts/ are named by the first 4 bytes of their content's SHA-256 in
// hexadecimal digits. All others stand where what is sought tells: terms in trees,
// documents in pieces. Files hold numbers as unsigned LEB128 ("uint"), texts as their
// length in bytes and UTF-8, and names as those 4 bytes.
//
// Readers add the hash of all files that are found by their place, from the root, to
// the address after a question mark: a browser then keeps none of another build's. A
// page that is open while another site is published finds under a path what belongs
// there, or nothing, and then opens the index anew.
//
// # Numbers of documents
//
// A document has a cell and a slot; their order is the order of results, newest
// first. Cell 64 + 109572 − d is the day d since 1900-01-01; cells below 64 are
// those of undated kinds that lead (areas, agencies, policies …), those above the
// days of undated kinds that follow (organizations). A slot is FNV-1a of
// "type/id", mixed, in a table of a power of two of which a third at least is free:
// of 32, 256, 1,024 or further powers of four times that; below 12,000 documents, of
// any (seats). In the order of the names each takes its slot or, where that is taken,
// the same one of the next table after it.
// So a number depends on the documents of its own day alone, and mostly on its own
// name. A segment is a sorted list of numbers: see appendNumbers.
//
// # Pieces
//
// The root lists the cells at which a file of documents begins, and in how many parts
// its documents are, a power of two; more than one where a cell is alone. A document is
// in the file of the last cell not after its own, in the part that is left over when
// its slot is divided by their number: FOLDER/CELL-PART.gz.
//
// # Trees
//
// A term has a code of 48 bits: eight each of its first character, its first two, three,
// four and six, and of all of it. They are a byte of the hash of those characters (as of
// slots): the lowest, the second, third, fourth, lowest and second one. A term whose
// first byte is below "0" is taken whole each time. A table of terms is a binary tree by
// these bits: a node whose entries fit into a file is one, another is divided. The root
// has its shape, each node before its halves: a bit whether it is divided and, if not,
// one whether there is a file. The file is named by the node's bits after a one, as a
// number to the base 36: FOLDER/NUMBER.gz. So a term is found without a table of files,
// one more touches its own file alone, and terms that begin alike stand side by side:
// of a beginning four files are read at most.
//
// # Cuts
//
// Other sequences that are divided into files are cut where the hash of an item says
// so, within a least and a most size (cut). An inserted item moves no cut but its
// neighbours'. Pieces are larger from 12,000 documents on: crossing that number
// rewrites the index.
//
// # Terms
//
// Texts are folded: NFKC, lower case, no accents, simplified for traditional
// characters. Runs of Han and kana, across punctuation and spaces, give their
// pairs of characters, their triples ("\x04" and three characters), and their last
// character alone; other letters and digits give words. Beside these: "\x01" all
// documents, "\x01facet=value" and every value above it, "\x03" with the hash of a title's letters and digits (FNV-1a, mixed,
// in 8 hexadecimal digits) whole titles, "\x02" before a term titles that are no more
// than it, in the file of the term, "#id" identifiers whole, and "!ylf"
// triples of initials of titles. A term has two tiers of documents: those with it
// in the title, and those with it in the body alone; identifiers of what a document
// is about are of the second, and so are the words of a title that names another
// record, which is to stand before it (Document.Behind).
//
// # What is exact
//
// A run of two characters is a term, and so is one of three. A longer one is met as
// the fewest triples that cover it, each listed with its places in every document:
// a document counts where the places are those of the run, in its title, body or
// across the punctuation of either, so that no text has to be loaded to verify it.
// Words have places in titles alone, which tell what stands side by side there.
// Where no document has a query as it stands, runs are met by their pairs, or else
// by their triples wherever those stand, and words also by what is written nearly so:
// the answer then names the runs and is not called exact. Words of letters are met each by itself.
//
// The total of one term or filter, its counts and its sums stand in its entry: all
// values of every facet, however rare. Of several terms the documents are met until
// those that are shown are there, and then to the end where 6 blocks of lists or
// fewer reach it: most queries of 100,000 documents are so counted whole. Others go
// on to 50 documents, with as many blocks, and are estimated from the share of the
// shortest list that was met, and called so. No walk reads more than 16 blocks, one of
// titles 8. Their facets are counted from columns, two files of about a thousand
// documents, or all of them where that is asked for.
//
// # Entries
//
// A file of a tree has terms in the order of their bytes: shared prefix with the one
// before (uint), rest (text), length of the entry (uint), entry. An entry is the list of
// each tier and, from 17 documents on, the counts by facet (histogram.append), from 257
// on also the largest by amount (appendLargest); after that, from 12,000 documents on, a
// value of a facet that fewer than half have also has the table of its own pieces by
// amount. A list is its length (uint) and, unless that is 0, its beginning (length,
// bytes), the number of further blocks, and for each the distance of the first
// document's cell from that of the block before, its slot, and the name of its file. A
// beginning or block is a segment; of a triple, and of a word in the first tier, it
// is the length of the segment, the segment, and the places of one document after
// another (appendPlaces): those of titles from 0 on, those of bodies from 1024 on. A
// run takes a place for each character and one after it, a word takes one, and each
// text ends with one.
//
// The trees: search/terms/; titles/, of whole titles; tallies/, of the counts of a facet
// with more than 24 values whose names are loaded late, as in an entry, by the least
// hash of the term's documents, which the entry has, in ten digits, the facet and the
// term; sounds/, which gives for two syllables of pinyin the pairs of characters that
// titles have, one after another; and words/, words with the bits of the number of
// their documents, with turned/, the same read backwards.
//
// # Other files
//
// Documents as shown: JSON arrays of rows (shown.row), in pieces in search/shown/. What
// is counted, in larger ones: in search/values/ a segment with its length, then facet by
// facet the values that occur, the most frequent first, and of each document which of
// them (appendColumn); in search/sums/ what projects were awarded and paid, in minor
// units plus one, and the people they served, each divided by what divides all
// (appendSums).
//
// By content: blocks of lists; pieces by amount, and their tables: appendAmounts; values
// of large facets: JSON as in the root, in a file for each language. The values of a
// facet have slots as documents have. The newest documents stand in the root, so that
// what is shown before anything is asked needs no list.
package search
