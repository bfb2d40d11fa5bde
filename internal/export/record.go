package export

import (
	"io"
	"reflect"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Records writes a record as JSON, beside its page. It is safe for concurrent
// use.
type Records struct {
	base    string
	schemas map[reflect.Type]*table.Schema // by the type of the entity
	hasPage func(path string) bool
	data    *model.Dataset
}

// NewRecords prepares the records of a dataset. HasPage says whether a page
// stands at a path such as "projects/P001.html".
func NewRecords(d *model.Dataset, hasPage func(path string) bool) *Records {
	r := &Records{
		base: d.Config.BaseURL, schemas: map[reflect.Type]*table.Schema{},
		hasPage: hasPage, data: d,
	}
	for _, t := range d.Tables() {
		r.schemas[reflect.TypeOf(t.Schema().New())] = t.Schema()
	}
	return r
}

// Len is the number of records.
func (r *Records) Len() int { return r.data.Len() }

// At is a record, in the order of the dataset.
func (r *Records) At(i int) table.Entity { return r.data.At(int32(i)) }

// Path is where a record's JSON stands; false where it has no page to stand
// beside.
func (r *Records) Path(e table.Entity) (string, bool) {
	path := model.Path(e)
	return path + ".json", r.hasPage(path + ".html")
}

// Write prints a record: its id, table, name and address, every field of its
// table, what refers to it, the columns that no field claims, and where each
// value stands in the publisher's files. A field without a value is null: it is
// not published.
func (r *Records) Write(w io.Writer, e table.Entity) error {
	var out encoder
	out.open('{')
	r.head(&out, e)
	r.fields(&out, e)
	r.links(&out, e)
	more(&out, e.Rec())
	provenance(&out, e, r.schema(e))
	out.b = append(out.b, '\n')
	out.close('}')
	out.b = append(out.b, '\n')
	_, err := w.Write(out.b)
	return err
}

// head is what identifies the record.
func (r *Records) head(out *encoder, e table.Entity) {
	out.member("id", e.Rec().ID)
	out.member("type", r.schema(e).Info.Name)
	if f := r.schema(e).LabelField(); f != nil {
		out.key(f.Name)
		r.value(out, e, f)
	}
	out.member("url", r.url(e))
	out.key("demonstration")
	out.raw(boolean(e.Rec().Demonstration == value.Yes))
	out.key("made")
	out.raw(boolean(e.Rec().Made))
}

// links lists the records that refer to this one, by table.
func (r *Records) links(out *encoder, e table.Entity) {
	out.key("linked")
	out.open('{')
	name := ""
	r.referrers(e, func(other table.Entity) {
		if its := r.schema(other).Info.Name; its != name {
			if name != "" {
				out.close(']')
			}
			name = its
			out.key(name)
			out.open('[')
		}
		out.next()
		out.open('{')
		out.member("id", other.Rec().ID)
		out.member("url", r.url(other))
		out.close('}')
	})
	if name != "" {
		out.close(']')
	}
	out.close('}')
}

// url is the address of a record's page, from the site's root where the site
// does not know its own address; "" where there is no page.
func (r *Records) url(e table.Entity) string {
	path := model.Path(e) + ".html"
	if !r.hasPage(path) {
		return ""
	}
	return r.base + path
}

func (r *Records) schema(e table.Entity) *table.Schema {
	return r.schemas[reflect.TypeOf(e)]
}

// more are the columns that no field claims, as written.
func more(out *encoder, rec *table.Record) {
	out.key("more")
	out.open('{')
	for _, x := range rec.More() {
		out.member(x.Heading, x.Value)
	}
	out.close('}')
}

func boolean(b bool) string {
	if b {
		return "true"
	}
	return "false"
}
