package importer

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
)

// read takes a process apart: a project for each award, or one where none is
// made yet. What the process says as a whole goes to the first.
func (p *process) read() {
	tenderers := p.parties()
	common := cells{"agency": p.refer("agencies", p.object.object("buyer")), "programme": p.planning()}
	told := p.tender(common)
	if p.call != "" {
		return
	}
	awards := p.list("awards")
	projects := map[string]string{} // by the award's own id
	lead, first := p.id, cells{}
	if len(awards) == 0 {
		maps.Copy(first, told)
		first["organization"] = strings.Join(tenderers, ";")
	}
	for i, a := range awards {
		own := a.text("id")
		id := p.id
		if len(awards) > 1 {
			id = p.local(cmp.Or(own, strconv.Itoa(i+1)))
		}
		projects[own] = id
		c := p.award(a)
		if c["title"] == "" && c["title_en"] == "" && c["title_zh"] == "" {
			maps.Copy(c, told)
		}
		if i == 0 {
			lead, first = id, c
			p.put("projects", id, nil, prefixed("awards", a))
		} else {
			p.put("projects", id, fill(c, common), prefixed("awards", a))
		}
	}
	fill(first, common)
	p.contracts(projects, lead)
	p.service(lead, first)
	if !p.ours {
		p.object["ocid"] = p.ocid
	}
	p.put("projects", lead, first, p.object)
}

// fill adds what cells have not got.
func fill(c, from cells) cells {
	for field, text := range from {
		if c[field] == "" {
			c[field] = text
		}
	}
	return c
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
	plan := p.object.object("planning")
	b := plan.object("budget")
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
	switch budgets := plan.list("publishedBudgets"); {
	case len(budgets) > 0:
		for _, one := range budgets {
			p.put("budgets", one.text("id"), p.published("budgets", one, cells{"programme": id}), one)
		}
	case line != "":
		p.put("budgets", line, cells{"programme": id, "amount": amount}, nil)
	default:
		c["budget"] = amount
	}
	p.put("programmes", id, p.published("programmes", plan, c), nil)
	return id
}

// tender takes the call, and gives what it says of a project without an award; a
// tender of gongkai's that is no call is the project's own title.
func (p *process) tender(common cells) cells {
	t := p.object.object("tender")
	if len(t) == 0 {
		return cells{}
	}
	id := t.text("id")
	if entity := p.refer("agencies", t.object("procuringEntity")); common["agency"] == "" {
		common["agency"] = entity
	}
	if p.ours {
		delete(t, "mainProcurementCategory")
		if id == p.id && p.call == "" {
			return p.localised(t, "title", "title", cells{})
		}
	}
	period := t.object("tenderPeriod")
	c := cells{
		"agency": common["agency"], "budget": priced(t.money("value")), "bidders": t.text("numberOfTenderers"),
		"published": period.day("startDate"), "closes": period.day("endDate"),
		"state": take(t, "status", map[string]string{"planning": "planned", "planned": "planned", "active": "open", "complete": "awarded", "cancelled": "cancelled"}),
	}
	p.localised(t, "title", "title", c)
	p.localised(t, "description", "requirements", c)
	details, _ := t["procurementMethodDetails"].(string)
	method, _ := t["procurementMethod"].(string)
	if slices.ContainsFunc(new(model.Method).Enum().Values, func(v table.EnumValue) bool { return v.Code == details }) {
		c["method"] = details
		delete(t, "procurementMethodDetails")
		delete(t, "procurementMethod")
	} else if m, ok := methods[method]; ok {
		c["method"] = m.String()
		delete(t, "procurementMethod")
	}
	if id == "" {
		id = "tender"
	}
	own := cells{"title": c["title"]}
	if p.ours { // whose agency and title are the call's own
		delete(c, "agency")
		own = cells{}
	}
	common["call"] = p.local(id)
	p.put("calls", common["call"], p.published("calls", t, c), t)
	delete(p.object, "tender")
	return own
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
	c := cells{"decided": a.day("date"), "start": period.day("startDate"), "end": period.day("endDate")}
	p.localised(a, "title", "title", c)
	p.localised(a, "description", "summary", c)
	c["amount_awarded"], c["currency"] = a.money("value")
	var suppliers []string
	list := a.list("suppliers")
	for _, s := range list {
		if id := p.refer("organizations", s); id != "" {
			suppliers = append(suppliers, id)
		}
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
		p.payments(to, implementation)
		if to["contract"] == "" {
			continue
		}
		period := c.object("period")
		of := cells{
			"project": project, "number": c.text("title"), "signed": c.day("dateSigned"),
			"start": period.day("startDate"), "end": period.day("endDate"),
			"state": take(c, "status", map[string]string{"pending": "signed", "active": "in_force", "terminated": "completed", "cancelled": "terminated"}),
		}
		of["amount"], of["currency"] = c.money("value")
		p.localised(c, "description", "requirements", of)
		p.put("contracts", to["contract"], p.published("contracts", c, of), c)
	}
}

// payments takes the transactions. Gongkai's own milestones repeat reviews.
func (p *process) payments(to cells, implementation object) {
	paid := implementation.list("transactions")
	var left []object
	for _, m := range implementation.list("milestones") {
		if !p.ours {
			left = append(left, m)
		}
	}
	implementation.keep("milestones", left)
	for _, t := range paid {
		c := cells{"contract": to["contract"], "project": to["project"], "date": t.day("date")}
		c["amount"], c["currency"] = t.money("value")
		if p.ours { // those of the project
			p.refer("agencies", t.object("payer"))
			p.refer("organizations", t.object("payee"))
		}
		p.put("payments", p.local(t.text("id")), p.published("payments", t, c), t)
	}
}

// service takes what gongkai's own extension says of the project.
func (p *process) service(id string, c cells) {
	s := p.object.object("publicService")
	for field, key := range map[string]string{
		"state": "state", "area": "area", "district": "district", "people_planned": "peoplePlanned",
		"people_served": "peopleServed", "volunteers": "volunteers", "demonstration": "demonstration",
	} {
		c[field] = s.text(key)
	}
	delete(s, "year") // follows from the dates where the fields do not say it
	c["applied"] = s.day("dateApplied")
	requested, currency := s.money("valueRequested")
	c["amount_requested"] = priced(requested, currency)
	for _, e := range s.list("evaluations") {
		review := e.text("id")
		for _, m := range e.texts("transactions") {
			p.put("payments", m, cells{"evaluation": review}, nil)
		}
		p.put("evaluations", review, p.published("evaluations", e, cells{
			"project": id, "kind": e.text("kind"), "by": e.text("by"), "date": e.text("date"), "score": e.text("score"),
			"grade": e.text("grade"), "satisfaction": e.text("satisfaction"),
		}), e)
	}
	for _, h := range s.list("honours") {
		p.put("honours", h.text("id"), p.published("honours", h, cells{"project": id, "title": h.text("title"), "date": h.text("date")}), h)
	}
	p.published("projects", s, c)
}
