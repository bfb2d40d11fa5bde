package site

import (
	"strconv"

	"gongkai/internal/oversight"
)

// maxListed is how many rows of an indicator's list the page shows; the rest is
// in its download.
const maxListed = 10

// integrityPage is the address of the page that shows what is worth a second look.
const integrityPage = "integrity.html"

func (c *context) integrityTitle() string { return c.t("监督核对", "Integrity") }

// integrity shows what the indicators say, and accuses nobody.
func (c *context) integrity() Integrity {
	r := c.plan.o.Review
	v := Integrity{Frame: c.frame(c.integrityTitle()), JSON: c.root + oversight.JSONPath}
	v.Frame.Description = c.t("合计对不对得上、各环节公开得全不全、立项集中不集中：每项核对都写明方法、阈值和名单。标记只说明值得再看，不是结论。",
		"Whether totals agree, how complete the disclosure is, how concentrated the awards are: each with its method, its threshold and the list behind. A mark is a reason to look, not a verdict.")
	for _, result := range r.Results {
		v.Indicators = append(v.Indicators, c.indicator(r, result))
		g := c.t(groupNames[result.Group][0], groupNames[result.Group][1])
		if n := len(v.Groups); n == 0 || v.Groups[n-1].Title != g {
			v.Groups = append(v.Groups, IndicatorGroup{ID: "part-" + strconv.Itoa(int(result.Group)), Title: g})
		}
		last := &v.Groups[len(v.Groups)-1]
		last.Indicators = append(last.Indicators, v.Indicators[len(v.Indicators)-1])
	}
	v.Summary = c.integritySummary(r)
	return v
}

var groupNames = map[oversight.Group][2]string{
	oversight.GroupDisclosure:  {"公开得全不全", "How much is published"},
	oversight.GroupMoney:       {"账对不对得上", "Whether the money adds up"},
	oversight.GroupCompetition: {"向谁购买、怎样选定", "Who is bought from, and how"},
	oversight.GroupPayment:     {"付款的时间与依据", "When payment is made, and on what"},
}

func (c *context) integritySummary(r *oversight.Report) []Amount {
	things, marking := r.Marked()
	idle := 0
	for _, result := range r.Results {
		if result.Looked == 0 {
			idle++
		}
	}
	score := Amount{Label: c.t("应公开环节的公开率", "Steps due that are published"), Note: c.t("全站", "whole site")}
	if d := r.Overall; d.Total.Due > 0 {
		score.Value = d.Total.Share().String()
		score.Note = c.t("应公开 "+c.count(d.Total.Due)+" 项次，已公开 "+c.count(d.Total.Published), c.count(d.Total.Published)+" of "+c.count(d.Total.Due))
	}
	return []Amount{
		score,
		{Label: c.t("核对指标", "Indicators"), Value: c.count(len(r.Results)), Note: c.t("其中 "+c.count(idle)+" 项所需数据未公布", c.count(idle)+" lack the data that they need")},
		{Label: c.t("标记", "Marks"), Value: c.count(things), Note: c.t("出自 "+c.count(marking)+" 项指标", "by "+c.count(marking)+" indicators")},
	}
}

// indicator is what the page says of one indicator.
func (c *context) indicator(r *oversight.Report, result oversight.Result) Indicator {
	v := Indicator{
		Name: result.Name, Title: c.say(result.Title), Why: c.say(result.Why), Method: c.say(result.Method),
		State: c.indicatorChip(result), Count: c.indicatorCount(result), Missing: c.say(result.Missing),
	}
	for _, l := range result.Limits {
		t := IndicatorLimit{Key: l.Name, Means: c.say(l.Sentence()), Value: l.Text()}
		if l.Set {
			t.By = c.t("本站设定", "set for this site")
		} else {
			t.By = c.t("默认", "default")
		}
		v.Limits = append(v.Limits, t)
	}
	for _, s := range result.Sources {
		v.Sources = append(v.Sources, Link{Text: c.say(s.Text), Href: s.URL})
	}
	if result.Looked == 0 {
		return v
	}
	for _, l := range result.Lists {
		if l.Len == 0 {
			continue
		}
		v.Downloads = append(v.Downloads, c.listDownload(result, l))
		if result.Name != "disclosure" && l.Name != "by-month" {
			v.Tables = append(v.Tables, c.oversightTable(result, l))
		}
	}
	switch result.Name {
	case "disclosure":
		v.Matrix, v.Chart = c.matrix(r), c.chartSteps(r)
	case "year-end-payments":
		v.Chart = c.chartMonths(result)
	}
	return v
}

func (c *context) indicatorChip(r oversight.Result) Chip {
	switch {
	case r.Looked == 0:
		return Chip{Text: c.t("未核对", "not worked out"), Kind: "quiet"}
	case r.Marked == 0:
		return Chip{Text: c.t("没有标记", "nothing marked"), Kind: "good"}
	}
	return Chip{Text: c.t(c.count(r.Marked)+" 处标记", c.count(r.Marked)+" marked"), Kind: "busy"}
}

// indicatorCount says how much an indicator could look at.
func (c *context) indicatorCount(r oversight.Result) string {
	things := c.say(r.Things)
	switch {
	case r.Looked == 0:
		return ""
	case r.Looked < r.Of:
		return c.t("核对了 "+c.count(r.Of)+" "+things+"中的 "+c.count(r.Looked)+" 个；其余没有公布所需数据，或不足以判断。",
			"Looked at "+c.count(r.Looked)+" of "+c.count(r.Of)+" "+things+"; the others do not publish what it needs, or too little to judge.")
	}
	return c.t("核对了 "+c.count(r.Looked)+" "+things+"。", "Looked at "+c.count(r.Looked)+" "+things+".")
}

func (c *context) listDownload(r oversight.Result, l oversight.List) Link {
	title := c.say(l.Title)
	if title == "" {
		title = c.t("名单", "The list")
	}
	path := r.Path(l)
	return Link{Text: title + c.t("（CSV，", " (CSV, ") + c.count(l.Len) + c.t(" 行）", " rows)"), Href: c.root + path}
}
