package importer

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"strings"
)

// creditScheme is org-id.guide's code of the unified social credit codes.
const creditScheme = "CN-USCI-"

// grantPrefix is what 360Giving registers for a publisher.
var grantPrefix = regexp.MustCompile(`^360G-[A-Za-z0-9_]+-`)

// grantsJSON reads grants after the 360Giving Data Standard, as JSON. Grants that
// gongkai published get back the ids that they had.
// https://standard.threesixtygiving.org/
func (b *Batch) grantsJSON(text []byte) error {
	var list []byte
	if isObject(text) {
		members(text, func(key string, v []byte) {
			if key == "grants" {
				list = v
			}
		})
	}
	if !isList(list) {
		return failf("%q 没有 grants 列表", "%q has no list of grants", b.file)
	}
	ours, objects := true, true
	elements(list, func(v []byte) {
		objects = objects && v[0] == '{'
		ours = ours && published360(v)
	})
	if !objects {
		return failf("%q 的 grants 中有不是对象的内容", "%q has something in grants that is no object", b.file)
	}
	if b.grants == nil {
		b.grants = newRecords(b, string(G360))
	}
	unnamed := 0
	var failed error
	elements(list, func(v []byte) {
		one, err := decode(v)
		if err != nil {
			failed = err
			return
		}
		g := object(one.(map[string]any))
		id := g.text("id")
		if id == "" {
			unnamed++
			return
		}
		if ours {
			switch kind, rest, _ := strings.Cut(grantPrefix.ReplaceAllString(id, ""), "-"); kind {
			case "subsidies":
				b.grants.subsidy(rest, g)
				return
			case "projects":
				id = rest
			}
		}
		b.grants.grant(id, g, ours)
	})
	if unnamed > 0 {
		b.warn("grants", "%d 项没有 id，没有导入", "%d grants have no id and were left out", unnamed)
	}
	return failed
}

// published360 reports a grant that gongkai published: its id is of the form that
// it gives, or it has fields of its tables.
func published360(grant []byte) bool {
	id, fields := "", false
	if isObject(grant) {
		members(grant, func(key string, v []byte) {
			switch {
			case key == "id" && json.Unmarshal(v, &id) != nil:
				id = ""
			case key == "publishedFields":
				fields = true
			}
		})
	}
	id = grantPrefix.ReplaceAllString(id, "")
	return fields || strings.HasPrefix(id, "projects-") || strings.HasPrefix(id, "subsidies-")
}

func (r *records) grant(id string, g object, ours bool) {
	c := cells{
		"title": g.text("title"), "summary": g.text("description"), "currency": g.text("currency"),
		"amount_requested": g.text("amountAppliedFor"), "amount_awarded": g.text("amountAwarded"), "amount_paid": g.text("amountDisbursed"),
		"decided":      g.day("awardDate"),
		"organization": r.bodies("organizations", g, "recipientOrganization"),
		"agency":       r.bodies("agencies", g, "fundingOrganization"),
	}
	if ours && c["summary"] == id { // the standard asks for a text; there was none
		c["summary"] = ""
	}
	if dates := g.list("plannedDates"); len(dates) > 0 {
		c["start"], c["end"] = dates[0].day("startDate"), dates[0].day("endDate")
		g.keep("plannedDates", dates)
	}
	if list := g.list("grantProgramme"); len(list) > 0 {
		p := list[0]
		code, title := p.text("code"), p.text("title")
		if key := code + title; key != "" {
			if key = code; key == "" {
				key = title
			}
			r.put("programmes", key, cells{"title": title}, p)
			c["programme"] = key
			list = list[1:]
		}
		g.keep("grantProgramme", list)
	}
	if ours {
		delete(g, "url") // the page that the project gets
		r.published("projects", g, c)
	}
	r.put("projects", id, c, g)
}

// subsidy is a grant that gongkai published from its table of subsidies.
func (r *records) subsidy(id string, g object) {
	for _, made := range []string{"title", "description", "url"} { // from its fields
		delete(g, made)
	}
	r.put("subsidies", id, r.published("subsidies", g, cells{
		"amount": g.text("amountAwarded"), "currency": g.text("currency"), "date": g.day("awardDate"),
		"organization": r.bodies("organizations", g, "recipientOrganization"),
		"agency":       r.bodies("agencies", g, "fundingOrganization"),
	}), g)
}

// bodies takes the organizations of a key into a table, and gives their ids as a
// reference has them. An agency is one: others stay with the grant.
func (r *records) bodies(table string, g object, key string) string {
	list, ids := g.list(key), []string(nil)
	var left []object
	for i, o := range list {
		id, name := o.text("id"), o.text("name")
		c := cells{"name": name}
		if code, ok := strings.CutPrefix(id, creditScheme); ok {
			id, c["credit_code"] = code, code
		}
		if id == "" {
			id = name
		}
		if id == "" || strings.Contains(id, ";") || table == "agencies" && i > 0 {
			o["id"], o["name"] = id, name
			left = append(left, o)
			continue
		}
		r.put(table, id, c, o)
		ids = append(ids, id)
	}
	g.keep(key, left)
	return strings.Join(ids, ";")
}

// keep puts back what is left of a list's objects.
func (o object) keep(key string, list []object) {
	var left []any
	for _, m := range list {
		if len(m) > 0 {
			left = append(left, map[string]any(m))
		}
	}
	if len(left) > 0 {
		o[key] = left
	}
}

// isGrantsCSV reports whether a text is the standard's spreadsheet.
func isGrantsCSV(data []byte) bool {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	return bytes.Contains(line, []byte("Recipient Org:")) && bytes.Contains(line, []byte("Identifier"))
}

// grantsCSV takes the standard's spreadsheet as it is: its headings are known.
func (b *Batch) grantsCSV(data []byte) error {
	c := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	c.FieldsPerRecord = -1
	rows, err := c.ReadAll()
	if err != nil {
		return failf("%q 读不了：%v", "%q cannot be read: %v", b.file, err)
	}
	for i, row := range rows {
		if len(row) > min(maxColumns, len(rows[0])) {
			return failf("%q 第 %d 条的列比表头多", "%q: row %d has more columns than there are headings", b.file, i+1)
		}
	}
	b.add(&Table{Name: "projects", Headings: rows[0], Rows: rows[1:]})
	return nil
}
