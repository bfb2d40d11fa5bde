package importer

import (
	"slices"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// read takes a process apart: a project for each award, or one where none is
// made yet.
func (p *process) read() {
	tenderers := p.parties()
	common := cells{"agency": p.refer("agencies", p.object.object("buyer")), "programme": p.planning()}
	title, summary := p.tender(common)
	awards := p.list("awards")
	projects := map[string]string{} // by the award's own id
	lead := p.id
	for i, a := range awards {
		own := a.text("id")
		id := p.id
		if len(awards) > 1 {
			id = p.local(own)
		}
		projects[own] = id
		if i == 0 {
			lead = id
		}
		c := p.award(a)
		for field, text := range common {
			if c[field] == "" {
				c[field] = text
			}
		}
		if c["title"] == "" {
			c["title"] = title
		}
		p.put("projects", id, c, prefixed("awards", a))
	}
	p.contracts(projects, lead)
	c := cells{}
	p.service(lead, c)
	if len(awards) == 0 {
		for field, text := range common {
			c[field] = text
		}
		c["title"], c["summary"] = title, summary
		c["organization"] = strings.Join(tenderers, ";")
	}
	if !p.ours {
		p.object["ocid"] = p.ocid
	}
	p.put("projects", lead, c, p.object)
}

// prefixed puts what is left of a part under its key.
func prefixed(key string, rest object) object {
	if len(rest) == 0 {
		return nil
	}
	return object{key: map[string]any(rest)}
}

// planning takes the programme that pays and its budget.
func (p *process) planning() string {
	b := p.object.object("planning").object("budget")
	title, id, line := b.text("project"), b.text("projectID"), b.text("id")
	amount := priced(b.money("amount"))
	if id == "" {
		id = title
	}
	if id == "" {
		b["id"], b["amount"] = line, amount
		return ""
	}
	c := cells{"title": title}
	if line != "" {
		p.put("budgets", line, cells{"programme": id, "amount": amount}, nil)
	} else {
		c["budget"] = amount
	}
	p.put("programmes", id, c, nil)
	return id
}

// tender takes the call; a tender that only repeats the project is none.
func (p *process) tender(common cells) (title, summary string) {
	t := p.object.object("tender")
	if len(t) == 0 {
		return "", ""
	}
	id := t.text("id")
	title, summary = t.text("title"), t.text("description")
	if entity := p.refer("agencies", t.object("procuringEntity")); common["agency"] == "" {
		common["agency"] = entity
	}
	if p.ours {
		delete(t, "mainProcurementCategory")
		if id == p.id {
			return title, summary
		}
	}
	period := t.object("tenderPeriod")
	c := cells{
		"title": title, "requirements": summary, "agency": common["agency"],
		"budget": priced(t.money("value")), "bidders": t.text("numberOfTenderers"),
		"published": period.day("startDate"), "closes": period.day("endDate"),
		"state": take(t, "status", map[string]string{"planning": "planned", "planned": "planned", "active": "open", "complete": "awarded", "cancelled": "cancelled"}),
	}
	details, _ := t["procurementMethodDetails"].(string)
	method, _ := t["procurementMethod"].(string)
	if slices.ContainsFunc(new(model.Method).Enum().Values, func(v table.EnumValue) bool { return v.Code == details }) {
		c["method"] = details
		delete(t, "procurementMethodDetails")
		delete(t, "procurementMethod")
	} else if m, ok := methods[method]; ok {
		c["method"] = string(m)
		delete(t, "procurementMethod")
	}
	if id == "" {
		id = "tender"
	}
	common["call"] = p.local(id)
	p.put("calls", common["call"], c, t)
	delete(p.object, "tender")
	if p.ours { // the project's own title is not in the package
		return "", ""
	}
	return title, ""
}

// take takes a code that has one of gongkai's; any other stays.
func take(o object, key string, codes map[string]string) string {
	code, _ := o[key].(string)
	if to, ok := codes[code]; ok {
		delete(o, key)
		return to
	}
	return ""
}

func (p *process) award(a object) cells {
	period := a.object("contractPeriod")
	c := cells{
		"title": a.text("title"), "title_en": a.text("title_en"), "title_zh": a.text("title_zh"), "summary": a.text("description"),
		"decided": a.day("date"), "start": period.day("startDate"), "end": period.day("endDate"),
	}
	if c["title"] == c["title_en"] || c["title"] == c["title_zh"] {
		c["title"] = ""
	}
	c["amount_awarded"], c["currency"] = a.money("value")
	var suppliers []string
	list := a.list("suppliers")
	for _, s := range list {
		suppliers = append(suppliers, p.refer("organizations", s))
	}
	a.keep("suppliers", list)
	c["organization"] = strings.Join(suppliers, ";")
	if p.ours {
		delete(a, "status") // follows from the project's state
	}
	return c
}

// contracts takes the contracts and the payments under them.
func (p *process) contracts(projects map[string]string, lead string) {
	for _, c := range p.list("contracts") {
		own := c.text("id")
		project, ok := projects[c.text("awardID")]
		if !ok {
			project = lead
		}
		implementation := c.object("implementation")
		to := cells{"contract": p.local(own)}
		if p.ours && own == project+"-unpublished" {
			to = cells{"project": project}
		}
		p.payments(project, to, implementation)
		if to["contract"] == "" {
			continue
		}
		period := c.object("period")
		of := cells{
			"project": project, "number": c.text("title"), "requirements": c.text("description"), "signed": c.day("dateSigned"),
			"start": period.day("startDate"), "end": period.day("endDate"),
			"state": take(c, "status", map[string]string{"pending": "signed", "active": "in_force", "terminated": "completed", "cancelled": "terminated"}),
		}
		of["amount"], of["currency"] = c.money("value")
		p.put("contracts", to["contract"], of, c)
	}
}

// payments takes the transactions, and of gongkai's own milestones what was found
// in the review that each is.
func (p *process) payments(project string, to cells, implementation object) {
	paid := implementation.list("transactions")
	var left []object
	for _, m := range implementation.list("milestones") {
		if id, _ := m["id"].(string); p.ours && id != "" {
			p.put("evaluations", id, cells{"project": project, "findings": m.text("description")}, nil)
			continue
		}
		left = append(left, m)
	}
	implementation.keep("milestones", left)
	for _, t := range paid {
		c := cells{"contract": to["contract"], "project": to["project"], "date": t.day("date")}
		c["amount"], c["currency"] = t.money("value")
		if p.ours { // those of the project
			p.refer("agencies", t.object("payer"))
			p.refer("organizations", t.object("payee"))
		}
		p.put("payments", p.local(t.text("id")), c, t)
	}
}

// service takes what gongkai's own extension says of the project.
func (p *process) service(id string, c cells) {
	s := p.object.object("publicService")
	for field, key := range map[string]string{
		"state": "state", "year": "year", "area": "area", "district": "district", "people_planned": "peoplePlanned",
		"people_served": "peopleServed", "volunteers": "volunteers", "demonstration": "demonstration",
	} {
		c[field] = s.text(key)
	}
	c["applied"] = s.day("dateApplied")
	requested, currency := s.money("valueRequested")
	c["amount_requested"] = priced(requested, currency)
	for _, e := range s.list("evaluations") {
		review := e.text("id")
		for _, m := range e.texts("transactions") {
			p.put("payments", m, cells{"evaluation": review}, nil)
		}
		p.put("evaluations", review, cells{
			"project": id, "kind": e.text("kind"), "by": e.text("by"), "date": e.text("date"), "score": e.text("score"),
			"grade": e.text("grade"), "satisfaction": e.text("satisfaction"),
		}, e)
	}
	for _, h := range s.list("honours") {
		p.put("honours", h.text("id"), cells{"project": id, "title": h.text("title"), "date": h.text("date")}, h)
	}
}
