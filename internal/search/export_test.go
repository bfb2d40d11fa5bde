package search

import (
	"encoding/base64"
	"strings"
)

// Kinds tells what every file of an index holds, by its path.
func Kinds(read func(path string) ([]byte, error), paths []string) (map[string]string, error) {
	x, err := Open(read, "zh")
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, path := range paths {
		switch {
		case path == rootPath:
			out[path] = "root"
		case strings.HasPrefix(path, ShownFolder):
			out[path] = "records as shown"
		default:
			out[path] = "others"
		}
	}
	enter := func(kind string) func(name string) error {
		return func(name string) error { out[PartsFolder+name+".gz"] = kind; return nil }
	}
	shard := func(name string) error {
		_ = enter("term shards")(name)
		return x.blocks(name, enter("blocks of lists"), enter("pieces by amount"))
	}
	for _, t := range []struct {
		kind  string
		table tableJSON
		names int
		each  func(name string) error
	}{
		{"term shards", x.root.Terms, 0, shard}, {"whole titles", x.root.Titles, 0, enter("whole titles")},
		{"columns", x.root.Columns, 2, enter("columns")}, {"counts aside", x.root.Aside, 0, enter("counts aside")},
		{"words and sounds", x.root.Sounds, 0, enter("words and sounds")}, {"words and sounds", x.root.Words, 0, enter("words and sounds")},
		{"words and sounds", x.root.Backwards, 0, enter("words and sounds")},
	} {
		if err := x.namesOf(t.table, t.names, enter("tables of "+t.kind), t.each); err != nil {
			return nil, err
		}
	}
	_ = enter("pieces by amount")(x.root.Amounts)
	data, err := x.file(x.root.Amounts)
	if err != nil {
		return nil, err
	}
	return out, pieces(data, enter("pieces by amount"))
}

// pieces gives the names in a table of pieces by amount.
func pieces(table []byte, each func(name string) error) error {
	for d := (decoder{b: table}); len(d.b) > 0; {
		d.uint()
		d.uint()
		if err := each(d.name()); err != nil {
			return err
		}
	}
	return nil
}

// namesOf gives the names of the files of a table, and those of its parts.
func (x *Index) namesOf(t tableJSON, names int, part, each func(name string) error) error {
	data, err := base64.StdEncoding.DecodeString(t.Data)
	if err != nil {
		return err
	}
	rows := readRows(data, names*(1-t.Level)+t.Level*min(names, 1))
	if t.Level == 1 {
		parts := rows
		rows = nil
		for _, p := range parts {
			if err := part(p.names[0]); err != nil {
				return err
			}
			data, err := x.file(p.names[0])
			if err != nil {
				return err
			}
			rows = append(rows, readRows(data, names)...)
		}
	}
	for _, r := range rows {
		for _, name := range r.names {
			if err := each(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// blocks gives the names of the blocks of the lists of a shard, and of the pieces by
// amount of its values of facets.
func (x *Index) blocks(shard string, each, piece func(name string) error) error {
	entries, _, err := x.shard(shard)
	if err != nil {
		return err
	}
	for term, b := range entries {
		e := readEntry(term, b)
		if strings.HasPrefix(term, markFacet) && e.n >= topFrom {
			_, table := largest(e.rest)
			if err := pieces(table, piece); err != nil {
				return err
			}
		}
		for _, l := range []*list{e.title, e.body} {
			for _, p := range l.parts {
				if p.name == "" {
					continue
				}
				if err := each(p.name); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
