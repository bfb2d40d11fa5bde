package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

var personalMobile = personal(&finding.Rule{
	ID: "personal-mobile", Group: finding.GroupPersonal, Severity: finding.Error,
	Title: say("公开了手机号码", "A mobile number is published"),
	Why:   say("个人会因此受到骚扰和诈骗；办事的电话应是单位的。", "Its owner is open to nuisance and fraud; an office has a number of its own."),
	Fix:   say("删去，或改写单位的座机；若是合同号，放在编号一列。", "Delete it, or give the office's line; a contract's number belongs in a column of numbers."),
	Bad:   "id,title,contact\nP1,Meals,138 0000 0000\n",
	Good:  "id,title,contact\nP1,Meals,010-00000000\n",
}, value.Mobile, say("手机号码", "a mobile number"))
