package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
)

var stateWithoutAward = Check{
	Rule: &finding.Rule{
		ID: "state-without-award", Group: finding.GroupStates, Severity: finding.Warning,
		Title: say("未立项的项目却有合同、付款或立项金额", "A project that was not bought has a contract, a payment or an award"),
		Why:   say("状态与数据说的不是一回事，读者不知道信哪个。", "The state and the rows say different things, and readers cannot know which is right."),
		Fix:   say("核对 state；合同或付款属于别的项目时，改正编号。", "Compare state; where the contract or payment belongs to another project, mend its id."),
		Bad: "file: data/projects.csv\nid,title,state\nP1,Meals,declined\n" +
			"file: data/contracts.csv\nid,project,amount\nC1,P1,1000\n",
		Good: "file: data/projects.csv\nid,title,state\nP1,Meals,contracted\n" +
			"file: data/contracts.csv\nid,project,amount\nC1,P1,1000\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, p := range d.Projects.Rows {
			if p.State == 0 || p.Awarded() {
				continue
			}
			state := p.State.Title()
			if p.AmountAwarded.Sign() > 0 {
				f := about(p, "state", p.State.String())
				f.Message = words("项目 %q 的状态是“%s”，却有立项金额 %s", "the project %q is %q and has an award of %s", p.ID, state, p.AmountAwarded)
				f.Hint = say("核对 state；没有立项时，amount_awarded 留空", "compare state; leave amount_awarded blank where nothing was awarded")
				f.Related = append(f.Related, other(p, "amount_awarded", "立项金额", "the award"))
				report(f)
			}
			for _, e := range commitments(p) {
				f := about(e, "project", p.ID)
				f.Message = words("项目 %q 的状态是“%s”，却有%s %q", "the project %q is %q and has the %s %q", p.ID, state, oneOf(e), e.Rec().ID)
				f.Hint = say("核对 state，或改正这里的编号", "compare state, or mend the id here")
				f.Related = append(f.Related, other(p, "state", "状态", "the state"))
				report(f)
			}
		}
	},
}

// commitments are the rows that only a project which was bought can have.
func commitments(p *model.Project) []table.Entity {
	var all []table.Entity
	for c := range p.Contracts.All() {
		all = append(all, c)
	}
	for m := range p.Payments.All() {
		if m.Contract.To == nil {
			all = append(all, m)
		}
	}
	return all
}

// oneOf names what a record is, within a sentence.
func oneOf(e table.Entity) finding.Text {
	one := e.Table().One
	return say(one.ZH, lower(one.EN))
}
