package site

import (
	"cmp"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// snippets are programs of a few lines that read the site's own files. They ask
// for the sum of the awards where the site publishes amounts, else for the
// number of rows.
func (c *context) snippets() []Snippet {
	cfg := &c.plan.Data.Config
	base := cmp.Or(cfg.BaseURL, "https://…/")
	name, column := c.sampleColumn()
	if name == "" {
		return nil
	}
	fill := strings.NewReplacer("{base}", base, "{table}", name, "{column}", column)
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
from decimal import Decimal
with urllib.request.urlopen("{base}data/{table}.csv") as f:
    rows = list(csv.DictReader(io.TextIOWrapper(f, "utf-8", newline="")))
print(len(rows), sum(Decimal(r["{column}"] or 0) for r in rows))`,
		`import csv, io, urllib.request
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

// sampleColumn is a table that has rows and its first amount, the projects and
// what was awarded where there are any; "" for what there is none of.
func (c *context) sampleColumn() (name, column string) {
	if projects := &c.plan.Data.Projects; projects.Len() > 0 {
		name = "projects"
		for _, o := range table.Columns(projects) {
			if o.Heading == "amount_awarded" {
				column = o.Heading
			}
		}
		return name, column
	}
	for _, t := range c.plan.index.tables {
		if t.Len() > 0 {
			return t.Schema().Info.Name, ""
		}
	}
	return "", ""
}
