package synth

import (
	"iter"
	"slices"
)

// The seed and the day of the demonstration's rows.
const demonstrationSeed = 2010

func demonstrationDay() day { return date(2011, 3, 31) }

// demonstration holds the generated rows of the two published cases. They fit
// in memory, unlike those of a plan.
type demonstration struct {
	*lists
	agencies      []agency
	organizations []organization
	projects      []*project
	pudong        []string // organizations of the platform's district, by id
}

// Demonstration makes the generated tables of the demonstration site, at the
// scale that the published accounts of its two cases give. The tables that hold
// what was published (programmes, figures and the like) are written by hand
// and stand beside them.
func Demonstration(create Create) error {
	d := &demonstration{lists: newLists(append(beijingDistricts(), pudongDistrict()))}
	d.addBeijing()
	d.addPudong()
	for _, step := range []func(Create) error{
		d.writePlaces, d.writeBodies, d.writeRounds, d.writeProjects, d.writeChain, d.writePlatform, d.writeRecord,
	} {
		if err := step(create); err != nil {
			return err
		}
	}
	return nil
}

func (d *demonstration) all() iter.Seq[*project] { return slices.Values(d.projects) }

// of yields the projects of one programme.
func (d *demonstration) of(programme string) iter.Seq[*project] {
	return func(yield func(*project) bool) {
		for _, p := range d.projects {
			if p.programme == programme && !yield(p) {
				return
			}
		}
	}
}

// addAgencies adds the eight departments of a case.
func (d *demonstration) addAgencies(prefix, level, district string, name text) {
	for i, department := range departments() {
		d.agencies = append(d.agencies, agency{
			id: prefix + "-A" + number(int64(i+1)), level: level, district: district, serial: len(d.agencies) + 1,
			name: text{
				name.zh + department.zh + " " + number(int64(i+1)),
				name.en + " " + department.en + " " + number(int64(i+1)),
			},
		})
	}
}

// addOrganizations adds n and returns their ids.
func (d *demonstration) addOrganizations(prefix string, n, width, year int, districts []district) []string {
	ids := make([]string, n)
	for i := range ids {
		serial := len(d.organizations) + 1
		r := stream(demonstrationSeed, ofOrganization, serial)
		ids[i] = prefix + padded(i+1, width)
		d.organizations = append(d.organizations, d.organization(r, ids[i], serial, pick(r, districts).code, year))
	}
	return ids
}

func (d *demonstration) writeBodies(create Create) error {
	err := writeTable(create, "data/agencies.csv", agencyHeadings,
		count(len(d.agencies), func(i int) []string { return d.agencies[i].row() }))
	if err != nil {
		return err
	}
	return writeTable(create, "data/organizations.csv", organizationHeadings,
		count(len(d.organizations), func(i int) []string { return d.organizations[i].row() }))
}

func (d *demonstration) writeProjects(create Create) error {
	for _, f := range []struct{ path, programme string }{
		{"data/projects/beijing-2010.csv", beijing2010},
		{"data/projects/pudong-2006.csv", pudong2006},
		{"data/projects/pudong-2007.csv", pudong2007},
	} {
		if err := writeTable(create, f.path, projectHeadings, d.projectRows(d.of(f.programme))); err != nil {
			return err
		}
	}
	return nil
}

// writeChain adds the reviews of the district's organizations, dated
// before its calls.
func (d *demonstration) writeChain(create Create) error {
	return writeChain(create, d.all(), count(pudongFirst+pudongSecond, func(i int) []string {
		year := 2006
		if i >= pudongFirst {
			year = 2007
		}
		r := stream(demonstrationSeed, ofReview, i)
		return organizationReview(r, d.pudong[i], date(year, 1, 8)+day(r.IntN(20)))
	}))
}

// writeRounds makes the calls and budgets; programmes are written by hand.
func (d *demonstration) writeRounds(create Create) error {
	calls := []struct {
		programme, title, en string
		bidders              int64
		in                   round
	}{
		{beijing2010, "2010 年项目征集公告（示例）", "Call for projects 2010 (sample)", beijingApplicants, beijingRound()},
		{pudong2006, "2006 年购买服务公告（示例）", "Call for services 2006 (sample)", 13, pudongRound(2006)},
		{pudong2007, "2007 年网上公开竞标公告（示例）", "Call for online public bids 2007 (sample)", 100, pudongRound(2007)},
	}
	err := writeTable(create, "data/calls.csv", callHeadings, count(len(calls), func(i int) []string {
		c := calls[i]
		id := c.programme + "-N1"
		return []string{id, c.title, c.en, c.programme, "", demonstrationMethod(c.programme), c.in.opens.String(), c.in.closes.String(), "",
			"依法登记的社会组织", "Lawfully registered social organizations", "awarded", number(c.bidders),
			"https://example.org/documents/" + id + ".pdf", yes}
	}))
	if err != nil {
		return err
	}
	budgets := []struct {
		programme string
		year      int
		amount    int64
	}{{pudong2006, 2006, 60_000_000}, {pudong2007, 2007, 30_000_000}}
	return writeTable(create, "data/budgets.csv", budgetHeadings, count(len(budgets), func(i int) []string {
		b := budgets[i]
		return []string{b.programme + "-B1", "", b.programme, number(int64(b.year)), number(b.amount), "", "fiscal", "", yes}
	}))
}

// demonstrationMethod is how a case's generated contracts are let.
func demonstrationMethod(programme string) string {
	if programme == beijing2010 {
		return "venture"
	}
	return "open_tender"
}

func (d *demonstration) writeRecord(create Create) error {
	err := writeTable(create, "data/documents.csv", documentHeadings, chainRows(d.all(), documentRow))
	if err != nil {
		return err
	}
	return writeTable(create, "data/corrections.csv", correctHeadings, count(3, func(i int) []string {
		return correctionRow(i, d.projects[i*901], demonstrationDay()-day(i*20))
	}))
}
