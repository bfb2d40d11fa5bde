package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

var personalEmail = personal(&finding.Rule{
	ID: "personal-email", Group: finding.GroupPersonal, Severity: finding.Error,
	Title: say("公开了个人邮箱", "A private e-mail address is published"),
	Why:   say("邮箱服务商处的地址多属个人，名字之外还常含电话或生日。", "An address at a provider of mailboxes is mostly somebody's own, often with a telephone number or birthday in it."),
	Fix:   say("改写单位域名下的邮箱，或删去；发布者自己的写在 site.yaml 的 publisher.email。", "Give an address at the office's own domain, or delete it; the publisher's own goes into publisher.email of site.yaml."),
	Bad:   "id,title,contact\nP1,Meals,sample@qq.com\n",
	Good:  "id,title,contact\nP1,Meals,office@example.org\n",
}, value.Email, say("个人邮箱", "a private e-mail address"))
