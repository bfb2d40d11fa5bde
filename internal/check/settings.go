package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// settingRules are the rules of what site.yaml says about checks.
func settingRules() []*finding.Rule {
	return []*finding.Rule{unknownCheckRule, badLimitRule, notAcceptableRule, acceptedNothingRule, noAsOfRule}
}

// oneProject is what an example holds beside the settings that it shows.
const oneProject = "file: data/projects.csv\nid,title,amount_awarded\nP1,Meals,500\n"

var (
	unknownCheckRule = &finding.Rule{
		ID: "unknown-check", Group: finding.GroupConfiguration, Severity: finding.Error,
		Title: say("site.yaml 写了不存在的检查", "site.yaml names a check that does not exist"),
		Why:   say("写错的名称不起作用，严重程度仍是原来的。", "A misspelt name has no effect: the check stays as it was."),
		Fix:   say("改正名称；gongkai explain 列出全部检查。", "Mend the name; gongkai explain lists them all."),
		Bad:   "file: data/site.yaml\ncurrency: CNY\nchecks: {amount-zeros: info}\n" + oneProject,
		Good:  "file: data/site.yaml\ncurrency: CNY\nchecks: {amount-zero: info}\n" + oneProject,
	}
	badLimitRule = &finding.Rule{
		ID: "bad-limit", Group: finding.GroupConfiguration, Severity: finding.Error,
		Title: say("检查的限度不能用", "A check's limit cannot be used"),
		Why:   say("检查会按原来的限度进行。", "The check would go on with its own limit."),
		Fix:   say("写大于零的整数或金额；没有限度的检查不写 limit。", "Write a whole number or an amount above zero; leave limit: out where a check has none."),
		Bad:   "file: data/site.yaml\ncurrency: CNY\nchecks: {contract-long: {limit: several}}\n" + oneProject,
		Good:  "file: data/site.yaml\ncurrency: CNY\nchecks: {contract-long: {limit: 5}}\n" + oneProject,
	}
	notAcceptableRule = &finding.Rule{
		ID: "not-acceptable", Group: finding.GroupConfiguration, Severity: finding.Error,
		Title: say("接受了必须改正的问题", "site.yaml accepts what has to be mended"),
		Why:   say("读不准的内容写明理由也仍然读不准。", "What cannot be read rightly is not mended by a reason."),
		Fix:   say("改正数据，并删去这一条 accept。", "Mend the data and remove the entry of accept:."),
		Bad:   "file: data/site.yaml\ncurrency: CNY\nchecks: {duplicate-id: {accept: [{record: \"projects:P1\", reason: Known}]}}\n" + oneProject,
		Good:  "file: data/site.yaml\ncurrency: CNY\n" + oneProject,
	}
	acceptedNothingRule = &finding.Rule{
		ID: "accepted-nothing", Group: finding.GroupConfiguration, Severity: finding.Info,
		Title: say("接受的提示并不存在", "site.yaml accepts what is not found"),
		Why:   say("编号写错，或问题已改正；留着会掩盖以后的问题。", "The record is misspelt, or the doubt is settled; the entry could hide another one later."),
		Fix:   say("改正 record，或删去这一条。", "Mend record:, or remove the entry."),
		Bad:   "file: data/site.yaml\ncurrency: CNY\nchecks: {amount-zero: {accept: [{record: \"projects:P1\", reason: Free}]}}\n" + oneProject,
		Good: "file: data/site.yaml\ncurrency: CNY\nchecks: {amount-zero: {accept: [{record: \"projects:P1\", reason: Free}]}}\n" +
			"file: data/projects.csv\nid,title,amount_awarded\nP1,Meals,0\n",
	}
	noAsOfRule = &finding.Rule{
		ID: "no-as-of", Group: finding.GroupOrder, Severity: finding.Info,
		Title: say("不知道“今天”，有的检查未做", "Nothing says what day today is, so some checks did not run"),
		Why:   say("同样的数据应得同样的网站，所以不看电脑的时钟。", "The same data gives the same site, so the machine's clock is not asked."),
		Fix:   say("在 site.yaml 写 as_of；用 git 时取最后一次提交的日期。", "Write as_of: in site.yaml; under git the date of the last commit is taken."),
		Bad:   "file: data/site.yaml\ncurrency: CNY\n" + oneProject,
		Good:  "file: data/site.yaml\ncurrency: CNY\nas_of: 2011-03-31\n" + oneProject,
	}
)

func unknownCheck(s model.CheckSetting, ids []string) finding.Finding {
	f := finding.Finding{
		Rule: unknownCheckRule, Pos: s.Pos, Field: "checks", Value: s.Check,
		Message: words("没有检查 %q", "there is no check %q", s.Check),
		Hint:    say("gongkai explain 列出全部检查", "gongkai explain lists them all"),
	}
	if near, ok := value.Nearest(s.Check, ids); ok {
		f.Hint = words("是否指 %q？", "did you mean %q?", near)
	}
	return f
}

func noLimit(c Check, written string, at finding.Pos) finding.Finding {
	return finding.Finding{
		Rule: badLimitRule, Pos: at, Field: "checks", Value: written,
		Message: words("检查 %q 没有限度，写了 %q", "the check %q has no limit, and %q is written for one", c.ID, written),
		Hint:    say("删去 limit", "remove limit:"),
	}
}

func badLimit(c Check, written string, at finding.Pos) finding.Finding {
	f := finding.Finding{
		Rule: badLimitRule, Pos: at, Field: "checks", Value: written,
		Message: words("检查 %q 的限度 %q 不是大于零的整数", "the limit %[2]q of the check %[1]q is not a whole number above zero", c.ID, written),
		Hint:    words("写%s，例如 %s", "write %s, such as %s", c.Limit.Means, c.Limit.Default),
	}
	if c.Limit.Money {
		f.Message = words("检查 %q 的限度 %q 不是大于零的金额", "the limit %[2]q of the check %[1]q is not an amount above zero", c.ID, written)
		f.Hint = words("写%s，例如 300000", "write %s, such as 300000", c.Limit.Means)
	}
	return f
}

func notAcceptable(r *finding.Rule, a model.Accepted, at finding.Pos) finding.Finding {
	return finding.Finding{
		Rule: notAcceptableRule, Pos: at, Field: "checks", Value: a.Record,
		Message: words("检查 %q 的问题要改正，不能接受（%q）", "what %q finds is mended, not accepted (%q)", r.ID, a.Record),
		Hint:    say("改正数据，删去这一条 accept", "mend the data and remove the entry of accept:"),
	}
}

func acceptedNothing(a *acceptance) finding.Finding {
	return finding.Finding{
		Rule: acceptedNothingRule, Pos: a.at, Field: "checks", Value: a.record,
		Message: words("检查 %q 在 %q 没有发现什么，却写了接受", "%q is accepted for %q, where it finds nothing", a.rule.ID, a.record),
		Hint:    say("record 写 表:编号 或文件名；已不需要时删去", "record: takes table:id or a file's name; remove the entry where it is no longer needed"),
	}
}
