package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

var personalAddress = personal(&finding.Rule{
	ID: "personal-address", Group: finding.GroupPersonal, Severity: finding.Error,
	Title: say("公开了家庭住址", "A home address is published"),
	Why:   say("写到门牌和房号，任何人都能找上门。", "With its number and room anybody can go to the door."),
	Fix:   say("只写到街道或社区；若是办公地点，写在名为“地址”的一列。", "Stop at the street or neighbourhood; an office's place belongs in a column named address."),
	Bad:   "id,title,summary\nP1,送餐,为家住示例路100弄5号302室的老人送餐\n",
	Good:  "id,title,summary\nP1,送餐,为示例街道的老人送餐\n",
}, value.HomeAddress, say("家庭住址", "a home address"))
