package export

import (
	"encoding/json"
	"io"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Frictionless Data Package 2.0: every CSV of a whole table with its schema, its
// keys, its size and its hash. https://datapackage.org/standard/data-package/
type (
	packageJSON struct {
		Schema      string           `json:"$schema"`
		Name        string           `json:"name"`
		Title       string           `json:"title"`
		Homepage    string           `json:"homepage,omitempty"`
		Version     string           `json:"version,omitempty"`
		Created     string           `json:"created,omitempty"`
		Licenses    []licenceJSON    `json:"licenses,omitempty"`
		Contributor []contributor    `json:"contributors,omitempty"`
		Resources   []packageDataset `json:"resources"`
	}
	licenceJSON struct {
		Name string `json:"name,omitempty"`
		Path string `json:"path,omitempty"`
	}
	contributor struct {
		Title string   `json:"title"`
		Path  string   `json:"path,omitempty"`
		Roles []string `json:"roles"`
	}
	packageDataset struct {
		Name        string      `json:"name"`
		Type        string      `json:"type"`
		Title       string      `json:"title"`
		Description string      `json:"description,omitempty"`
		Path        string      `json:"path"`
		Format      string      `json:"format"`
		MediaType   string      `json:"mediatype"`
		Encoding    string      `json:"encoding"`
		Bytes       int64       `json:"bytes"`
		Hash        string      `json:"hash"`
		Schema      tableSchema `json:"schema"`
	}
	tableSchema struct {
		Fields  []fieldJSON  `json:"fields"`
		Primary []string     `json:"primaryKey"`
		Foreign []foreignKey `json:"foreignKeys,omitempty"`
	}
	fieldJSON struct {
		Name        string          `json:"name"`
		Type        string          `json:"type"`
		Title       string          `json:"title,omitempty"`
		Description string          `json:"description,omitempty"`
		Constraints *constraintJSON `json:"constraints,omitempty"`
	}
	constraintJSON struct {
		Required bool     `json:"required,omitempty"`
		Unique   bool     `json:"unique,omitempty"`
		Pattern  string   `json:"pattern,omitempty"`
		Enum     []string `json:"enum,omitempty"`
	}
	foreignKey struct {
		Fields    []string         `json:"fields"`
		Reference foreignReference `json:"reference"`
	}
	foreignReference struct {
		Resource string   `json:"resource"`
		Fields   []string `json:"fields"`
	}
)

func dataPackage(d *model.Dataset, tables []*whole, before []*Download) []*Download {
	return []*Download{{
		Path: "data/datapackage.json", MediaType: "application/json", Last: true,
		print: func(w io.Writer) error { return writeDataPackage(w, d, tables, before) },
	}}
}

func writeDataPackage(w io.Writer, d *model.Dataset, tables []*whole, before []*Download) error {
	c := &d.Config
	p := packageJSON{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: "gongkai", Title: inFirst(c, c.Title),
		Homepage: c.BaseURL, Version: c.AsOf.Calendar().String(), Created: momentsOf(c).begin(c.AsOf),
	}
	if c.Licence != "" {
		l := licenceJSON{Path: c.LicenceURL()}
		if l.Path != c.Licence {
			l.Name = strings.ReplaceAll(c.Licence, " ", "-")
		}
		p.Licenses = []licenceJSON{l}
	}
	if name := inFirst(c, c.Publisher.Name); name != "" {
		p.Contributor = []contributor{{name, c.Publisher.Website, []string{"publisher"}}}
	}
	given := map[string]bool{}
	for _, t := range tables {
		given[t.name] = true
	}
	for i, t := range tables {
		f, err := before[i].File() // the CSVs stand first, in the order of the tables
		if err != nil {
			return err
		}
		info := t.Schema().Info
		p.Resources = append(p.Resources, packageDataset{
			Name: t.name, Type: "table", Title: info.Title.In(c.Languages[0]), Description: info.About.In(c.Languages[0]),
			Path: t.name + ".csv", Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
			Bytes: f.Bytes, Hash: "sha256:" + f.SHA256, Schema: t.tableSchema(c.Languages[0], given),
		})
	}
	return writeIndented(w, p)
}

// writeIndented prints JSON that people may read, too.
func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(v)
}

