package site

import (
	"html/template"
	"strconv"
	"strings"

	"gongkai/internal/markdown"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Embed answers {{total projects.amount_awarded year=2010}} and
// {{table projects area=elderly limit=5}}.
func (r noteResolver) Embed(name string, args []markdown.Arg) (template.HTML, string, string) {
	q, problem := r.c.query(args)
	if problem != "" {
		return "", "", problem
	}
	switch name {
	case "total":
		return r.c.embedTotal(q)
	case "table":
		return r.c.embedTable(q)
	}
	return "", "", r.c.t("没有名为 "+name+" 的短代码；可用 total 和 table", "there is no shortcode "+name+"; there are total and table")
}

// query is what a shortcode asks for.
type query struct {
	schema *table.Schema
	field  *table.Field // of a total, nil to count
	list   []table.Entity
	limit  int
}

func (c *context) query(args []markdown.Arg) (query, string) {
	q := query{limit: 10}
	if len(args) == 0 || args[0].Name != "" {
		return q, c.t("短代码要先写表名，例如 projects", "a shortcode names its table first, such as projects")
	}
	name, field, _ := strings.Cut(args[0].Value, ".")
	i, ok := c.plan.index.byName[name]
	if !ok {
		return q, c.t("没有表 "+name, "there is no table "+name)
	}
	t := c.plan.index.tables[i]
	q.schema = t.Schema()
	if field != "" {
		if q.field = q.schema.Field(field); q.field == nil || q.field.Kind != table.KindMoney && q.field.Kind != table.KindCount {
			return q, c.t("表 "+name+" 没有可以合计的字段 "+field, name+" has no field "+field+" that adds up")
		}
	}
	for j := range t.Len() {
		q.list = append(q.list, t.At(j))
	}
	for _, a := range args[1:] {
		if a.Name == "limit" {
			n, err := strconv.Atoi(a.Value)
			if err != nil || n < 1 || n > 1000 {
				return q, c.t("limit 应是 1 到 1000 的整数", "limit takes a whole number from 1 to 1000")
			}
			q.limit = n
			continue
		}
		f := q.schema.Field(a.Name)
		if f == nil {
			return q, c.t("表 "+name+" 没有字段 "+a.Name, name+" has no field "+a.Name)
		}
		q.list = c.filter(q.list, f, a.Value)
	}
	return q, ""
}

// filter keeps the records whose field says so; a project's year may come from
// its dates.
func (c *context) filter(list []table.Entity, f *table.Field, want string) []table.Entity {
	var out []table.Entity
	for _, e := range list {
		got := f.Plain(e)
		if p, ok := e.(*model.Project); ok && f.Name == "year" {
			got = strconv.Itoa(p.CalendarYear())
		}
		if got == want || f.Many && contains(got, want) {
			out = append(out, e)
		}
	}
	return out
}

func contains(list, want string) bool {
	for _, s := range strings.Split(list, ";") {
		if s == want {
			return true
		}
	}
	return false
}

var totalTemplate = template.Must(template.New("total").Parse(`<p class="total"><span>{{.Label}}</span> <strong>{{.Value}}</strong></p>`))

var embedTemplate = template.Must(template.New("table").Parse(`<section class="scroll" aria-label="{{.Caption}}" tabindex="0"><table><caption>{{.Caption}}</caption><thead><tr>{{range .Heads}}<th scope="col"{{if .Numeric}} class="num"{{end}}>{{.Text}}</th>{{end}}</tr></thead><tbody>{{range .Rows}}<tr>{{range .}}<td{{if .Numeric}} class="num"{{end}}>{{if .Href}}<a href="{{.Href}}"{{with .Lang}} lang="{{.}}"{{end}}>{{.Text}}</a>{{else}}{{.Text}}{{end}}</td>{{end}}</tr>{{end}}</tbody></table></section>`))

func (c *context) embedTotal(q query) (template.HTML, string, string) {
	label, shown := c.say(q.schema.Info.Title), c.count(len(q.list))
	if q.field != nil {
		label = c.say(q.field.Title)
		if q.field.Kind == table.KindMoney {
			var sum value.Totals
			for _, e := range q.list {
				sum.Add(*q.field.Of(e).(*value.Money))
			}
			shown = sum.Format(c.lang)
		} else {
			var n int64
			for _, e := range q.list {
				n += q.field.Of(e).(*value.Count).Int()
			}
			shown = value.Group(n)
		}
	}
	if shown == "" {
		shown = c.t("未公布", "not published")
	}
	return execute(totalTemplate, Amount{Label: label, Value: shown}), label + " " + shown, ""
}

func (c *context) embedTable(q query) (template.HTML, string, string) {
	list := q.list[:min(q.limit, len(q.list))]
	t := c.listTable(q.schema, list, len(list))
	if q.schema.Info.Name == "projects" {
		t = c.projectTable(asProjects(list), "")
	}
	return execute(embedTemplate, t), t.Caption, ""
}

func execute(t *template.Template, data any) template.HTML {
	var b strings.Builder
	if err := t.Execute(&b, data); err != nil {
		return "" // a Builder does not fail, and the templates fit their data: tests run them
	}
	return template.HTML(b.String())
}
