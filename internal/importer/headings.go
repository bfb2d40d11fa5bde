package importer

import (
	"slices"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// tableOf tells which table a sheet is: by its name, else by how many of its
// headings the table knows; "" where none knows two.
func tableOf(sheet string, heads []string) string {
	schemas := model.Schemas()
	for _, s := range schemas {
		for _, name := range []string{s.Info.Name, s.Info.Title.ZH, s.Info.Title.EN} {
			if strings.EqualFold(strings.TrimSpace(sheet), name) {
				return s.Info.Name
			}
		}
	}
	best, most := "", 1
	for _, s := range schemas {
		fields := table.NewHeadings(s, schemas).Claimed(heads, nil)
		known := 0
		for _, f := range fields {
			if f != "" {
				known++
			}
		}
		if s.Info.Name == "projects" && claims(fields, "title") && claims(fields, "organization") && claims(fields, "amount_awarded") {
			return "projects"
		}
		if known > most && keyed(fields, s) {
			best, most = s.Info.Name, known
		}
	}
	return best
}

// withUnit writes a unit that stands above the headings, such as 单位：万元, into
// those of amounts: a table has no line above them.
func (g *grid) withUnit(name, titles string) {
	schemas := model.Schemas()
	at := slices.IndexFunc(schemas, func(s *table.Schema) bool { return s.Info.Name == name })
	heads, said := table.NewHeadings(schemas[at], schemas).WithUnit(g.rows[0], titles)
	if said == "" {
		return
	}
	g.rows[0] = heads
	g.book.batch.warn(value.Visible(g.sheet), "表头上方的单位 %q 已写进没有单位的金额列名，请核对", "the unit %q above the headings was written into those of amounts without one; look at them", said)
}

// claims reports whether a column holds the field or a part of what it refers to.
func claims(fields []string, field string) bool {
	return slices.ContainsFunc(fields, func(f string) bool {
		rest, ok := strings.CutPrefix(f, field)
		return ok && (rest == "" || rest[0] == '.' || rest[0] == '_' && len(rest) == len("_en"))
	})
}

// keyed reports whether the headings hold what tells two rows of a table apart.
func keyed(fields []string, s *table.Schema) bool {
	named := 0
	for _, part := range s.Info.Key {
		if slices.ContainsFunc(strings.Split(part, "|"), func(key string) bool { return claims(fields, key) }) {
			named++
		}
	}
	return named >= min(2, len(s.Info.Key))
}
