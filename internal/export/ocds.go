package export

import (
	"cmp"
	"encoding/json"
	"io"
	"iter"
	"slices"
	"strconv"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// The Open Contracting Data Standard 1.1: a release for every project, which is
// one contracting process, as it stands now.
// https://standard.open-contracting.org/1.1/en/schema/release/

// maxReleases is how many processes one package holds, each of one award, so that
// none passes the 250,000 awards that tools of the standard take.
const maxReleases = 100_000

// OCDS makes the releases of a dataset.
type OCDS struct {
	d      *model.Dataset
	tables map[string]*whole
	prefix string
	days   moments
	open   []*model.Call // that no project answers
	most   int           // releases of a package
	ok     bool
}

// NewOCDS prepares the releases. A site that does not know its address has none,
// since the standard names packages by theirs.
func NewOCDS(d *model.Dataset) *OCDS { return newOCDS(d, wholes(d)) }

func newOCDS(d *model.Dataset, tables []*whole) *OCDS {
	o := &OCDS{d: d, tables: map[string]*whole{}, prefix: d.Config.OCIDPrefix, days: momentsOf(&d.Config), most: maxReleases}
	for _, w := range tables {
		o.tables[w.name] = w
	}
	if o.prefix == "" {
		o.prefix = model.SampleOCIDPrefix
	}
	for _, c := range d.Calls.Rows {
		if len(c.Projects) == 0 {
			o.open = append(o.open, c)
		}
	}
	o.ok = d.Config.Offers(model.FormatOCDS) && d.Config.BaseURL != ""
	return o
}

// OCDSFolder is where the packages stand.
const OCDSFolder = "data/ocds/"

// Len is the number of contracting processes, none for a site without releases.
func (o *OCDS) Len() int {
	if !o.ok {
		return 0
	}
	return o.d.Projects.Len() + len(o.open)
}

// At is what a process is about: a project, or a call that no project answers.
func (o *OCDS) At(i int) table.Entity {
	if i < o.d.Projects.Len() {
		return o.d.Projects.Rows[i]
	}
	return o.open[i-o.d.Projects.Len()]
}

// Path is where the package of one process stands; false where it has none,
// since no date tells when it was released, or a call's projects have theirs.
func (o *OCDS) Path(e table.Entity) (string, bool) {
	if c, ok := e.(*model.Call); ok && len(c.Projects) > 0 {
		return "", false
	}
	return OCDSFolder + model.Path(e) + ".json", o.ok && o.date(e) != ""
}

// Write prints the package of one process.
func (o *OCDS) Write(w io.Writer, e table.Entity) error {
	path, _ := o.Path(e)
	return o.write(w, path, slices.Values([]table.Entity{e}))
}

// packages are the files of all releases.
func ocdsPackages(d *model.Dataset, tables []*whole, _ []*Download) []*Download {
	return newOCDS(d, tables).packages()
}

func (o *OCDS) packages() []*Download {
	if !o.ok {
		return nil
	}
	var processes []int32 // by the running numbers of their records
	for i := range o.Len() {
		if e := o.At(i); o.date(e) != "" {
			processes = append(processes, e.Rec().Num)
		}
	}
	if len(processes) == 0 {
		return nil
	}
	var all []*Download
	for _, p := range parts(len(processes), o.most) {
		path := "data/ocds/releases" + p.suffix() + ".json"
		var note finding.Text
		if p.of > 1 {
			note = finding.Textf("共 %[2]d 个包，这是第 %[1]d 个", "package %[1]d of %[2]d", p.number, p.of)
		}
		all = append(all, &Download{
			Path: path, MediaType: "application/json", Rows: p.to - p.from, Note: note,
			print: func(w io.Writer) error { return o.write(w, path, o.d.Each(processes[p.from:p.to])) },
		})
	}
	return append(all,
		&Download{Path: "data/ocds/extension/extension.json", MediaType: "application/json", print: o.writeExtension},
		&Download{Path: "data/ocds/extension/release-schema.json", MediaType: "application/schema+json", print: writeExtensionSchema})
}

// write streams a package: what it is, then release after release.
func (o *OCDS) write(w io.Writer, path string, processes iter.Seq[table.Entity]) error {
	c := &o.d.Config
	published := ""
	for p := range processes {
		published = max(published, o.date(p))
	}
	if !c.AsOf.IsZero() {
		published = o.days.begin(c.AsOf)
	}
	head := ocdsPackage{
		URI: c.BaseURL + path, Version: "1.1", Published: published, License: c.LicenceURL(),
		Extensions: []string{c.BaseURL + "data/ocds/extension/extension.json"},
		Publisher:  ocdsPublisher{Name: o.publisher(), UID: c.Publisher.CreditCode, URI: c.Publisher.Website},
	}
	if head.Publisher.UID != "" {
		head.Publisher.Scheme = creditScheme
	}
	text, err := json.Marshal(head)
	if err != nil {
		return err
	}
	out := encoder{b: append(text[:len(text)-1], `,"releases":[`...)}
	between := "\n"
	for e := range processes {
		out.b = append(out.b, between...)
		between = ",\n"
		release, err := json.Marshal(o.release(e))
		if err != nil {
			return err
		}
		out.b = append(out.b, release...)
		if err := out.flush(w, flushAt); err != nil {
			return err
		}
	}
	out.b = append(out.b, "\n]}\n"...)
	return out.flush(w, 0)
}

// publisher is who answers for the data.
func (o *OCDS) publisher() string {
	return cmp.Or(inFirst(&o.d.Config, o.d.Config.Publisher.Name), inFirst(&o.d.Config, o.d.Config.Title))
}

// date is when the process last changed: the latest of its days, else the day of
// the data.
func (o *OCDS) date(e table.Entity) string {
	var last string
	switch x := e.(type) {
	case *model.Call:
		last = o.days.begin(x.Published)
	case *model.Project:
		last = max(o.days.begin(x.Applied), o.days.begin(x.Decided))
		for c := range x.Contracts.All() {
			last = max(last, o.days.begin(c.Signed))
		}
		for m := range x.Payments.All() {
			last = max(last, o.days.begin(m.Date))
		}
		for e := range x.Evaluations.All() {
			last = max(last, o.days.begin(e.Date))
		}
	}
	if last == "" {
		last = o.days.begin(o.d.Config.AsOf)
	}
	return last
}

// amount is a value of the standard; nil where none is published.
func amount(m value.Money) *ocdsValue {
	if m.IsZero() {
		return nil
	}
	return &ocdsValue{json.Number(m.Plain()), m.Currency().String()}
}

func count(c value.Count) *int64 {
	if c.IsZero() {
		return nil
	}
	n := c.Int()
	return &n
}

func decimal(d value.Decimal) json.Number { return json.Number(d.String()) }

// name is a text in the site's language, and its translations by their tags.
func (o *OCDS) text(t value.Text) string {
	s, _ := t.In(o.d.Config.Languages[0])
	return s
}

func yearOf(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
