package site

import (
	"strconv"
	"strings"

	"gongkai/internal/model"
)

// organizationSentence says in plain words what an organization is, who bought
// how much from it since when, and how it was judged. It says nothing that is
// not published.
func (c *context) organizationSentence(r review) string {
	parts := []string{c.isA(r.o), c.bought(r), c.judged(r), c.standing(r.o)}
	var said []string
	for _, s := range parts {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, c.t("", " "))
}

// isA says what the organization is registered as.
func (c *context) isA(o *model.Organization) string {
	name := c.label(o)
	year := ""
	if !o.Registered.IsZero() {
		year = strconv.Itoa(o.Registered.Year())
	}
	kind := ""
	if o.Kind != 0 && o.Kind != model.KindOther {
		kind = o.Kind.Label(c.lang)
	}
	switch {
	case kind != "" && year != "":
		return c.t(apart(name)+"是 "+year+" 年登记的"+kind+"。", name+" is a "+lowerFirst(kind)+" registered in "+year+".")
	case kind != "":
		return c.t(apart(name)+"是"+kind+"。", name+" is a "+lowerFirst(kind)+".")
	case year != "":
		return c.t(apart(name)+"于 "+year+" 年登记。", name+" was registered in "+year+".")
	}
	return ""
}

// apart sets a name that ends in a Latin letter or a digit off from the Chinese
// text that follows.
func apart(name string) string {
	if name != "" && name[len(name)-1] < 0x80 && name[len(name)-1] != ')' {
		return name + " "
	}
	return name
}

// bought says how many projects were bought from the organization, by whom,
// since when and for how much; where none was, what became of its applications.
func (c *context) bought(r review) string {
	n := len(r.awarded)
	if n == 0 {
		return c.boughtNothing(r)
	}
	var agencies []*model.Agency
	first := 0
	seen := map[*model.Agency]bool{}
	for _, p := range r.awarded {
		if a := p.Agency.To; a != nil && !seen[a] {
			seen[a] = true
			agencies = append(agencies, a)
		}
		if y := p.CalendarYear(); y != 0 && (first == 0 || y < first) {
			first = y
		}
	}
	if c.lang == "zh" {
		return c.boughtZH(r, agencies, first)
	}
	return c.boughtEN(r, agencies, first)
}

func (c *context) boughtZH(r review, agencies []*model.Agency, first int) string {
	n := len(r.awarded)
	var b strings.Builder
	if first != 0 && n > 1 {
		b.WriteString("自 " + strconv.Itoa(first) + " 年起，")
	} else if first != 0 {
		b.WriteString(strconv.Itoa(first) + " 年，")
	}
	switch len(agencies) {
	case 0:
		b.WriteString("它承接了 " + c.count(n) + " 个项目")
	case 1:
		b.WriteString(apart(c.label(agencies[0])) + "向它购买了 " + c.count(n) + " 个项目")
	default:
		b.WriteString("先后有 " + c.count(len(agencies)) + " 个购买主体向它购买了 " + c.count(n) + " 个项目")
	}
	if !r.totals.award.Empty() {
		b.WriteString("，立项金额")
		if n > 1 {
			b.WriteString("合计 ")
		} else {
			b.WriteString(" ")
		}
		b.WriteString(r.totals.award.Short("zh"))
	}
	if !r.totals.paid.Empty() {
		b.WriteString("，已付 " + r.totals.paid.Short("zh"))
	}
	return b.String() + "。"
}

func (c *context) boughtEN(r review, agencies []*model.Agency, first int) string {
	n := len(r.awarded)
	projects := "one project"
	if n > 1 {
		projects = c.count(n) + " projects"
	}
	who, since := "", ""
	switch len(agencies) {
	case 0:
	case 1:
		who = c.label(agencies[0]) + " has bought "
	default:
		who = upperFirst(c.few(len(agencies))) + " agencies have bought "
	}
	if first != 0 {
		since = " since " + strconv.Itoa(first)
	}
	var b strings.Builder
	switch {
	case who != "" && n == 1 && first != 0:
		b.WriteString("In " + strconv.Itoa(first) + " " + c.label(agencies[0]) + " bought one project from it")
	case who != "":
		b.WriteString(who + projects + " from it" + since)
	case n == 1 && first != 0:
		b.WriteString("It was awarded one project, in " + strconv.Itoa(first))
	default:
		b.WriteString("It has been awarded " + projects + since)
	}
	var sums []string
	if !r.totals.award.Empty() {
		sums = append(sums, r.totals.award.Short("en")+" awarded")
	}
	if !r.totals.paid.Empty() {
		sums = append(sums, r.totals.paid.Short("en")+" paid so far")
	}
	if len(sums) > 0 {
		b.WriteString(": " + strings.Join(sums, ", "))
	}
	return b.String() + "."
}

