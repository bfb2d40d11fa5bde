package export

import (
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// release is a process as it stands.
func (o *OCDS) release(e table.Entity) *ocdsRelease {
	r := &ocdsRelease{OCID: o.ocid(e), Date: o.date(e), Initiation: "tender", Language: o.d.Config.Languages[0]}
	r.ID = r.OCID + "-" + r.Date[:10]
	switch x := e.(type) {
	case *model.Project:
		o.project(r, x)
	case *model.Call:
		o.onlyCall(r, x)
	}
	return r
}

func (o *OCDS) project(r *ocdsRelease, p *model.Project) {
	r.Buyer, r.Parties = o.agency(p.Agency.To), o.parties(p)
	if r.Planning = o.planning(p.Programme.To); r.Planning != nil {
		r.Tag = append(r.Tag, "planning")
	}
	done := said{"agency", "organization", "programme"} // of the project
	r.Tender = o.tender(p, &done)
	r.Tag = append(r.Tag, "tender")
	if committed(p) {
		r.Awards = []ocdsAward{o.award(p, &done)}
		r.Tag = append(r.Tag, "award")
	}
	if r.Contracts = o.contracts(p); len(r.Contracts) > 0 {
		r.Tag = append(r.Tag, "contract")
		for _, c := range r.Contracts {
			if c.Implementation != nil {
				r.Tag = append(r.Tag, "implementation")
				break
			}
		}
	}
	r.Service = o.service(p, done)
}

// committed reports a project that was awarded, or that has contracts or payments
// all the same: the standard has them under an award only.
func committed(p *model.Project) bool {
	return p.Awarded() || !p.Contracts.Empty() || !p.Payments.Empty()
}

// onlyCall is a process that has come no further than its call, as far as is
// published.
func (o *OCDS) onlyCall(r *ocdsRelease, c *model.Call) {
	r.Buyer = o.agency(c.Agency.To)
	if a := c.Agency.To; a != nil {
		r.Parties = []ocdsParty{o.party(a, *r.Buyer, a.Name, a.CreditCode, "buyer", "procuringEntity")}
	}
	if r.Planning = o.planning(c.Programme.To); r.Planning != nil {
		r.Tag = append(r.Tag, "planning")
	}
	r.Tender = o.call(c, r.Buyer)
	r.Tag = append(r.Tag, "tender")
	r.Service = ocdsService{Call: c.ID, Demonstration: c.Demonstration.Bool()}
}

// ocid is a process's identifier. One that others gave it, as in a package that was
// imported, stays. A call gives way to the project of its name.
func (o *OCDS) ocid(e table.Entity) string {
	id := e.Rec().ID
	_, call := e.(*model.Call)
	switch {
	case call && o.d.Projects.ByID(id) != nil:
		return o.prefix + "-calls-" + id
	case model.IsOCID(id):
		return id
	}
	return o.prefix + "-" + id
}

func (o *OCDS) agency(a *model.Agency) *ocdsRef {
	if a == nil {
		return nil
	}
	return &ocdsRef{"agencies:" + a.ID, o.text(a.Name)}
}

func (o *OCDS) organization(x *model.Organization) ocdsRef {
	return ocdsRef{"organizations:" + x.ID, o.text(x.Name)}
}

func (o *OCDS) parties(p *model.Project) []ocdsParty {
	var all []ocdsParty
	buys, undertakes := []string{"buyer", "procuringEntity"}, []string{"tenderer"}
	if committed(p) {
		undertakes[0] = "supplier"
	}
	leads := undertakes
	if !p.Payments.Empty() { // which are from the one to the other
		buys, leads = append(buys, "payer"), append(leads, "payee")
	}
	if a := p.Agency.To; a != nil {
		all = append(all, o.party(a, *o.agency(a), a.Name, a.CreditCode, buys...))
	}
	seen := map[*model.Organization]bool{}
	for _, ref := range p.Organization {
		x := ref.To
		if x == nil || seen[x] {
			continue
		}
		seen[x] = true
		roles := undertakes
		if x == p.LeadOrganization() {
			roles = leads
		}
		all = append(all, o.party(x, o.organization(x), x.Name, x.CreditCode, roles...))
	}
	return all
}

func (o *OCDS) party(e table.Entity, ref ocdsRef, name value.Text, code string, roles ...string) ocdsParty {
	done := said{"credit_code"}
	en, zh := done.text("name", name)
	p := ocdsParty{ID: ref.ID, Name: ref.Name, ocdsNames: ocdsNames{en, zh}, Roles: roles}
	if code != "" {
		p.Identifier = &ocdsIdentifier{Scheme: creditScheme, ID: code, LegalName: ref.Name}
	}
	p.Details = o.left(e, done)
	return p
}

// planning is the programme that pays, with its budget where one row says it.
func (o *OCDS) planning(g *model.Programme) *ocdsPlanning {
	if g == nil {
		return nil
	}
	var done said
	if len(g.Title.Langs()) == 0 {
		done.add("title")
	}
	plan := &ocdsPlanning{Budget: ocdsBudget{Project: o.text(g.Title), ProjectID: g.ID}}
	switch {
	case len(g.Budgets) == 1:
		plan.Budget.ID, plan.Budget.Amount = g.Budgets[0].ID, amount(g.Budgets[0].Final())
	case !g.Budget.IsZero():
		plan.Budget.Amount = amount(g.Budget)
		done.add("budget")
	}
	for _, b := range g.Budgets {
		plan.Budgets = append(plan.Budgets, ocdsRecord{b.ID, o.left(b, said{"programme"})})
	}
	plan.Fields = o.left(g, done)
	return plan
}

// tender is the call that the project answered; without one, the project's own
// title, since a process begins with it.
func (o *OCDS) tender(p *model.Project, ofProject *said) *ocdsTender {
	c, entity := p.Call.To, o.agency(p.Agency.To)
	if c == nil {
		t := &ocdsTender{ID: p.ID, Title: o.text(p.Title), Category: "services", Entity: entity}
		t.ocdsTitles = ofProject.titles("title", p.Title)
		return t
	}
	if c.ID != p.ID { // else the tender reads as one that only repeats the project
		ofProject.add("call")
	}
	return o.call(c, entity)
}

func (o *OCDS) call(c *model.Call, entity *ocdsRef) *ocdsTender {
	done := said{"budget", "bidders", "method"}
	t := &ocdsTender{
		ID: c.ID, Title: o.text(c.Title), Category: "services", Entity: entity,
		Value: amount(c.Budget), Tenderers: count(c.Bidders),
	}
	t.ocdsTitles = done.titles("title", c.Title)
	t.Description, t.ocdsDescriptions = o.text(c.Requirements), done.descriptions("requirements", c.Requirements)
	t.Status = map[model.CallState]string{
		model.CallPlanned: "planned", model.CallOpen: "active", model.CallClosed: "active",
		model.CallAwarded: "complete", model.CallCancelled: "cancelled",
	}[c.State]
	if c.State != model.CallClosed { // the standard does not tell it from an open one
		done.add("state")
	}
	t.Method, t.Details = procurementMethods[c.Method], c.Method.String()
	t.Period = done.period("published", "closes", c.Published, c.Closes, o.days)
	t.Fields = o.left(c, done)
	return t
}

// procurementMethods are the standard's words for how a supplier is chosen.
var procurementMethods = map[model.Method]string{
	model.MethodOpenTender: "open", model.MethodInvitedTender: "selective", model.MethodCompetitiveNegotiation: "limited",
	model.MethodCompetitiveConsultation: "limited", model.MethodInquiry: "limited", model.MethodSingleSource: "direct",
	model.MethodEntrustment: "direct", model.MethodVenture: "open", model.MethodDirect: "direct",
}

func (o *OCDS) award(p *model.Project, done *said) ocdsAward {
	a := ocdsAward{
		ID: p.ID, Title: o.text(p.Title), ocdsTitles: done.titles("title", p.Title),
		Description: o.text(p.Summary), ocdsDescriptions: done.descriptions("summary", p.Summary),
		Status: "active", Date: done.day("decided", p.Decided, o.days), Value: amount(p.AmountAwarded), Period: done.period("start", "end", p.Start, p.End, o.days),
	}
	done.add("amount_awarded")
	if a.Value != nil {
		done.add("currency")
	}
	if p.State == model.StateTerminated && p.Contracts.Empty() && p.Payments.Empty() {
		a.Status = "cancelled" // with a contract the award was in force, and that one ended
	}
	for _, ref := range p.Organization {
		if ref.To != nil {
			a.Suppliers = append(a.Suppliers, o.organization(ref.To))
		}
	}
	return a
}

// unpublishedContract describes a contract that stands for the payments alone.
var unpublishedContract = finding.Textf("合同未公布；以下是其付款。", "The contract is not published; these are its payments.")

func (o *OCDS) contracts(p *model.Project) []ocdsContract {
	var all []ocdsContract
	for c := range p.Contracts.All() {
		done := said{"project", "number", "amount"}
		of := ocdsContract{
			ID: c.ID, AwardID: p.ID, Title: c.Number,
			Description: o.text(c.Requirements), ocdsDescriptions: done.descriptions("requirements", c.Requirements),
			Period: done.period("start", "end", c.Start, c.End, o.days), Value: amount(c.Amount), Signed: done.day("signed", c.Signed, o.days),
			Implementation: o.implementation(p, slices.Collect(c.Payments.All())),
		}
		if of.Value != nil {
			done.add("currency")
		}
		// The standard does not tell signed from in force, nor how a contract ended.
		of.Status = map[model.ContractState]string{
			model.ContractSigned: "active", model.ContractInForce: "active",
			model.ContractCompleted: "terminated", model.ContractTerminated: "terminated",
		}[c.State]
		if c.State != model.ContractSigned && c.State != model.ContractTerminated {
			done.add("state")
		}
		of.Fields = o.leftBeside(c.Amount, c, done)
		all = append(all, of)
	}
	var loose []*model.Payment
	for m := range p.Payments.All() {
		if m.Contract.To == nil {
			loose = append(loose, m)
		}
	}
	if len(loose) > 0 { // the standard has payments under contracts only
		all = append(all, ocdsContract{
			ID: p.ID + "-unpublished", AwardID: p.ID, Description: unpublishedContract.In(o.d.Config.Languages[0]),
			Implementation: o.implementation(p, loose),
		})
	}
	return all
}

// implementation is the payments, and the reviews that they rest on.
func (o *OCDS) implementation(p *model.Project, payments []*model.Payment) *ocdsImplementation {
	if len(payments) == 0 {
		return nil
	}
	of := &ocdsImplementation{}
	seen := map[*model.Evaluation]bool{}
	for _, m := range payments {
		of.Transactions = append(of.Transactions, o.transaction(p, m))
		if e := m.Evaluation.To; e != nil && !seen[e] {
			seen[e] = true
			status := "met"
			if e.Grade == model.GradeFail {
				status = "notMet"
			}
			of.Milestones = append(of.Milestones, ocdsMilestone{
				ID: e.ID, Title: e.Kind.String(), Type: "assessment", Description: o.text(e.Findings), Met: o.days.begin(e.Date), Status: status,
			})
		}
	}
	return of
}

func (o *OCDS) transaction(p *model.Project, m *model.Payment) ocdsTransaction {
	done := said{"contract", "amount"}
	t := ocdsTransaction{ID: m.ID, Date: done.day("date", m.Date, o.days), Value: amount(m.Amount), Payer: o.agency(p.Agency.To)}
	if lead := p.LeadOrganization(); lead != nil {
		payee := o.organization(lead)
		t.Payee = &payee
	}
	if t.Value != nil {
		done.add("currency")
	}
	if m.Contract.To == nil {
		done.add("project")
	}
	if e := m.Evaluation.To; e != nil && e.Project.To == p { // said by the evaluation
		done.add("evaluation")
	}
	t.Fields = o.leftBeside(m.Amount, m, done)
	return t
}

func (o *OCDS) service(p *model.Project, done said) ocdsService {
	s := ocdsService{
		State: p.State.String(), Year: yearOf(p.CalendarYear()), Area: p.Area.ID(), District: p.District.ID(), Applied: done.day("applied", p.Applied, o.days),
		Requested: amount(p.AmountRequested), PeoplePlanned: count(p.PeoplePlanned), PeopleServed: count(p.PeopleServed),
		Volunteers: count(p.Volunteers), Demonstration: p.Demonstration.Bool(),
	}
	if model.IsOCID(p.ID) {
		s.ID = p.ID
	}
	done.add("state", "area", "district", "amount_requested", "people_planned", "people_served", "volunteers")
	if s.Demonstration {
		done.add("demonstration")
	}
	for e := range p.Evaluations.All() {
		of := ocdsEvaluation{
			ID: e.ID, Kind: e.Kind.String(), By: e.By.String(), Date: e.Date.String(), Score: decimal(e.Score),
			Grade: e.Grade.String(), Satisfaction: decimal(e.Satisfaction),
			Fields: o.left(e, said{"project", "kind", "by", "date", "score", "grade", "satisfaction"}),
		}
		for m := range e.Payments.All() {
			of.Transactions = append(of.Transactions, m.ID)
		}
		s.Evaluations = append(s.Evaluations, of)
	}
	for _, h := range p.Honours.All() {
		titled := said{"project", "date"}
		if len(h.Title.Langs()) == 0 {
			titled.add("title")
		}
		s.Honours = append(s.Honours, ocdsHonour{h.ID, o.text(h.Title), h.Date.String(), o.left(h, titled)})
	}
	s.Fields = o.leftBeside(p.AmountAwarded, p, done)
	return s
}
