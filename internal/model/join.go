package model

import "slices"

// join fills the lists of what refers to each record, in the order of the
// referring tables. It is called once, after the references are linked.
func (d *Dataset) join() {
	d.joinTrees()
	d.joinPlans()
	d.joinProjects()
	d.joinContracts()
	d.joinReviews()
	d.joinSupport()
	d.joinSubjects()
}

// enter enters rows in the lists of the records that they refer to. It counts
// them first, so that a list takes no more room than it needs.
func enter[T, R any](rows []*R, to func(*R) *T, list func(*T) *[]*R) {
	count := map[*T]int{}
	for _, r := range rows {
		count[to(r)]++
	}
	for _, r := range rows {
		t := to(r)
		if t == nil {
			continue
		}
		l := list(t)
		if *l == nil {
			*l = make([]*R, 0, count[t])
		}
		*l = append(*l, r)
	}
}

// joinTrees enters children in their parents.
func (d *Dataset) joinTrees() {
	enter(d.Agencies.Rows, func(a *Agency) *Agency { return a.Parent.To }, func(p *Agency) *[]*Agency { return &p.Children })
	enter(d.Areas.Rows, func(a *Area) *Area { return a.Parent.To }, func(p *Area) *[]*Area { return &p.Children })
	enter(d.Districts.Rows, func(c *District) *District { return c.Parent.To }, func(p *District) *[]*District { return &p.Children })
	enter(d.Services.Rows, func(s *Service) *Service { return s.Parent.To }, func(p *Service) *[]*Service { return &p.Children })
}

// joinPlans enters what comes before a project: programmes, budgets, calls.
func (d *Dataset) joinPlans() {
	enter(d.Programmes.Rows, func(p *Programme) *Agency { return p.Agency.To }, func(a *Agency) *[]*Programme { return &a.Programmes })
	enter(d.Budgets.Rows, func(b *Budget) *Agency { return b.Agency.To }, func(a *Agency) *[]*Budget { return &a.Budgets })
	enter(d.Budgets.Rows, func(b *Budget) *Programme { return b.Programme.To }, func(p *Programme) *[]*Budget { return &p.Budgets })
}

// joinProjects enters projects. One that names an organization twice is entered
// there once.
func (d *Dataset) joinProjects() {
	all := d.Projects.Rows
	enter(all, func(p *Project) *Agency { return p.Agency.To }, func(a *Agency) *[]*Project { return &a.Projects })
	enter(all, func(p *Project) *Area { return p.Area.To }, func(a *Area) *[]*Project { return &a.Projects })
	enter(all, func(p *Project) *District { return p.District.To }, func(c *District) *[]*Project { return &c.Projects })
	enter(all, func(p *Project) *Service { return p.Service.To }, func(s *Service) *[]*Project { return &s.Projects })
	enter(all, func(p *Project) *Programme { return p.Programme.To }, func(g *Programme) *[]*Project { return &g.Projects })
	enter(all, func(p *Project) *Call { return p.Call.To }, func(c *Call) *[]*Project { return &c.Projects })
	for _, p := range all {
		for _, named := range p.Organization {
			o := named.To
			if o == nil || len(o.Projects) > 0 && o.Projects[len(o.Projects)-1] == p {
				continue
			}
			o.Projects = append(o.Projects, p)
		}
	}
}

// joinContracts enters contracts and payments. A payment that names another
// project than its contract does belongs to the one it names itself. Each row
// goes before those that follow it.
func (d *Dataset) joinContracts() {
	for _, c := range slices.Backward(d.Contracts.Rows) {
		if p := c.Project.To; p != nil {
			p.Contracts.push(c)
		}
	}
	for _, m := range slices.Backward(d.Payments.Rows) {
		if p := m.For(); p != nil {
			p.Payments.push(m)
		}
		if c := m.Contract.To; c != nil {
			c.Payments.push(m)
		}
		if e := m.Evaluation.To; e != nil {
			e.Payments.push(m)
		}
	}
}

// joinReviews enters evaluations and honours.
func (d *Dataset) joinReviews() {
	for _, e := range slices.Backward(d.Evaluations.Rows) {
		if p := e.Project.To; p != nil {
			p.Evaluations.push(e)
		}
	}
	for _, e := range d.Evaluations.Rows {
		if o := e.Organization.To; o != nil {
			o.Evaluations.Add(e)
		}
	}
	for _, h := range d.Honours.Rows {
		if p := h.Project.To; p != nil {
			p.Honours.Add(h)
		}
		if o := h.Organization.To; o != nil {
			o.Honours.Add(h)
		}
	}
}

// joinSupport enters what stands beside purchases.
func (d *Dataset) joinSupport() {
	enter(d.Events.Rows, func(e *Event) *Venue { return e.Venue.To }, func(v *Venue) *[]*Event { return &v.Events })
}
