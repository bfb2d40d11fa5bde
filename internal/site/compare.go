package site

import (
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// comparePath is the page that sets records side by side.
const comparePath = "compare.html"

// compareTables are the tables whose records can be compared, in the order in
// which the page offers them.
func compareTables() []string { return []string{"organizations", "areas", "agencies", "districts"} }

// How many records the plain tables of the page show.
const (
	comparedOrganizations = 20
	comparedOthers        = 40
)

// comparable reports whether a table has records to set side by side.
func (x *index) comparable(name string) bool { return x.tables[x.byName[name]].Len() > 1 }

// compares reports whether the site has the page.
func (x *index) compares() bool { return slices.ContainsFunc(compareTables(), x.comparable) }

// compareLink leads from a record to the page with that record filled in.
func (c *context) compareLink(e table.Entity, s *table.Schema) Link {
	name := s.Info.Name
	if c.page.part > 1 || !slices.Contains(compareTables(), name) || !c.plan.index.comparable(name) {
		return Link{}
	}
	_, segment, _ := strings.Cut(c.plan.index.path(e), "/")
	texts := map[string][2]string{
		"organizations": {"与其他承接主体比较", "Compare with other organizations"},
		"areas":         {"与其他领域比较", "Compare with other areas"},
		"agencies":      {"与其他购买主体比较", "Compare with other agencies"},
		"districts":     {"与其他区域比较", "Compare with other districts"},
	}
	return Link{Text: c.t(texts[name][0], texts[name][1]), Href: c.href(comparePath) + "?" + name + "=" + segment}
}

// compare makes the page of comparisons: plain tables of the largest, and what
// a script needs to set chosen records side by side.
func (c *context) compare() Compare {
	v := Compare{Frame: c.frame(c.t("比较", "Compare"))}
	v.Frame.Description = c.t("把二至四个承接主体、领域、购买主体或区域放在一起，比较金额、立项率、评估得分和人均金额。", "Two to four organizations, areas, agencies or districts side by side: money, success, scores and cost per person.")
	for _, name := range compareTables() {
		if !c.plan.index.comparable(name) {
			continue
		}
		t := c.plan.index.tables[c.plan.index.byName[name]]
		k := Comparable{Name: name, Title: c.say(t.Schema().Info.Title), Shards: strconv.Itoa(shardsOf(t.Len())), Table: c.compareTable(name, t)}
		v.Kinds = append(v.Kinds, k)
	}
	v.Rows = c.compareRows()
	v.Money = c.moneyForms()
	return v
}

// compareTable shows the largest records of a table side by side.
func (c *context) compareTable(name string, t table.Table) Table {
	s, limit := t.Schema(), comparedOthers
	list := ordered{t, nil}
	if name == "organizations" {
		limit = comparedOrganizations
		list = c.plan.index.largest(t)
	}
	out := Table{ID: name, Caption: c.say(s.Info.Title), Heads: heads(c.say(s.Info.One), "#"+c.t("项目", "Projects"), "#"+c.t("立项", "Awarded"),
		"#"+c.t("立项金额", "Amount awarded"), "#"+c.t("立项率", "Success"), "#"+c.t("绩效得分", "Score"), "#"+c.t("服务人数", "People served"), "#"+c.t("人均立项金额", "Awarded per person"))}
	grades := name == "organizations" && c.plan.index.used["grade"]
	if grades {
		out.Heads = append(out.Heads, Head{Text: c.t("等级", "Grade")})
	}
	for i := range list.len() {
		e := list.at(i)
		projects := model.ProjectsOf(e)
		if len(projects) == 0 && name != "organizations" {
			continue // nothing to compare
		}
		if len(out.Rows) == limit {
			break
		}
		row := c.comparedRow(e, c.plan.index.figuresOf(e, projects))
		if grades {
			row = append(row, cellText(c.gradeNow(e.(*model.Organization))))
		}
		out.Rows = append(out.Rows, row)
	}
	if more := list.len() - len(out.Rows); more > 0 && len(out.Rows) == limit {
		out.More = Link{Text: c.t("全部"+c.records(list.len(), s), "All "+c.records(list.len(), s)), Href: c.href(name + "/index.html")}
		if name == "organizations" {
			out.Note = c.t("立项金额最大的 "+c.count(limit)+" 家。", "The "+c.count(limit)+" with the largest amounts awarded.")
		}
	}
	return out
}

func (c *context) comparedRow(e table.Entity, f figures) []Cell {
	return []Cell{c.cellLink(e), number(c.count(f.projects)), number(c.count(f.awarded)), c.awardedSum(f.awarded, f.award),
		orNone(c.success(f.rate)), orNone(c.scored(f.scores[model.EvaluationPerformance])), orNone(f.people.Format(c.lang)), orNone(f.perPerson().Full(c.lang))}
}

// orNone is a number that need not be there: nothing of it is missing.
func orNone(s string) Cell {
	if s == "" {
		return none()
	}
	return number(s)
}

// gradeNow is an organization's grade, and whether it has expired.
func (c *context) gradeNow(o *model.Organization) string {
	if o.Grade == 0 {
		return ""
	}
	text := o.Grade.Label(c.lang)
	if c.gradeExpired(o) {
		text += c.t("（已过期）", " (expired)")
	}
	return text
}

// gradeExpired reports whether the grade was valid no more at the date of the
// data.
func (c *context) gradeExpired(o *model.Organization) bool { return gradeExpired(o, c.plan.Data) }

func gradeExpired(o *model.Organization, d *model.Dataset) bool {
	return !o.Graded.IsZero() && !d.Config.AsOf.IsZero() && !d.Config.AsOf.Before(o.GradeEnds())
}

// moneyForms says how amounts of each currency of the site are written, "#" for
// the digits: "CNY=¥#|USD=$#".
func (c *context) moneyForms() string {
	var all value.Totals
	for _, p := range c.plan.Data.Projects.Rows {
		for _, m := range []value.Money{p.AmountAwarded, p.AmountContracted, p.AmountPaid, p.SocialFunds} {
			all.Add(m)
		}
	}
	for _, k := range c.plan.Data.Contracts.Rows {
		all.Add(k.Amount)
	}
	for _, m := range c.plan.Data.Payments.Rows {
		all.Add(m.Amount)
	}
	var forms []string
	for _, m := range all.All() {
		one := value.NewMoney(0, m.Currency()).Full(c.lang)
		forms = append(forms, m.Currency().String()+"="+strings.Replace(one, "0", "#", 1))
	}
	return strings.Join(forms, "|")
}

// compareRows are the lines of a comparison; the script fills in a column for
// each record.
func (c *context) compareRows() []CompareRow {
	row := func(key, kind, zh, en string) CompareRow { return CompareRow{Key: key, Kind: kind, Label: c.t(zh, en)} }
	rows := []CompareRow{
		row("kind", "code", "类型", "Kind"), row("registered", "date", "登记日期", "Registered"), row("status", "code", "状态", "Status"),
		row("grade", "grade", "评估等级", "Grade"), row("projects", "count", "项目（含申报）", "Projects and applications"),
		row("awarded", "count", "立项", "Awarded"), row("rate", "rate", "立项率", "Success of applications"), row("organizations", "count", "承接主体", "Organizations"),
		row("award", "money", "立项金额", "Amount awarded"), row("contracted", "money", "签约金额", "Contracted"), row("paid", "money", "已付金额", "Paid"),
		row("social", "money", "带动社会资金", "Social funds"), row("served", "count", "服务人数", "People served"),
		row("person", "person", "人均立项金额", "Awarded per person served"), row("performance", "score", "绩效评估平均分", "Performance score, average"),
		row("follow_up", "score", "跟踪评估平均分", "Follow-up score, average"), row("honours", "count", "荣誉", "Honours"),
		row("years", "years", "各年度立项金额", "Amount awarded by year"), row("areas", "areas", "各领域立项金额", "Amount awarded by area"),
	}
	codes := map[string]*table.Enum{"kind": new(model.OrganizationKind).Enum(), "status": new(model.OrganizationStatus).Enum(), "grade": new(model.OrganizationGrade).Enum()}
	for i := range rows {
		if enum := codes[rows[i].Key]; enum != nil {
			var pairs []string
			for _, v := range enum.Values {
				pairs = append(pairs, v.Code+"="+c.say(v.Title))
			}
			rows[i].Codes = strings.Join(pairs, "|")
		}
	}
	return rows
}
