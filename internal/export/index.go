package export

import (
	"io"
	"strconv"

	"gongkai/internal/model"
)

// IndexPath is where the list of all downloads stands.
const IndexPath = "data/index.json"

// Pattern is a kind of download that every record of a table has, too many to
// list one by one.
type Pattern struct {
	Path      string // "projects/{id}.json"
	MediaType string
	Table     string
	Files     int
}

// WriteIndex prints the list of all downloads: what the site is, every file with
// its size and SHA-256, and the patterns of the others. In a pattern's path
// {id} is the last part of a record's url without its ending.
func WriteIndex(w io.Writer, d *model.Dataset, files []File, patterns []Pattern) error {
	var out encoder
	out.open('{')
	out.key("title")
	out.text(d.Config.Title)
	out.member("licence", d.Config.Licence)
	out.key("demonstration")
	out.raw(boolean(d.Config.Demonstration))
	out.member("as_of", d.Config.AsOf.String())
	out.key("files")
	out.open('[')
	for _, f := range files {
		out.next()
		f.write(&out)
	}
	out.close(']')
	out.key("patterns")
	out.open('[')
	for _, p := range patterns {
		out.next()
		out.open('{')
		out.member("path", p.Path)
		out.member("media_type", p.MediaType)
		out.member("table", p.Table)
		out.key("files")
		out.raw(strconv.Itoa(p.Files))
		out.close('}')
	}
	out.close(']')
	out.b = append(out.b, '\n')
	out.close('}')
	out.b = append(out.b, '\n')
	_, err := w.Write(out.b)
	return err
}

func (f File) write(out *encoder) {
	out.open('{')
	out.member("path", f.Path)
	out.key("bytes")
	out.raw(strconv.FormatInt(f.Bytes, 10))
	out.member("sha256", f.SHA256)
	out.member("media_type", f.MediaType)
	out.member("table", f.Table)
	out.key("rows")
	out.raw(strconv.Itoa(f.Rows))
	out.key("columns")
	out.raw(strconv.Itoa(f.Columns))
	out.close('}')
}
