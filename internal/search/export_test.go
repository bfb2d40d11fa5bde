package search

import "strings"

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
		case !strings.HasPrefix(path, PartsFolder):
			out[path] = kindOfFolder[strings.Split(path, "/")[1]]
		default:
			out[path] = "others"
		}
	}
	enter := func(kind string) func(name string) error {
		return func(name string) error { out[PartsFolder+name+".gz"] = kind; return nil }
	}
	for _, path := range x.leaves(termsFolder, 0, 0) {
		if err := x.blocks(path, enter("blocks of lists"), enter("pieces by amount")); err != nil {
			return nil, err
		}
	}
	_ = enter("pieces by amount")(x.root.Amounts)
	data, err := x.file(x.root.Amounts)
	if err != nil {
		return nil, err
	}
	return out, eachPiece(data, enter("pieces by amount"))
}

var kindOfFolder = map[string]string{
	termsFolder: "terms", titlesFolder: "whole titles", asideFolder: "counts aside", soundsFolder: "words and sounds", wordsFolder: "words and sounds",
	turnedFolder: "words and sounds", shownFolder: "records as shown", columnFolder: "columns", sumsFolder: "columns",
}

// eachPiece gives the names in a table of pieces by amount.
func eachPiece(table []byte, each func(name string) error) error {
	for d := (decoder{b: table}); len(d.b) > 0; {
		d.uint()
		d.uint()
		if err := each(d.name()); err != nil {
			return err
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
			if err := eachPiece(table, piece); err != nil {
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
