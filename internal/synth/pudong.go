package synth

import "strings"

// Pudong as published: in 2006 nearly 60 million yuan through 8 departments to
// 13 organizations; in 2007 nearly 30 million yuan for more than 30 projects
// with 100 organizations, and 49 training institutions; a "1+23+6" platform of
// service centres with 115 organizations, 528 events and over 40,000
// participants. Where an account says "nearly" or "more than", so do the rows.
const (
	pudong2006         = "PD2006"
	pudong2007         = "PD2007"
	pudongProjects2006 = 16
	pudongProjects2007 = 34
	pudongFirst        = 13
	pudongSecond       = 100
	pudongTrainers     = 49
	pudongAwarded2006  = 59_860_000
	pudongAwarded2007  = 29_870_000
	platformVenues     = 1 + 23 + 6
	platformMembers    = 115
	platformEvents     = 528
	platformVisitors   = 40_260
)

func pudongRound(year int) round {
	return round{opens: date(year, 2, 1), closes: date(year, 3, 15), decides: date(year, 3, 25), today: demonstrationDay(),
		shortest: 150, longest: 230}
}

func (d *demonstration) addPudong() {
	d.addAgencies("PD", "district", pudong, text{"示例区级", "Sample District"})
	first := d.addOrganizations("PD-O", pudongFirst, 3, 2006, []district{pudongDistrict()})
	second := d.addOrganizations("PD-P", pudongSecond, 3, 2007, []district{pudongDistrict()})
	trainers := d.addOrganizations("PD-T", pudongTrainers, 3, 2007, []district{pudongDistrict()})
	d.pudong = append(append(append(d.pudong, first...), second...), trainers...)

	leads := make([]string, pudongProjects2006)
	for i := range leads {
		leads[i] = first[i%len(first)]
	}
	d.addPudongYear(pudong2006, 2006, pudongAwarded2006, leads)

	// All 100 take part in 34 projects, two or three in each.
	groups := make([]string, pudongProjects2007)
	for i := range groups {
		from, to := i*len(second)/len(groups), (i+1)*len(second)/len(groups)
		groups[i] = strings.Join(second[from:to], ";")
	}
	d.addPudongYear(pudong2007, 2007, pudongAwarded2007, groups)
}

// addPudongYear adds a year's projects, one for each of the undertakers given,
// whose awards add up to the total.
func (d *demonstration) addPudongYear(programme string, year int, total int64, undertakers []string) {
	weights := make([]int, len(undertakers))
	for i := range weights {
		weights[i] = between(stream(demonstrationSeed, ofTotals, year*100+i), 50, 150)
	}
	awards := distribute(total/100, weights)
	for i, organization := range undertakers {
		r := stream(demonstrationSeed, ofProject, year*100+i)
		p := &project{
			id: programme + "-" + padded(i+1, 2), serial: len(d.projects) + 1, programme: programme, call: programme + "-N1",
			agency: "PD-A" + number(int64(i%len(departments())+1)), organization: organization, year: year,
			state: completed, awarded: awards[i] * 100, method: demonstrationMethod(programme),
		}
		d.subject(p, r, pudongDistrict())
		p.planned = p.awarded / int64(between(r, 600, 1800)) / 10 * 10
		p.live(r, pudongRound(year))
		d.projects = append(d.projects, p)
	}
}

// writePlatform makes the certificates, the service centres with their events,
// and the training institutions' rounds.
func (d *demonstration) writePlatform(create Create) error {
	honoured := d.honoured()
	err := writeTable(create, "data/honours.csv", honourHeadings, count(len(honoured), func(i int) []string {
		p := honoured[i]
		return []string{beijing2010 + "-H" + padded(i+1, 2), p.organization, p.id, "荣誉证书（示例）", "Honorary certificate (sample)",
			"示例授予机关 / Sample grantor", date(2011, 3, 20).String(), yes}
	}))
	if err != nil {
		return err
	}
	if err := writeTable(create, "data/venues.csv", venueHeadings, count(platformVenues, d.platformVenue)); err != nil {
		return err
	}
	if err := writeTable(create, "data/events.csv", eventHeadings, d.platformEvents()); err != nil {
		return err
	}
	trainers := d.pudong[pudongFirst+pudongSecond:]
	return writeTable(create, "data/trainings/generated.csv", trainingHeadings, count(len(trainers), func(i int) []string {
		r := stream(demonstrationSeed, ofEvent, -1-i)
		trainees, tail := int64(between(r, 15, 90)), padded(i+1, 2)
		return []string{"PD-R" + tail, trainers[i], pudong2007, "服务技能培训（示例 " + tail + "）", "Service skills training (sample " + tail + ")",
			(date(2007, 4, 2) + day(r.IntN(240))).String(), number(trainees), number(trainees * int64(between(r, 65, 98)) / 100),
			"示例结业证书 / Sample certificate", yes}
	}))
}

// platformVenue names the tiers after the three numbers of "1+23+6": the
// published account does not say what each of them stands for.
func (d *demonstration) platformVenue(i int) []string {
	tier, within := "1", i+1
	switch {
	case i >= 24:
		tier, within = "6", i-23
	case i >= 1:
		tier, within = "23", i
	}
	tail := tier + "-" + padded(within, 2)
	return []string{platformVenueID(i), "示例服务中心 " + tail, "Sample Service Centre " + tail, tier, d.pudong[i], pudong,
		"示例路 " + number(int64(i+1)) + " 号 / " + number(int64(i+1)) + " Sample Road", yes}
}

func platformVenueID(i int) string { return "PD-V" + padded(i+1, 2) }
