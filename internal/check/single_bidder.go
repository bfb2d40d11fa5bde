package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var singleBidder = Check{
	Rule: &finding.Rule{
		ID: "single-bidder", Group: finding.GroupSignals, Severity: finding.Info,
		Title: say("公开竞争只有一家报名", "An open competition had one bidder"),
		Why:   say("竞争不足的线索，不说明有问题。", "It is a clue of little competition, and proves nothing."),
		Fix:   say("核对 bidders；确实如此时无须改动。", "Compare bidders; where it is right nothing needs to change."),
		Bad:   "file: data/calls.csv\nid,title,method,bidders\nN1,Call,open_tender,1\n",
		Good:  "file: data/calls.csv\nid,title,method,bidders\nN1,Call,open_tender,4\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, c := range d.Calls.Rows {
			if c.Bidders.Int() != 1 || !Competitive(c.Method) {
				continue
			}
			f := about(c, "bidders", c.Bidders.String())
			f.Message = words("公告 %q 公开竞争，只有一家报名", "the call %q was an open competition and had one bidder", c.ID)
			f.Hint = say("核对 bidders；确实如此时无须改动", "compare bidders; where it is right nothing needs to change")
			report(f)
		}
	},
}

// Competitive reports whether a method seeks several bidders.
func Competitive(m model.Method) bool {
	switch m {
	case model.MethodOpenTender, model.MethodInvitedTender,
		model.MethodCompetitiveNegotiation, model.MethodCompetitiveConsultation, model.MethodInquiry, model.MethodVenture:
		return true
	}
	return false
}
