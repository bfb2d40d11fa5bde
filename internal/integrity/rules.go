package integrity

import (
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

// Rules are those of what site.yaml says under integrity.
func Rules() []*finding.Rule {
	return []*finding.Rule{unknownIndicatorRule, unknownThresholdRule, badThresholdRule}
}

const oneProject = "file: data/projects.csv\nid,title,amount_awarded\nP1,Meals,500\n"

var (
	unknownIndicatorRule = &finding.Rule{
		ID: "unknown-indicator", Severity: finding.Error, Group: finding.GroupConfiguration,
		Title: say("site.yaml 写了不存在的核对指标", "site.yaml names an indicator that does not exist"),
		Why:   say("写错的名称不起作用，指标仍按原来的阈值计算。", "A misspelt name has no effect: the indicator keeps its own thresholds."),
		Fix:   say("改正名称；手册“监督核对”一篇列出全部指标。", "Mend the name; the handbook's page on integrity lists them all."),
		Bad:   "file: data/site.yaml\ncurrency: CNY\nintegrity: {concentrations: {hhi: 2500}}\n" + oneProject,
		Good:  "file: data/site.yaml\ncurrency: CNY\nintegrity: {concentration: {hhi: 2500}}\n" + oneProject,
	}
	unknownThresholdRule = &finding.Rule{
		ID: "unknown-threshold", Severity: finding.Error, Group: finding.GroupConfiguration,
		Title: say("核对指标没有这个阈值", "An indicator has no such threshold"),
		Why:   say("写错的名称不起作用，指标仍按原来的阈值计算。", "A misspelt name has no effect: the indicator keeps its own thresholds."),
		Fix:   say("改正名称；可用的名称列在提示里。", "Mend the name; the hint lists those that it has."),
		Bad:   "file: data/site.yaml\ncurrency: CNY\nintegrity: {concentration: {limit: 2500}}\n" + oneProject,
		Good:  "file: data/site.yaml\ncurrency: CNY\nintegrity: {concentration: {hhi: 2500}}\n" + oneProject,
	}
	badThresholdRule = &finding.Rule{
		ID: "bad-threshold", Severity: finding.Error, Group: finding.GroupConfiguration,
		Title: say("核对指标的阈值不能用", "An indicator's threshold cannot be used"),
		Why:   say("指标会按原来的阈值计算。", "The indicator would go on with its own threshold."),
		Fix:   say("写提示中范围内的整数或百分数。", "Write a whole number or a percentage within the bounds that the hint gives."),
		Bad:   "file: data/site.yaml\ncurrency: CNY\nintegrity: {concentration: {hhi: high}}\n" + oneProject,
		Good:  "file: data/site.yaml\ncurrency: CNY\nintegrity: {concentration: {hhi: 2500, share: 60%}}\n" + oneProject,
	}
)

func unknownIndicator(s model.IndicatorSetting, names []string) finding.Finding {
	f := finding.Finding{
		Rule: unknownIndicatorRule, Pos: s.Pos, Field: "integrity", Value: s.Indicator,
		Message: finding.Textf("没有核对指标 %q", "there is no indicator %q", s.Indicator),
		Hint:    finding.Textf("可用：%s", "known are %s", strings.Join(names, ", ")),
	}
	if near, ok := value.Nearest(s.Indicator, names); ok {
		f.Hint = finding.Textf("是否指 %q？", "did you mean %q?", near)
	}
	return f
}

func unknownThreshold(s model.IndicatorSetting, of []Limit) finding.Finding {
	var names []string
	for _, l := range of {
		names = append(names, l.Name)
	}
	f := finding.Finding{
		Rule: unknownThresholdRule, Pos: s.Pos, Field: "integrity", Value: s.Threshold,
		Message: finding.Textf("指标 %q 没有阈值 %q", "the indicator %q has no threshold %q", s.Indicator, s.Threshold),
		Hint:    finding.Textf("可用：%s", "known are %s", strings.Join(names, ", ")),
	}
	if near, ok := value.Nearest(s.Threshold, names); ok {
		f.Hint = finding.Textf("是否指 %q？", "did you mean %q?", near)
	}
	switch {
	case len(names) == 0:
		f.Hint = say("这个指标没有阈值，删去这一行", "the indicator has none; remove the line")
	case s.Indicator == underThreshold.Name && s.Threshold == "limit":
		f.Hint = say("限额写在 checks 的 split-purchases 之下：limit: 300000 元", "the purchase threshold is that of the check split-purchases: write its limit under checks")
	}
	return f
}

func badThreshold(s model.IndicatorSetting, t Threshold) finding.Finding {
	f := finding.Finding{
		Rule: badThresholdRule, Pos: s.Pos, Field: "integrity", Value: s.Value,
		Message: finding.Textf("指标 %q 的阈值 %q 不能是 %q", "the threshold %[2]q of the indicator %[1]q cannot be %[3]q", s.Indicator, s.Threshold, s.Value),
		Hint:    finding.Textf("写 %s 至 %s 的整数，例如 %s", "write a whole number from %s to %s, such as %s", t.Text(t.Min), t.Text(t.Max), t.Text(t.Default)),
	}
	if t.Kind == oversight.KindShare {
		f.Hint = finding.Textf("写 %s 至 %s 的百分数，例如 %s", "write a percentage from %s to %s, such as %s", t.Text(t.Min), t.Text(t.Max), t.Text(t.Default))
	}
	return f
}
