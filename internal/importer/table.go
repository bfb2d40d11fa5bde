package importer

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
)

// Table is rows that become one file, or with others of the same table one file
// of its folder.
type Table struct {
	Name     string // of gongkai's tables
	Headings []string
	Rows     [][]string // as long as Headings or shorter
}

// add keeps a table. Rows under the same headings continue those before them,
// as the sheets of a table that was too long for one do.
func (b *Batch) add(t *Table) {
	for _, other := range b.tables {
		if other.Name == t.Name && slices.Equal(other.Headings, t.Headings) {
			other.Rows = append(other.Rows, t.Rows...)
			return
		}
	}
	b.tables = append(b.tables, t)
}

// File is a table's file in a site's folder.
type File struct {
	Path string // slash-separated, below the site's folder
	Rows int
	text []byte
}

// Files are the files that Write makes: data/TABLE.csv, or data/TABLE/01.csv and
// so on where the input had the table under different headings.
func (b *Batch) Files() ([]File, error) {
	if err := b.Finish(); err != nil {
		return nil, err
	}
	count, nth := map[string]int{}, map[string]int{}
	for _, t := range b.tables {
		count[t.Name]++
	}
	var files []File
	for _, t := range b.tables {
		name := "data/" + t.Name + ".csv"
		if count[t.Name] > 1 {
			nth[t.Name]++
			name = fmt.Sprintf("data/%s/%02d.csv", t.Name, nth[t.Name])
		}
		text, err := t.csv()
		if err != nil {
			return nil, err
		}
		files = append(files, File{Path: name, Rows: len(t.Rows), text: text})
	}
	return files, nil
}

func (t *Table) csv() ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.Write(t.Headings); err != nil {
		return nil, err
	}
	row := make([]string, len(t.Headings))
	for _, cells := range t.Rows {
		clear(row)
		copy(row, cells)
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// Write puts the files into a site's folder, which is made where it is missing:
// all of them, or none. A table that the folder has in any form is an *Error.
func (b *Batch) Write(dir string) (files []File, err error) {
	if files, err = b.Files(); err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, failf("没有可以导入的行", "there are no rows to import")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	for _, t := range b.tables {
		if err := needFree(root, t.Name); err != nil {
			return nil, err
		}
	}
	return files, place(root, files)
}

// needFree refuses a table that the folder already has.
func needFree(root *os.Root, table string) error {
	for _, end := range []string{".csv", ".csv.gz", ".yaml", ".yml", ""} {
		name := "data/" + table + end
		if _, err := root.Lstat(name); err == nil {
			return failf("已经有 %q，没有导入任何东西；换一个文件夹，或先移走它", "there is %q already, and nothing was imported; name another folder, or move it away first", name)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// place writes every file under another name first, and then moves them; what
// was done is undone where a step fails.
func place(root *os.Root, files []File) (err error) {
	var made []string
	defer func() {
		if err != nil {
			for _, name := range slices.Backward(made) {
				err = errors.Join(err, root.Remove(name))
			}
		}
	}()
	for _, f := range files {
		if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
			return err
		}
		if err := writeNew(root, f.Path+".part", f.text); err != nil {
			return err
		}
		made = append(made, f.Path+".part")
	}
	for i, f := range files {
		if err := root.Rename(f.Path+".part", f.Path); err != nil {
			return err
		}
		made[i] = f.Path
	}
	return nil
}

func writeNew(root *os.Root, name string, text []byte) (err error) {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	if err = errors.Join(err, file.Close()); err != nil {
		err = errors.Join(err, root.Remove(name))
	}
	return err
}
