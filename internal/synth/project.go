package synth

import (
	"iter"
	"math/rand/v2"
)

// States of a project, as the tables write them.
const (
	applied     = "applied"
	underReview = "under_review"
	declined    = "declined"
	withdrawn   = "withdrawn"
	approved    = "approved"
	contracted  = "contracted"
	inProgress  = "in_progress"
	completed   = "completed"
	terminated  = "terminated"
)

// project is a service project with everything that hangs on it. Amounts are
// whole yuan; zero is not published.
type project struct {
	id                                            string
	serial                                        int // the number in the title
	programme, call, agency, organization, method string
	service, group                                int // in the lists
	district                                      district
	year                                          int
	state                                         string
	applied, decided, start, end                  day
	requested, awarded                            int64
	funds, planned, served, volunteers, staff     int64
	note                                          text // beside the summary
	contracts                                     []contract
	payments                                      []payment
	evaluations                                   []evaluation
}

// subject gives a project its service, group and district.
func (l *lists) subject(p *project, r *rand.Rand, d district) {
	p.service = r.IntN(len(l.services))
	p.group = pick(r, l.services[p.service].groups)
	p.district = d
}

// title says what, for whom and where, and that it is a sample.
func (l *lists) title(p *project) text {
	s, g, tail := l.services[p.service].name, l.groups[p.group], padded(p.serial, 4)
	return text{
		p.district.name.zh + g.zh + s.zh + "项目（示例 " + tail + "）",
		s.en + " for " + g.en + ", " + p.district.name.en + " (sample " + tail + ")",
	}
}

func (l *lists) summary(p *project) text {
	s, g, n := l.services[p.service].name, l.groups[p.group], number(p.planned)
	return text{
		"生成的示例：面向" + g.zh + "的" + s.zh + "，计划服务 " + n + " 人。" + p.note.zh,
		"Generated sample: " + lower(s.en[:1]) + s.en[1:] + " for " + g.en + ", planned for " + n + " people." + p.note.en,
	}
}

const projectHeadings = "id,title_zh,title_en,programme,call,agency,organization,area,district,service,year,state," +
	"applied,decided,amount_requested,amount_awarded,social_funds,people_planned,people_served,volunteers,staff," +
	"start,end,target_group_zh,target_group_en,summary_zh,summary_en,demonstration"

func (l *lists) projectRow(p *project) []string {
	title, summary, group := l.title(p), l.summary(p), l.groups[p.group]
	return []string{
		p.id, title.zh, title.en, p.programme, p.call, p.agency, p.organization, l.services[p.service].area,
		p.district.code, serviceID(p.service), number(int64(p.year)), p.state, p.applied.String(), p.decided.String(),
		number(p.requested), number(p.awarded), number(p.funds), number(p.planned), number(p.served),
		number(p.volunteers), number(p.staff), p.start.String(), p.end.String(), group.zh, group.en,
		summary.zh, summary.en, yes,
	}
}

func (l *lists) projectRows(projects iter.Seq[*project]) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for p := range projects {
			if !yield(l.projectRow(p)) {
				return
			}
		}
	}
}