// few is a number as an English sentence may begin with it: in a word below ten.
func (c *context) few(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	if n < len(words) {
		return words[n]
	}
	return c.count(n)
}

// times is how often, in English words.
func (c *context) times(n int) string {
	if n == 2 {
		return "twice"
	}
	return c.few(n) + " times"
}

// boughtNothing says what became of an organization's applications.
func (c *context) boughtNothing(r review) string {
	n := len(r.projects)
	if n == 0 {
		return c.t("本站没有它申报或承接项目的记录。", "This site has no application by it and no project of it.")
	}
	declined, withdrawn := 0, 0
	for _, p := range r.projects {
		switch p.State {
		case model.StateDeclined:
			declined++
		case model.StateWithdrawn:
			withdrawn++
		}
	}
	zh, en := "它申报过 "+c.count(n)+" 个项目", "It applied with "+c.count(n)+" projects"
	if n == 1 {
		en = "It applied with one project"
	}
	switch {
	case declined == n && n == 1:
		return c.t(zh+"，未立项。", en+", which was declined.")
	case declined == n:
		return c.t(zh+"，均未立项。", en+", all of which were declined.")
	case withdrawn == n:
		return c.t(zh+"，后撤回。", en+" and withdrew.")
	}
	if declined > 0 {
		zh, en = zh+"，未立项 "+c.count(declined)+" 个", en+": "+c.count(declined)+" declined"
	}
	if withdrawn > 0 {
		zh, en = zh+"，撤回 "+c.count(withdrawn)+" 个", en+separator(declined > 0)+c.count(withdrawn)+" withdrawn"
	}
	if open := n - declined - withdrawn; open > 0 {
		zh, en = zh+"，尚无结果 "+c.count(open)+" 个", en+separator(declined+withdrawn > 0)+c.count(open)+" not decided"
	}
	return c.t(zh+"。", en+".")
}

// separator stands before an item of a list.
func separator(later bool) string {
	if later {
		return ", "
	}
	return ": "
}

// judged is how the organization's projects were evaluated.
func (c *context) judged(r review) string {
	if len(r.awarded) == 0 {
		return ""
	}
	var all []*model.Evaluation
	excellent := 0
	for _, e := range r.evaluations {
		if e.Kind == model.EvaluationPerformance {
			all = append(all, e)
			if e.Grade == model.GradeExcellent {
				excellent++
			}
		}
	}
	switch n := len(all); {
	case n == 0:
		return c.t("绩效评估结果未公布。", "No performance evaluation of it is published.")
	case n == 1:
		e := all[0]
		var words []string
		if e.Grade != 0 {
			words = append(words, lowerFirst(e.Grade.Label(c.lang)))
		}
		if !e.Score.IsZero() {
			words = append(words, e.Score.Format(c.lang)+c.t(" 分", " of 100 points"))
		}
		if len(words) == 0 {
			return c.t("有 1 次绩效评估，结果未公布。", "Its one performance evaluation has no published result.")
		}
		return c.t("绩效评估："+strings.Join(words, "，")+"。", "It was judged "+strings.Join(words, ", ")+".")
	default:
		zh, en := "绩效评估 "+c.count(n)+" 次", "It was evaluated "+c.times(n)
		if m := r.scores[model.EvaluationPerformance]; m.N > 0 {
			mean := m.Decimal().Format(c.lang)
			zh, en = zh+"，平均 "+mean+" 分", en+", "+mean+" of 100 points on average"
		}
		if excellent > 0 {
			zh, en = zh+"，其中优秀 "+c.count(excellent)+" 次", en+", with "+c.few(excellent)+" rated excellent"
		}
		return c.t(zh+"。", en+".")
	}
}

// standing says where an organization no longer stands as it did.
func (c *context) standing(o *model.Organization) string {
	switch o.Status {
	case model.StatusDissolved:
		return c.t("该组织现已注销。", "It has since been dissolved.")
	case model.StatusAbnormal:
		return c.t("该组织被列为活动异常。", "Its registration is listed as abnormal.")
	}
	return ""
}
