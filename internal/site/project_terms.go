package site

import (
	"gongkai/internal/model"
	"gongkai/internal/table"
)

// terms are what each side of the contracts owes, the contracts with the same
// terms together.
func (c *context) terms(p *model.Project) []Terms {
	var out []Terms
	for k := range p.Contracts.All() {
		if k.PurchaserDuties.IsZero() && k.ProviderDuties.IsZero() && k.Requirements.IsZero() {
			continue
		}
		t := Terms{Source: c.place(k, "")}
		t.Purchaser.Text, t.Purchaser.Lang = c.text(k.PurchaserDuties)
		t.Provider.Text, t.Provider.Lang = c.text(k.ProviderDuties)
		t.Requirements.Text, t.Requirements.Lang = c.text(k.Requirements)
		n := len(out)
		if n > 0 && out[n-1].Purchaser == t.Purchaser && out[n-1].Provider == t.Provider && out[n-1].Requirements == t.Requirements {
			out[n-1].Contracts = append(out[n-1].Contracts, c.link(k))
			continue
		}
		t.Contracts = []Link{c.link(k)}
		out = append(out, t)
	}
	return out
}

// policies are what a project rests on: what is written about itself, and the
// policies of its programme, its service and its agency.
func (c *context) policies(p *model.Project) []Basis {
	var out []Basis
	seen := map[string]bool{}
	add := func(e table.Entity, zh, en string) {
		for _, l := range c.notesAbout(e, c.plan.index.table(e).Schema()) {
			if !seen[l.Href] {
				seen[l.Href] = true
				out = append(out, Basis{Link: l, Why: c.t(zh, en)})
			}
		}
	}
	add(p, "关于本项目", "about this project")
	if g := p.Programme.To; g != nil {
		add(g, "所属计划", "of its programme")
	}
	if k := p.Call.To; k != nil {
		add(k, "所应公告", "of its call")
	}
	if s := p.Service.To; s != nil {
		add(s, "所属服务目录项目", "of its service")
	}
	if a := p.Agency.To; a != nil {
		add(a, "购买主体", "of its agency")
	}
	return out
}
