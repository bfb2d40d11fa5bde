package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

var personalIDNumber = personal(&finding.Rule{
	ID: "personal-id-number", Group: finding.GroupPersonal, Severity: finding.Error,
	Title: say("公开了身份证号码", "A resident ID number is published"),
	Why:   say("号码一经公开便无法收回，可被用来冒名。", "Once public it cannot be taken back, and others can pass for its holder."),
	Fix:   say("删去号码，或中间各位写成星号；核对同一份表还公开了谁的信息。", "Delete it, or write stars for its middle; see whose data the same table shows besides."),
	Bad:   "id,title,summary\nP1,Meals,for 11010119000101009X\n",
	Good:  "id,title,summary\nP1,Meals,for 110101********009X\n",
}, value.IDNumber, say("身份证号码", "a resident ID number"))
