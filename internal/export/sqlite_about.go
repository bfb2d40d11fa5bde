package export

import (
	"database/sql/driver"
	"fmt"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
)

// about says what the database is.
func (db *sqliteFile) about(d *model.Dataset) {
	c := &d.Config
	db.exec(`CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID`)
	db.insert("about", 2, func(row func(...driver.Value)) {
		row("title", inAll(c, c.Title))
		row("licence", c.Licence)
		row("as_of", c.AsOf.String())
		row("base_url", c.BaseURL)
		row("currency", c.Currency.String())
		row("demonstration", boolean(c.Demonstration))
	})
}

// dictionary says what every column means, those too that only databases have.
func (db *sqliteFile) dictionary(tables []*whole) {
	db.exec(`CREATE TABLE dictionary (table_name TEXT, column_name TEXT, type TEXT, title_zh TEXT, title_en TEXT, about_zh TEXT, about_en TEXT)`)
	db.insert("dictionary", 7, func(row func(...driver.Value)) {
		for _, w := range tables {
			for _, col := range w.columns() {
				f := col.Field
				if f == nil {
					row(w.name, col.name, "string", "原样保留的列", "a column kept as written", renamed(&col, "表头为 “%s”"), renamed(&col, "its heading is %q"))
					continue
				}
				beside := func(suffix, kind string, about finding.Text) {
					row(w.name, col.name+suffix, kind, f.Title.ZH, f.Title.EN, about.ZH, about.EN)
				}
				about := f.About
				if col.partial() {
					about = joined(about, finding.Textf("只写到年或月的日期在此为它可能的第一天，原文见 %[1]s", "Where only the year or month is known, the first day that it may mean; as written in %[1]s.", col.name+writtenSuffix))
				}
				row(w.name, col.Heading, f.Kind.String(), f.Title.ZH, f.Title.EN, about.ZH, about.EN)
				switch {
				case col.partial():
					beside(writtenSuffix, "string", finding.Textf("%s 的原文，与 CSV 相同", "%s as written, as CSV has it", col.name))
				case col.kind == table.KindMoney:
					beside(minorSuffix, "integer", finding.Textf("%s，以最小货币单位计的整数", "%s in whole minor units of its currency", col.name))
					if col.mixed {
						beside(currencySuffix, "currency", finding.Textf("%s 的币种", "the currency of %s", col.name))
					}
				}
			}
		}
	})
}

// joined are two remarks as one, where there are two.
func joined(a, b finding.Text) finding.Text {
	switch {
	case b.EN == "":
		return a
	case a.EN == "":
		return b
	}
	return finding.Text{ZH: sentence(a.ZH, "。") + b.ZH, EN: sentence(a.EN, ".") + " " + b.EN}
}

// sentence ends a text with a full stop.
func sentence(text, stop string) string { return strings.TrimRight(text, stop) + stop }

// renamed says what the heading is of a column that has another name here.
func renamed(c *column, form string) string {
	if c.name == c.Heading {
		return ""
	}
	return fmt.Sprintf(form, c.Heading)
}
