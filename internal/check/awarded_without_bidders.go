package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var awardedWithoutBidders = Check{
	Rule: &finding.Rule{
		ID: "awarded-without-bidders", Group: finding.GroupStates, Severity: finding.Warning,
		Title: say("没有人报名的公告却已成交", "A call was awarded and nobody had applied"),
		Why:   say("成交的组织从哪里来，读者看不出。", "Readers cannot see where the provider came from."),
		Fix:   say("核对 bidders；人数没有公布时留空。", "Compare bidders; leave it blank where the number is not published."),
		Bad:   "file: data/calls.csv\nid,title,state,bidders\nN1,Call,awarded,0\n",
		Good:  "file: data/calls.csv\nid,title,state,bidders\nN1,Call,awarded,3\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, c := range d.Calls.Rows {
			if c.Bidders.IsZero() || c.Bidders.Int() > 0 || c.State != model.CallAwarded {
				continue
			}
			f := about(c, "bidders", c.Bidders.String())
			f.Message = words("公告 %q 已成交，报名数却是 0", "the call %q was awarded with 0 bidders", c.ID)
			f.Hint = say("核对 bidders；没有公布时留空", "compare bidders; leave it blank where it is not published")
			report(f)
		}
	},
}
