package synth

const (
	programmeHeadings = "id,title_zh,title_en,agency,year,budget,projects_declared,amount_declared,opens,closes,policy," +
		"summary_zh,summary_en,demonstration"
	budgetHeadings = "id,agency,programme,year,amount,adjusted_amount,source,document,demonstration"
	callHeadings   = "id,title_zh,title_en,programme,agency,method,published,closes,budget,requirements_zh,requirements_en," +
		"state,bidders,document,demonstration"
	figureHeadings = "id,subject,year,measure,value,unit,source,quote_zh,quote_en,note_zh,note_en,preferred,demonstration"
)

// guide is the note that every generated programme names as its policy.
const guide = "purchase-guide"

// programmeTail is what the ids of a programme and of its budget and calls end in.
func (p *plan) programmeTail(year, by int) string {
	return number(int64(p.calendarYear(year))) + "-" + p.agencies[by].id
}

func (p *plan) programmeID(year, by int) string { return "F" + p.programmeTail(year, by) }

// callID is the spring call of a programme, or the autumn one that is open.
func (p *plan) callID(year, by int, state string) string {
	id := "N" + p.programmeTail(year, by)
	if state == applied || state == underReview {
		id += "-2"
	}
	return id
}

// method is how the contracts of a programme are let.
func method(year, by int) string {
	methods := []string{"open_tender", "venture", "open_tender", "entrustment", "competitive_consultation", "open_tender",
		"competitive_negotiation", "venture", "invited_tender", "inquiry", "single_source", "direct", "other"}
	return methods[(year*5+by)%len(methods)]
}

// budget is what was set aside: the awards and something over, in ten thousands.
func (t tally) budget() int64 { return (t.awarded*21/20/10_000 + 5) * 10_000 }

// writeRounds makes programmes with their budgets, calls and declared totals.
func (p *plan) writeRounds(create Create) error {
	for _, t := range []struct {
		path, headings string
		row            func(year, by int, sum tally) []string
	}{
		{"data/programmes.csv", programmeHeadings, p.programmeRow},
		{"data/budgets.csv", budgetHeadings, p.budgetRow},
		{"data/calls/spring.csv", callHeadings, p.springCall},
		{"data/calls/autumn.csv", callHeadings, p.autumnCall},
		{"data/figures.csv", figureHeadings, p.figureRow},
	} {
		rows := count(len(p.sums), func(i int) []string {
			if p.sums[i].projects == 0 {
				return nil
			}
			return t.row(i/len(p.agencies), i%len(p.agencies), p.sums[i])
		})
		if err := writeTable(create, t.path, t.headings, rows); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) programmeRow(year, by int, sum tally) []string {
	y, a := number(int64(p.calendarYear(year))), p.agencies[by]
	closes := date(p.calendarYear(year), 3, 31)
	if year == p.years-1 {
		closes = date(p.calendarYear(year), 10, 31)
	}
	return []string{p.programmeID(year, by), y + " 年" + a.name.zh + "购买服务专项", a.name.en + " service purchases " + y,
		a.id, y, number(sum.budget()), number(sum.projects), number(sum.awarded),
		date(p.calendarYear(year), 1, 4).String(), closes.String(), guide,
		"生成的示例专项。", "A generated sample programme.", yes}
}

func (p *plan) budgetRow(year, by int, sum tally) []string {
	adjusted, source := int64(0), "fiscal"
	switch (year + by) % 7 {
	case 0:
		adjusted = sum.budget() + 50_000
	case 3:
		source = "welfare_lottery"
	case 5:
		source = "other"
	}
	tail := p.programmeTail(year, by)
	return []string{"B" + tail, p.agencies[by].id, p.programmeID(year, by), number(int64(p.calendarYear(year))),
		number(sum.budget()), number(adjusted), source, "https://example.org/documents/B" + tail + ".pdf", yes}
}

func (p *plan) springCall(year, by int, sum tally) []string {
	y := p.calendarYear(year)
	return p.call(year, by, text{"征集公告", "call for projects"}, p.callID(year, by, completed), "awarded",
		date(y, 1, 4), date(y, 3, 31), sum)
}

// autumnCall is a second call in the last year only, open or not yet decided.
func (p *plan) autumnCall(year, by int, _ tally) []string {
	if year != p.years-1 {
		return nil
	}
	y := p.calendarYear(year)
	return p.call(year, by, text{"第二轮征集公告", "second call for projects"}, p.callID(year, by, applied), "open",
		date(y, 8, 1), date(y, 10, 31), tally{})
}

func (p *plan) call(year, by int, title text, id, state string, from, to day, sum tally) []string {
	y, a := number(int64(p.calendarYear(year))), p.agencies[by]
	budget := ""
	if sum.projects > 0 {
		budget = number(sum.budget())
	}
	return []string{id, y + " 年" + a.name.zh + title.zh, a.name.en + " " + title.en + " " + y,
		p.programmeID(year, by), a.id, method(year, by), from.String(), to.String(), budget,
		"依法登记、近两年无违规记录", "Lawfully registered, no breach in two years", state, number(sum.projects),
		"https://example.org/documents/" + id + ".pdf", yes}
}

func (p *plan) figureRow(year, by int, sum tally) []string {
	if sum.served == 0 {
		return nil
	}
	n := number(sum.served)
	return []string{"Q" + p.programmeTail(year, by), "programmes:" + p.programmeID(year, by),
		number(int64(p.calendarYear(year))), "people_served", n, "people", "示例年报 / Sample annual report",
		"全年服务 " + n + " 人", n + " people were served", "", "", yes, yes}
}
