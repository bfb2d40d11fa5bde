package site

import (
	"cmp"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// snippets are programs of a few lines that read the site's own files. They ask
// for the sum of the awards where the site publishes amounts, else for the
// number of rows. Longest is the length of the longest cell of any table.
func (c *context) snippets(longest int) []Snippet {
	cfg := &c.plan.Data.Config
	base := cmp.Or(cfg.BaseURL, "https://…/")
	name, column := c.sampleColumn()
	if name == "" {
		return nil
	}
	fill := strings.NewReplacer("{base}", base, "{table}", name, "{column}", column, "{limit}", fieldLimit(longest))
	var all []Snippet
	add := func(f model.Format, title, sum, count string) {
		if f != model.FormatCSV && !cfg.Offers(f) {
			return
		}
		code := sum
		if column == "" {
			code = count
		}
		all = append(all, Snippet{title, fill.Replace(code)})
	}
	add(model.FormatCSV, "Python", `import csv, io, urllib.request
from decimal import Decimal{limit}
with urllib.request.urlopen("{base}data/{table}.csv") as f:
    rows = list(csv.DictReader(io.TextIOWrapper(f, "utf-8", newline="")))
print(len(rows), sum(Decimal(r["{column}"] or 0) for r in rows))`,
		`import csv, io, urllib.request{limit}
with urllib.request.urlopen("{base}data/{table}.csv") as f:
    rows = list(csv.DictReader(io.TextIOWrapper(f, "utf-8", newline="")))
print(len(rows))`)
	add(model.FormatCSV, "pandas", `import pandas as pd
df = pd.read_csv("{base}data/{table}.csv", dtype={"id": str})
print(len(df), df["{column}"].sum())`, `import pandas as pd
df = pd.read_csv("{base}data/{table}.csv", dtype={"id": str})
print(len(df))`)
	add(model.FormatCSV, "R", `d <- read.csv("{base}data/{table}.csv", fileEncoding = "UTF-8")
sum(d${column}, na.rm = TRUE)`, `d <- read.csv("{base}data/{table}.csv", fileEncoding = "UTF-8")
nrow(d)`)
	add(model.FormatParquet, "DuckDB", `SELECT count(*), sum({column})
FROM '{base}data/{table}.parquet';`, `SELECT count(*)
FROM '{base}data/{table}.parquet';`)
	add(model.FormatSQLite, "sqlite3", `curl -O {base}data/gongkai.sqlite
sqlite3 gongkai.sqlite "SELECT count(*), sum({column}) FROM {table}"`, `curl -O {base}data/gongkai.sqlite
sqlite3 gongkai.sqlite "SELECT count(*) FROM {table}"`)
	add(model.FormatExcel, "LibreOffice", `curl -O {base}data/gongkai.xlsx
libreoffice --calc gongkai.xlsx`, `curl -O {base}data/gongkai.xlsx
libreoffice --calc gongkai.xlsx`)
	add(model.FormatCSV, "curl", `curl {base}data/index.json
curl -O {base}data/{table}.csv
sha256sum {table}.csv`, `curl {base}data/index.json
curl -O {base}data/{table}.csv
sha256sum {table}.csv`)
	return all
}

// fieldLimit is what Python needs before it reads a cell of more than 128 Ki
// letters, whose limit must fit into 32 bits on Windows; "" where no cell is so
// long.
func fieldLimit(longest int) string {
	if longest <= 1<<17 {
		return ""
	}
	return "\ncsv.field_size_limit(2**31 - 1)"
}

// sampleColumn is a table that has rows and an amount whose sum means something:
// of the projects, what was awarded, else the first that is in one currency; ""
// for what there is none of.
func (c *context) sampleColumn() (name, column string) {
	if projects := &c.plan.Data.Projects; projects.Len() > 0 {
		for _, o := range table.Columns(projects) {
			if o.Field == nil || o.Field.Kind != table.KindMoney || column != "" && o.Heading != "amount_awarded" {
				continue
			}
			if oneCurrency(projects, o.Field) {
				column = o.Heading
			}
		}
		return "projects", column
	}
	for _, t := range c.plan.index.tables {
		if t.Len() > 0 {
			return t.Schema().Info.Name, ""
		}
	}
	return "", ""
}

// oneCurrency reports whether all amounts of a column are in the same one.
func oneCurrency(t table.Table, f *table.Field) bool {
	var first value.Currency
	seen := false
	for i := range t.Len() {
		m, ok := f.Of(t.At(i)).(*value.Money)
		if !ok || m.IsZero() {
			continue
		}
		if seen && m.Currency() != first {
			return false
		}
		first, seen = m.Currency(), true
	}
	return true
}
