package synth

import (
	"iter"
	"strings"
)

const (
	honourHeadings   = "id,organization,project,title_zh,title_en,granted_by,date,demonstration"
	subsidyHeadings  = "id,organization,recipient_class_zh,recipient_class_en,kind,amount,agency,date,policy,demonstration"
	venueHeadings    = "id,name_zh,name_en,tier,operator,district,address,demonstration"
	eventHeadings    = "id,venue,organization,title_zh,title_en,date,participants,kind,demonstration"
	trainingHeadings = "id,organization,programme,title_zh,title_en,date,trainees,passed,certificate,demonstration"
	documentHeadings = "id,subject,title_zh,title_en,kind,url,date,demonstration"
	correctHeadings  = "id,date,table,record,what_zh,what_en,why_zh,why_en,demonstration"
)

// writeSupport makes what stands beside purchases.
func (p *plan) writeSupport(create Create) error {
	venues := p.projects/200 + 3
	for _, t := range []struct {
		path, headings string
		rows           iter.Seq[[]string]
	}{
		{"data/honours.csv", honourHeadings, p.honours()},
		{"data/subsidies.csv", subsidyHeadings, count(p.projects/50+2, p.subsidyRow)},
		{"data/venues.csv", venueHeadings, count(venues, p.venueRow)},
		{"data/events.csv", eventHeadings, count(p.projects*3/10+2, func(i int) []string { return p.eventRow(i, venues) })},
		{"data/trainings.csv", trainingHeadings, count(p.projects/20+2, p.trainingRow)},
	} {
		if err := writeTable(create, t.path, t.headings, t.rows); err != nil {
			return err
		}
	}
	return nil
}

// honours go to the projects whose last review was the best.
func (p *plan) honours() iter.Seq[[]string] {
	return chainRows(p.all(), func(made *project, put func([]string) bool) bool {
		if made.state != completed || len(made.evaluations) < 3 || made.evaluations[2].score < 95 {
			return true
		}
		lead, _, _ := strings.Cut(made.organization, ";")
		return put([]string{made.id + "-H1", lead, made.id, "示例优秀项目", "Sample project of merit",
			"示例授予机关 / Sample grantor", (made.evaluations[2].date + 30).String(), yes})
	})
}

// someDay is a day in a year of the site, before it is published.
func (p *plan) someDay(year, at int) day {
	return date(p.calendarYear(year%p.years), 1, 5) + day(at%260)
}

func (p *plan) subsidyRow(i int) []string {
	r := stream(p.seed, ofSupport, i)
	kind := pick(r, []string{"work_funds", "start_up", "operating", "rent", "training"})
	return []string{"U" + padded(i+1, 5), organizationID(r.IntN(p.organizations)), "", "", kind,
		number(int64(between(r, 10, 60)) * 1000), pick(r, p.agencies).id, p.someDay(r.IntN(p.years), r.IntN(260)).String(), guide, yes}
}

func (p *plan) venueRow(i int) []string {
	tail, tier := padded(i+1, 3), "3"
	switch {
	case i == 0:
		tier = "1"
	case i%5 == 1:
		tier = "2"
	}
	return []string{venueID(i), "示例服务中心 " + tail, "Sample Service Centre " + tail, tier,
		organizationID(i % p.organizations), p.districts[i*5%len(p.districts)].code,
		"示例路 " + number(int64(i+1)) + " 号 / " + number(int64(i+1)) + " Sample Road", yes}
}

func venueID(i int) string { return "V" + padded(i+1, 4) }

func (p *plan) eventRow(i, venues int) []string {
	r := stream(p.seed, ofEvent, i)
	year := r.IntN(p.years)
	return p.event("X"+padded(i+1, 6), venueID(r.IntN(venues)), organizationID(r.IntN(p.organizations)),
		r.IntN(len(p.services)), p.someDay(year, r.IntN(260)), int64(between(r, 8, 240)), i)
}

// event is one activity about a service.
func (l *lists) event(id, venue, organization string, about int, on day, participants int64, i int) []string {
	kinds := []struct {
		kind string
		name text
	}{{"activity", text{"体验活动", "open day"}}, {"consultation", text{"咨询", "consultation"}},
		{"lecture", text{"讲座", "talk"}}, {"exchange", text{"交流会", "exchange"}}}
	k, s := kinds[i%len(kinds)], l.services[about].name
	tail := padded(i+1, 4)
	return []string{id, venue, organization, s.zh + k.name.zh + "（示例 " + tail + "）",
		s.en + ": " + k.name.en + " (sample " + tail + ")", on.String(), number(participants), k.kind, yes}
}

func (p *plan) trainingRow(i int) []string {
	r := stream(p.seed, ofEvent, -1-i)
	year, trainees := r.IntN(p.years), int64(between(r, 12, 80))
	tail := padded(i+1, 4)
	return []string{"T" + padded(i+1, 5), organizationID(r.IntN(p.organizations)), "",
		"项目管理培训（示例 " + tail + "）", "Project management course (sample " + tail + ")",
		p.someDay(year, r.IntN(260)).String(), number(trainees), number(trainees * int64(between(r, 60, 98)) / 100),
		"示例结业证书 / Sample certificate", yes}
}
