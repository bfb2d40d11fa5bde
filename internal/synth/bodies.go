package synth

// writeBodies makes who buys and who provides.
func (p *plan) writeBodies(create Create) error {
	err := writeTable(create, "data/agencies.csv", agencyHeadings,
		count(len(p.agencies), func(i int) []string { return p.agencies[i].row() }))
	if err != nil {
		return err
	}
	return writeTable(create, "data/organizations.csv", organizationHeadings,
		count(p.organizations, func(i int) []string {
			r := stream(p.seed, ofOrganization, i)
			return p.organization(r, organizationID(i), i+1, pick(r, p.districts).code, lastYear).row()
		}))
}

// writeProjects makes one file a year, as a publisher would.
func (p *plan) writeProjects(create Create) error {
	for year := range p.years {
		path := "data/projects/" + number(int64(p.calendarYear(year))) + ".csv"
		rows := p.projectRows(p.span(p.firstOf(year), p.firstOf(year+1)))
		if err := writeTable(create, path, projectHeadings, rows); err != nil {
			return err
		}
	}
	return nil
}

// writeChain adds a review of every fiftieth organization.
func (p *plan) writeChain(create Create) error {
	return writeChain(create, p.all(), count(p.organizations/50+1, func(i int) []string {
		r := stream(p.seed, ofReview, i)
		return organizationReview(r, organizationID(i*p.stride%p.organizations), p.someDay(i, r.IntN(260)))
	}))
}