func (w *whole) tableSchema(lang string, given map[string]bool) tableSchema {
	s := tableSchema{Primary: []string{"id"}}
	for _, c := range w.columns() {
		f := fieldJSON{Name: c.Heading, Type: c.frictionless()}
		if c.Field != nil {
			f.Title, f.Description = c.Field.Title.In(lang), joined(c.Field.About, c.partialNote()).In(lang)
			if c.partial() {
				f.Constraints = &constraintJSON{Pattern: isoDate}
			}
			if c.Field.Name == "id" {
				f.Constraints = &constraintJSON{Required: true, Unique: true}
			}
			if c.Field.Enum != nil {
				f.Constraints = &constraintJSON{}
				for _, v := range c.Field.Enum.Values {
					f.Constraints.Enum = append(f.Constraints.Enum, v.Code)
				}
			}
			if c.kind == table.KindRef && !c.many() && given[c.Field.Target] {
				to := foreignReference{c.Field.Target, []string{"id"}}
				if to.Resource == w.name {
					to.Resource = "" // the table itself
				}
				s.Foreign = append(s.Foreign, foreignKey{[]string{c.Heading}, to})
			}
		}
		s.Fields = append(s.Fields, f)
	}
	return s
}

// isoDate is how a column writes dates of which some are a year, a month or a
// moment.
const isoDate = `[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?`

// frictionless is a column's type in the words of Table Schema. A date of which
// some give only the year or month is a text there, and so is an amount that may
// name another currency.
func (c *column) frictionless() string {
	switch c.kind {
	case table.KindMoney:
		if !c.mixed {
			return "number"
		}
	case table.KindDecimal, table.KindShare:
		return "number"
	case table.KindCount:
		return "integer"
	case table.KindYear:
		return "year"
	case table.KindBool:
		return "boolean"
	case table.KindDate:
		if c.exact {
			return "date"
		}
	}
	return "string"
}

// csvw is the metadata of every CSV as the W3C's working group has it: a file
// beside each. https://www.w3.org/TR/tabular-metadata/
func csvw(d *model.Dataset, tables []*whole, _ []*Download) []*Download {
	var all []*Download
	for _, t := range tables {
		all = append(all, &Download{
			Path: "data/" + t.name + ".csv-metadata.json", MediaType: "application/csvm+json", Table: t.name,
			print: func(w io.Writer) error { return writeCSVW(w, d, t) },
		})
	}
	return all
}

type (
	csvwTable struct {
		Context any        `json:"@context"`
		URL     string     `json:"url"`
		Title   string     `json:"dc:title"`
		About   string     `json:"dc:description,omitempty"`
		Licence *csvwLink  `json:"dc:license,omitempty"`
		Schema  csvwSchema `json:"tableSchema"`
	}
	csvwLink struct {
		ID string `json:"@id"`
	}
	csvwSchema struct {
		Columns []csvwColumn `json:"columns"`
		Key     string       `json:"primaryKey"`
		About   string       `json:"aboutUrl,omitempty"`
	}
	csvwFormat struct {
		Base   string `json:"base"`
		Format string `json:"format"`
	}
	csvwColumn struct {
		Name      string   `json:"name"`
		Titles    []string `json:"titles"`
		About     string   `json:"dc:description,omitempty"`
		Type      any      `json:"datatype"`
		Separator string   `json:"separator,omitempty"`
		Required  bool     `json:"required,omitempty"`
	}
)

func writeCSVW(w io.Writer, d *model.Dataset, t *whole) error {
	lang := d.Config.Languages[0]
	info := t.Schema().Info
	m := csvwTable{
		Context: []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": lang}},
		URL:     t.name + ".csv", Title: info.Title.In(lang), About: info.About.In(lang), Schema: csvwSchema{Key: "id"},
	}
	if l := d.Config.LicenceURL(); l != "" {
		m.Licence = &csvwLink{l}
	}
	for i, c := range t.columns() {
		col := csvwColumn{Name: csvwName(c.Heading, i), Titles: []string{c.Heading}, Type: c.xsd(), Required: c.Heading == "id"}
		if c.Field != nil {
			col.About = joined(c.Field.Title, c.partialNote()).In(lang)
		}
		if c.many() {
			col.Separator = ";"
		}
		m.Schema.Columns = append(m.Schema.Columns, col)
	}
	return writeIndented(w, m)
}

// csvwName is a heading where it can name a column, else its number.
func csvwName(heading string, i int) string {
	for j, r := range heading {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (j == 0 || r != '_' && (r < '0' || r > '9')) {
			return "column_" + value.Group(int64(i+1))
		}
	}
	return heading
}

func (c *column) xsd() any {
	if c.partial() {
		return csvwFormat{"string", isoDate}
	}
	switch c.frictionless() {
	case "number":
		return "decimal"
	case "integer":
		return "integer"
	case "year":
		return "gYear"
	case "boolean":
		return "boolean"
	case "date":
		return "date"
	}
	return "string"
}
