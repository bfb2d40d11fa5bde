package site

import (
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// organizationProjects lists some of an organization's projects, with its part
// in joint ones and the grade it held when each was awarded. Which columns there
// are depends on all of them, so that the pages of a long list agree.
func (c *context) organizationProjects(o *model.Organization, all, shown []*model.Project) Table {
	t := c.projectTable(shown, "organization")
	if slices.ContainsFunc(all, func(p *model.Project) bool { return len(organizationsOf(p)) > 1 }) {
		t.Heads = append(t.Heads, Head{Text: c.t("承接方式", "Its part")})
		for i, p := range shown {
			t.Rows[i] = append(t.Rows[i], Cell{Text: c.part(o, p)})
		}
	}
	if o.Grade == 0 || !slices.ContainsFunc(all, (*model.Project).Awarded) {
		return t
	}
	t.Heads = append(t.Heads, Head{Text: c.t("立项时的等级", "Grade at the award")})
	for i, p := range shown {
		t.Rows[i] = append(t.Rows[i], c.gradeAt(o, p))
	}
	t.Note = c.t("评估等级自评定之日起五年有效；此前的等级本站没有记录。", "A grade is valid for five years from its date; earlier grades are not on this site.")
	return t
}

// part is what an organization does in a project.
func (c *context) part(o *model.Organization, p *model.Project) string {
	switch n := len(organizationsOf(p)); {
	case n == 1:
		return c.t("单独", "alone")
	case p.LeadOrganization() == o:
		return c.t("牵头，共 "+c.count(n)+" 家", "leads, of "+c.count(n))
	default:
		return c.t("参加，共 "+c.count(n)+" 家", "takes part, of "+c.count(n))
	}
}

// gradeAt says whether the organization's grade was valid when it was awarded a
// project.
func (c *context) gradeAt(o *model.Organization, p *model.Project) Cell {
	label := o.Grade.Label(c.lang)
	day := awardDay(p)
	switch {
	case !p.Awarded():
		return Cell{Text: "–"}
	case o.Graded.IsZero():
		return Cell{Text: label + c.t("，评级日期未公布", ", date not published")}
	case day.IsZero():
		return Cell{Text: c.t("立项日期未公布", "date of the award not published")}
	case o.GradeAt(day) != 0:
		return Cell{Text: label + c.t("，有效", ", valid")}
	case day.Before(o.Graded):
		return Cell{Text: c.t("评为 "+label+"之前", "before it was graded "+label)}
	}
	return Cell{Text: label + c.t("，已过有效期", ", expired")}
}

// awardDay is when a project was awarded: its award date, else when its first
// contract was signed.
func awardDay(p *model.Project) value.Date {
	day := p.Decided
	for k := range p.Contracts.All() {
		if p.Decided.IsZero() && !k.Signed.IsZero() && (day.IsZero() || k.Signed.Before(day)) {
			day = k.Signed
		}
	}
	return day
}
