// Package search writes and reads the search index: files that a browser fetches
// one by one, so that a search of a million records needs no server and loads
// nothing whose size grows with their number but a small root. Build writes an
// index; Of is the source of a site; Open reads an index as
// static/search/engine.js does.
//
// # Files
//
// All files are packed by gzip. search/root.gz is JSON (rootJSON); every other
// file stands in search/parts/, is named by the first 4 bytes of its content's SHA-256 in
// hexadecimal digits and holds numbers as unsigned LEB128 ("uint"), texts as
// their length in bytes and UTF-8, and names as those 4 bytes.
//
// # Numbers of documents
//
// A document has a cell and a slot; their order is the order of results, newest
// first. Cell 64 + 109572 − d is the day d since 1900-01-01; cells below 64 are
// those of undated kinds that lead (areas, agencies, policies …), those above the
// days of undated kinds that follow (organizations). A slot is FNV-1a of
// "type/id", mixed, in a table of a power of two of at least one and a half times
// the cell's documents, taken in the order of the names with linear probing. So a
// number depends on the documents of its own day alone. A segment is a sorted
// list of numbers: see appendNumbers.
//
// # Cuts
//
// Every sequence that is divided into files is cut where the hash of an item says
// so, within a least and a most size (cut). An inserted item moves no cut but its
// neighbours'. Shards are larger from 8,000 documents on: crossing that number
// rewrites the index.
//
// # Terms
//
// Texts are folded: NFKC, lower case, no accents, simplified for traditional
// characters. Runs of Han and kana, across punctuation and spaces, give their
// pairs of characters and their last character alone; other letters and digits
// give words. Beside these: "\x01" all documents, "\x01facet=value" and every
// value above it, "\x02a b" adjacent words of a title, "\x03" with the hash of a
// title's letters and digits (FNV-1a, mixed, in 8 hexadecimal digits) whole titles,
// "#id" identifiers whole, "~yanglao" pairs of syllables and "!ylf" triples of
// initials of titles. A term has two tiers of documents: those with it in the
// title, and those with it in the body alone.
//
// # Shards
//
// A shard has the terms of a range (whole titles stand apart, in smaller ones), in the order of their bytes: shared prefix
// with the one before (uint), rest (text), length of the entry (uint), entry. An
// entry is the list of each tier and, from 17 documents on, the counts by facet
// (histogram.append), from 257 on also the largest by amount (appendLargest). A
// list is its length (uint) and, unless that is 0, the segment of its beginning
// (length, bytes), the number of further blocks, and for each the distance of the
// first document's cell from that of the block before, its slot, and the name of a
// file that is a segment.
//
// # Tables
//
// A table (tableJSON) tells where something stands. Rows of a table of terms: the
// shared prefix, the rest, a name. Of numbers: distance of the cell, slot, how
// many documents, one name (documents) or two (columns: facets, sums). At level 1
// each row names a file with rows: so are tables of more than 256 shards, 300 files
// of documents as shown, and 64 files of words or columns.
//
// # Other files
//
// Documents as shown: JSON arrays of rows (shown.row). Columns: a segment with its
// length, then facet by facet the value's index plus one of each document; the
// second file has what projects were awarded and paid, in minor units plus one,
// and the people they served. Pieces by amount: writeAmounts. Words: shared
// prefix, rest, documents; once more by their letters backwards. Values of large
// facets: JSON as in the root. The values of a facet have slots as documents have.
package search
