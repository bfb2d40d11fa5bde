package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

var personalBankCard = personal(&finding.Rule{
	ID: "personal-bank-card", Group: finding.GroupPersonal, Severity: finding.Error,
	Title: say("公开了银行卡号", "A bank card number is published"),
	Why:   say("补贴名单中的卡号曾被用来骗取钱款。", "Card numbers in lists of subsidies have served to steal the money."),
	Fix:   say("删去卡号，或中间各位写成星号。", "Delete it, or write stars for its middle."),
	Bad:   "id,title,paid_to\nP1,Meals,6222 0000 0000 0000 004\n",
	Good:  "id,title,paid_to\nP1,Meals,622200*********0004\n",
}, value.BankCard, say("银行卡号", "a bank card number"))
