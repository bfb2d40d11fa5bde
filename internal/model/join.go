package model

import (
	"slices"

	"gongkai/internal/table"
)

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

// add enters a record in the list of the one it refers to, where there is one.
// A row that names the same record twice is entered once.
func add[T, R any](to *T, list func(*T) *[]*R, row *R) {
	if to == nil {
		return
	}
	l := list(to)
	if n := len(*l); n > 0 && (*l)[n-1] == row {
		return
	}
	*l = append(*l, row)
}

// addFew is add for lists that few records have.
func addFew[T, R any](to *T, list func(*T) *table.Few[*R], row *R) {
	if to == nil {
		return
	}
	l := list(to)
	if all := l.All(); len(all) == 0 || all[len(all)-1] != row {
		l.Add(row)
	}
}

// joinTrees enters children in their parents.
func (d *Dataset) joinTrees() {
	for _, a := range d.Agencies.Rows {
		add(a.Parent.To, func(p *Agency) *[]*Agency { return &p.Children }, a)
	}
	for _, a := range d.Areas.Rows {
		add(a.Parent.To, func(p *Area) *[]*Area { return &p.Children }, a)
	}
	for _, c := range d.Districts.Rows {
		add(c.Parent.To, func(p *District) *[]*District { return &p.Children }, c)
	}
	for _, s := range d.Services.Rows {
		add(s.Parent.To, func(p *Service) *[]*Service { return &p.Children }, s)
	}
}

// joinPlans enters what comes before a project: programmes, budgets, calls.
func (d *Dataset) joinPlans() {
	for _, p := range d.Programmes.Rows {
		add(p.Agency.To, func(a *Agency) *[]*Programme { return &a.Programmes }, p)
	}
	for _, b := range d.Budgets.Rows {
		add(b.Agency.To, func(a *Agency) *[]*Budget { return &a.Budgets }, b)
		add(b.Programme.To, func(p *Programme) *[]*Budget { return &p.Budgets }, b)
	}
}

func (d *Dataset) joinProjects() {
	for _, p := range d.Projects.Rows {
		add(p.Agency.To, func(a *Agency) *[]*Project { return &a.Projects }, p)
		for _, o := range p.Organization {
			add(o.To, func(o *Organization) *[]*Project { return &o.Projects }, p)
		}
		add(p.Area.To, func(a *Area) *[]*Project { return &a.Projects }, p)
		add(p.District.To, func(c *District) *[]*Project { return &c.Projects }, p)
		add(p.Service.To, func(s *Service) *[]*Project { return &s.Projects }, p)
		add(p.Programme.To, func(g *Programme) *[]*Project { return &g.Projects }, p)
		add(p.Call.To, func(c *Call) *[]*Project { return &c.Projects }, p)
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
		addFew(e.Organization.To, func(o *Organization) *table.Few[*Evaluation] { return &o.Evaluations }, e)
	}
	for _, h := range d.Honours.Rows {
		addFew(h.Project.To, func(p *Project) *table.Few[*Honour] { return &p.Honours }, h)
		addFew(h.Organization.To, func(o *Organization) *table.Few[*Honour] { return &o.Honours }, h)
	}
}

// joinSupport enters what stands beside purchases.
func (d *Dataset) joinSupport() {
	for _, e := range d.Events.Rows {
		add(e.Venue.To, func(v *Venue) *[]*Event { return &v.Events }, e)
	}
}
