package synth

// Beijing 2010 as published: an action to which 1,846 organizations applied
// with 2,706 projects in ten livelihood areas, 300 of which a special fund
// bought; 2.298 billion yuan of social funds, 9.98 million people served,
// nearly 500,000 staff, members and volunteers mobilised, and certificates for
// 11 organizations. The rows add up to these figures, "nearly" to a little less.
const (
	beijing2010       = "BJ2010"
	beijingApplicants = 1846
	beijingProjects   = 2706
	beijingPurchased  = 300
	beijingFunds      = 2_298_000_000
	beijingServed     = 9_980_000
	beijingMobilised  = 499_860
	beijingHonoured   = 11
)

func beijingRound() round {
	return round{opens: date(2010, 3, 1), closes: date(2010, 4, 30), decides: date(2010, 5, 10), today: demonstrationDay(),
		shortest: 120, longest: 170}
}

func (d *demonstration) addBeijing() {
	d.addAgencies("BJ", "municipal", beijing, text{"示例市级", "Sample Municipal"})
	organizations := d.addOrganizations("BJ-O", beijingApplicants, 4, 2010, beijingDistricts())
	stride := coprime(beijingApplicants)
	purchased := 0
	for i := range beijingProjects {
		r := stream(demonstrationSeed, ofProject, i)
		p := &project{
			id: beijing2010 + "-" + padded(i+1, 4), serial: i + 1, programme: beijing2010, call: beijing2010 + "-N1",
			year: 2010, method: demonstrationMethod(beijing2010),
			organization: organizations[i*stride%beijingApplicants],
		}
		if i >= beijingApplicants {
			p.organization = pick(r, organizations)
		}
		d.subject(p, r, pick(r, beijingDistricts()))
		p.agency = "BJ-A" + number(int64(p.service%len(departments())+1))
		if i*beijingPurchased/beijingProjects != (i+1)*beijingPurchased/beijingProjects {
			p.state = beijingState(purchased)
			purchased++
		} else {
			p.state = declined
			if spread(i) >= 955 {
				p.state = withdrawn
			}
		}
		in := beijingRound()
		if p.state == inProgress {
			in.shortest, in.longest = 330, 400
		}
		p.live(r, in)
		d.projects = append(d.projects, p)
	}
	d.reachTotals()
}

// beijingState is the state of the n-th purchased project.
func beijingState(n int) string {
	switch at := spread(n); {
	case at < 900:
		return completed
	case at < 975:
		return inProgress
	}
	return terminated
}

// reachTotals gives every project that was carried out its part of what the
// action as a whole reached. That includes those the fund did not buy: the
// published totals are those of the action, not of the fund.
func (d *demonstration) reachTotals() {
	var done []*project
	var funds, served, mobilised []int
	for i, p := range d.projects {
		if p.state == withdrawn {
			continue
		}
		r := stream(demonstrationSeed, ofTotals, i)
		done = append(done, p)
		funds = append(funds, between(r, 20, 200)*between(r, 1, 10))
		served = append(served, between(r, 20, 200)*between(r, 1, 6))
		mobilised = append(mobilised, between(r, 20, 200))
	}
	fundParts, servedParts, mobilisedParts := distribute(beijingFunds/100, funds), distribute(beijingServed, served), distribute(beijingMobilised, mobilised)
	for i, p := range done {
		r := stream(demonstrationSeed, ofTotals, len(d.projects)+i)
		p.funds, p.served = fundParts[i]*100, servedParts[i]
		p.planned = p.served * 100 / int64(between(r, 85, 125)) / 10 * 10
		p.staff = mobilisedParts[i]/int64(between(r, 8, 15)) + 1
		p.volunteers = mobilisedParts[i] - p.staff
		if p.state == declined {
			p.note = text{"专项资金未购买，由申报组织自行开展。", " Not bought by the fund; carried out by the applicant itself."}
		}
	}
}

// honoured are the projects whose organizations get a certificate: completed
// ones spread over the list, each of another organization.
func (d *demonstration) honoured() []*project {
	var list []*project
	seen := map[string]bool{}
	skip := 0
	for p := range d.of(beijing2010) {
		if p.state != completed || seen[p.organization] {
			continue
		}
		if skip++; skip%20 == 0 && len(list) < beijingHonoured {
			seen[p.organization] = true
			list = append(list, p)
		}
	}
	return list
}
