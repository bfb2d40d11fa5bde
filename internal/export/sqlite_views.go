package export

import (
	"database/sql/driver"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// indexes are on what people join and filter by.
func (db *sqliteFile) indexes(w *whole) {
	for _, c := range w.columns() {
		switch {
		case c.many():
		case c.kind == table.KindRef, c.kind == table.KindYear, c.kind == table.KindEnum, c.kind == table.KindSubject, c.kind == table.KindCreditCode:
			db.exec("CREATE INDEX " + quoted("index_"+w.name+"_"+c.name) + " ON " + quoted(w.name) + " (" + quoted(c.name) + ")")
		}
	}
}

// view is a question that many ask, answered where the site has all the columns
// that it needs. Sums are of one currency each: a site with several has a row for
// every one of them.
type view struct {
	name, sql string
	needs     []string // "payments.amount"
}

func views() []view {
	const awards = `, {currency} AS currency, count(*) AS projects, sum(p.amount_awarded_minor) AS amount_awarded_minor,
 sum(p.amount_awarded_minor) / ({units}) AS amount_awarded
FROM projects p`
	return []view{
		{"payments_by_project", `SELECT p.id AS project, p.title AS title, m.currency AS currency, count(m.id) AS payments,
 sum(m.amount_minor) AS amount_minor, sum(m.amount_minor) / ({units}) AS amount, min(m.date) AS first_date, max(m.date) AS last_date
FROM projects p JOIN payment_projects m ON m.project = p.id
GROUP BY p.id, m.currency`, []string{"projects.title", "payments.amount", "payments.date"}},
		{"awards_by_organization", `SELECT x.organization AS organization` + awards + ` JOIN projects_organization x ON x.project = p.id
WHERE {awarded} GROUP BY x.organization, {currency}`, []string{"organizations.id", "projects.amount_awarded", "projects.organization"}},
		{"awards_by_agency", `SELECT p.agency AS agency` + awards + `
WHERE {awarded} AND p.agency IS NOT NULL GROUP BY p.agency, {currency}`, []string{"projects.agency", "projects.amount_awarded"}},
		{"awards_by_year", `SELECT p.year AS year` + awards + `
WHERE {awarded} AND p.year IS NOT NULL GROUP BY p.year, {currency}`, []string{"projects.year", "projects.amount_awarded"}},
		{"scores_by_project", `SELECT project, kind, count(*) AS evaluations, avg(score) AS mean_score, max(date) AS last_date
FROM evaluations WHERE project IS NOT NULL GROUP BY project, kind`, []string{"evaluations.project", "evaluations.kind", "evaluations.score", "evaluations.date"}},
	}
}

func (db *sqliteFile) views(tables []*whole) {
	has := map[string]bool{}
	amounts := map[string]amountOf{}
	for _, w := range tables {
		for _, c := range w.columns() {
			has[w.name+"."+c.name] = true
			amounts[w.name+"."+c.name] = amountOf{w, &c}
		}
		has[w.name+".title"] = has[w.name+".title"] || has[w.name+".title_zh"] || has[w.name+".title_en"]
	}
	paid, award := amounts["payments.amount"], amounts["projects.amount_awarded"]
	db.paymentProjects(has, paid)
	for _, v := range views() {
		sql, ok := v.sql, true
		for _, need := range v.needs {
			ok = ok && has[need]
		}
		if !ok || strings.Contains(sql, "payment_projects") && !has["payments.project"] && !has["payments.contract"] {
			continue
		}
		money, currency := paid, "m.currency"
		if strings.Contains(sql, "{currency}") {
			money, currency = award, award.currency("p", has)
		}
		if strings.Contains(sql, "{units}") {
			sql = strings.NewReplacer("{currency}", currency, "{units}", money.whole.minorUnits(money.column, currency)).Replace(sql)
		}
		sql = strings.NewReplacer("p.title", titleOf(tables, "projects"), "{awarded}", awarded(has)).Replace(sql)
		db.exec("CREATE VIEW " + v.name + " AS " + sql)
	}
}

// amountOf is a column of amounts and its table.
type amountOf struct {
	*whole
	column *column
}

// currency is the expression of the currency of each amount: the one that it
// names, else its row's, else the site's.
func (a amountOf) currency(alias string, has map[string]bool) string {
	var from []string
	if a.column.mixed {
		from = append(from, alias+"."+quoted(a.column.name+currencySuffix))
	}
	if a.own != nil && has[a.name+".currency"] {
		from = append(from, alias+".currency")
	}
	site := "NULL"
	if c := a.whole.currency.String(); c != "" {
		site = literal(c)
	}
	if from = append(from, site); len(from) == 1 {
		return site
	}
	return "coalesce(" + strings.Join(from, ", ") + ")"
}

// awarded is model.Project.Awarded as SQL: the state says so, or, where none is
// published, an amount was awarded.
func awarded(has map[string]bool) string {
	bySum := "p.amount_awarded_minor IS NOT NULL"
	if !has["projects.state"] {
		return bySum
	}
	return "(p.state IN ('approved', 'contracted', 'in_progress', 'completed', 'terminated') OR p.state IS NULL AND " + bySum + ")"
}

// titleOf is the expression of a project's title: unmarked, else in the first
// language that it has.
func titleOf(tables []*whole, name string) string {
	var all []string
	for _, w := range tables {
		for _, c := range w.columns() {
			if w.name == name && c.Field != nil && c.Field.Name == "title" {
				all = append(all, "p."+quoted(c.Heading))
			}
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return "coalesce(" + strings.Join(all, ", ") + ")"
}

// paymentProjects tells which project each payment is for: its own, else its
// contract's.
func (db *sqliteFile) paymentProjects(has map[string]bool, paid amountOf) {
	own, contract := has["payments.project"], has["payments.contract"] && has["contracts.project"]
	if !has["payments.amount"] || !has["payments.date"] || !own && !contract {
		return
	}
	project, join := "m.project", ""
	if contract {
		join = " LEFT JOIN contracts c ON c.id = m.contract"
		if project = "c.project"; own {
			project = "coalesce(m.project, c.project)"
		}
	}
	db.exec("CREATE VIEW payment_projects AS SELECT m.id, " + project + " AS project, m.date, " + paid.currency("m", has) +
		" AS currency, m.amount_minor, m.amount FROM payments m" + join)
}

// search is every record's texts, found by any three characters in a row:
// SELECT * FROM search WHERE search MATCH '"养老服"'.
func (db *sqliteFile) search(d *model.Dataset, tables []*whole) {
	db.exec("CREATE VIRTUAL TABLE search USING fts5(table_name UNINDEXED, id UNINDEXED, name, text, tokenize = 'trigram')")
	db.insert("search", 4, func(row func(...driver.Value)) {
		for _, w := range tables {
			if w.name == "payments" || w.name == "documents" {
				continue // they have no words of their own
			}
			cols := w.columns()
			label := w.Schema().LabelField()
			for i := range w.Len() {
				e := w.At(i)
				var names, texts []string
				for j := range cols {
					c := &cols[j]
					if c.kind != table.KindText {
						continue
					}
					switch text := c.Field.Of(e).(*value.Text).Exact(c.Lang); {
					case text == "":
					case c.Field == label:
						names = append(names, text)
					default:
						texts = append(texts, text)
					}
				}
				if len(names)+len(texts) > 0 {
					row(w.name, e.Rec().ID, strings.Join(names, "\n"), strings.Join(texts, "\n"))
				}
			}
		}
	})
	db.exec("INSERT INTO search (search) VALUES ('optimize')")
}
