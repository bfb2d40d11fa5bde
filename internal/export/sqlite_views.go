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
			db.exec("CREATE INDEX " + quoted("index_"+w.name+"_"+c.Heading) + " ON " + quoted(w.name) + " (" + quoted(c.Heading) + ")")
		}
	}
}

// view is a question that many ask, answered where the site has all the columns
// that it needs.
type view struct {
	name, sql string
	needs     []string // "payments.amount"
}

func views() []view {
	return []view{
		{"payments_by_project", `SELECT p.id AS project, p.title AS title, currency_of.currency AS currency, count(m.id) AS payments,
 sum(m.amount_minor) AS amount_minor, sum(m.amount) AS amount, min(m.date) AS first_date, max(m.date) AS last_date
FROM projects p JOIN payment_projects m ON m.project = p.id
CROSS JOIN (SELECT nullif(value, '') AS currency FROM about WHERE name = 'currency') AS currency_of
GROUP BY p.id`, []string{"projects.title", "payments.amount", "payments.date"}},
		{"awards_by_organization", `SELECT o.id AS organization, count(DISTINCT p.id) AS projects, sum(p.amount_awarded_minor) AS amount_awarded_minor,
 sum(p.amount_awarded) AS amount_awarded
FROM organizations o JOIN projects_organization x ON x.organization = o.id JOIN projects p ON p.id = x.project
WHERE {awarded} GROUP BY o.id`, []string{"organizations.id", "projects.amount_awarded", "projects.organization"}},
		{"awards_by_agency", `SELECT agency, count(*) AS projects, sum(amount_awarded_minor) AS amount_awarded_minor, sum(amount_awarded) AS amount_awarded
FROM projects p WHERE {awarded} AND agency IS NOT NULL GROUP BY agency`, []string{"projects.agency", "projects.amount_awarded"}},
		{"awards_by_year", `SELECT year, count(*) AS projects, sum(amount_awarded_minor) AS amount_awarded_minor, sum(amount_awarded) AS amount_awarded
FROM projects p WHERE {awarded} AND year IS NOT NULL GROUP BY year`, []string{"projects.year", "projects.amount_awarded"}},
		{"scores_by_project", `SELECT project, kind, count(*) AS evaluations, avg(score) AS mean_score, max(date) AS last_date
FROM evaluations WHERE project IS NOT NULL GROUP BY project, kind`, []string{"evaluations.project", "evaluations.kind", "evaluations.score", "evaluations.date"}},
	}
}

func (db *sqliteFile) views(tables []*whole) {
	has := map[string]bool{}
	for _, w := range tables {
		for _, c := range w.columns() {
			has[w.name+"."+c.Heading] = true
			if c.several {
				has[w.name+"."+c.Heading] = false // no sum over several currencies
			}
		}
		has[w.name+".title"] = has[w.name+".title"] || has[w.name+".title_zh"] || has[w.name+".title_en"]
	}
	db.paymentProjects(has)
	for _, v := range views() {
		sql, ok := v.sql, true
		for _, need := range v.needs {
			ok = ok && has[need]
		}
		if !ok || strings.Contains(sql, "payment_projects") && !has["payments.project"] && !has["payments.contract"] {
			continue
		}
		sql = strings.NewReplacer("p.title", titleOf(tables, "projects"), "{awarded}", awarded(has)).Replace(sql)
		db.exec("CREATE VIEW " + v.name + " AS " + sql)
	}
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
func (db *sqliteFile) paymentProjects(has map[string]bool) {
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
	db.exec("CREATE VIEW payment_projects AS SELECT m.id, " + project + " AS project, m.date, m.amount_minor, m.amount FROM payments m" + join)
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
