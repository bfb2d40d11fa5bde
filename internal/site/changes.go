package site

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
)

// changes makes the page of what changed lately: corrections of published data,
// then what happened, day by day.
func (c *context) changes() Changes {
	v := Changes{Frame: c.frame(c.t("更新与更正", "Changes and corrections"))}
	v.About = c.t("已公布数据的更正，以及最近发生的事，日期均取自数据。", "Corrections of what was published, then what happened lately; every date is from the data.")
	v.Frame.Description = v.About
	v.Corrections = c.correctionTable()
	v.Days = c.latest(digestDays, namedOfADay)
	if cfg := c.plan.Data.Config; !cfg.AsOf.IsZero() {
		v.AsOf = c.t("数据截至 "+c.date(cfg.AsOf)+"。", "Data as of "+c.date(cfg.AsOf)+".")
	}
	return v
}

// hasChanges reports whether anything on the site is dated to a day or was put
// right.
func (x *index) hasChanges(d *model.Dataset) bool {
	return d.Corrections.Len() > 0 || len(x.tallies.digest()) > 0
}

// correctionTable lists the corrections, the latest first.
func (c *context) correctionTable() Table {
	t := Table{
		ID: "corrections", Caption: c.t("更正", "Corrections"),
		Heads: heads(c.t("更正的记录", "Record"), c.t("日期", "Date"), c.t("哪里有误", "What was wrong"), c.t("原因", "Why")),
	}
	all := latestCorrections(c.plan.Data)
	for _, k := range all[:min(len(all), maxReferring)] {
		record := c.asWritten(k.Subject())
		if to := c.plan.index.find(k.Subject()); to != nil {
			record = c.link(to)
		}
		what, whatLang := c.text(k.What)
		why, whyLang := c.text(k.Why)
		t.Rows = append(t.Rows, []Cell{
			{Text: record.Text, Lang: record.Lang, Href: record.Href}, cellText(c.date(k.Date)),
			{Text: what, Lang: whatLang, Missing: what == ""}, {Text: why, Lang: whyLang, Missing: why == ""},
		})
	}
	if len(all) > maxReferring {
		t.More = Link{Text: c.t("全部更正", "All corrections"), Href: c.href("corrections/index.html")}
	}
	return t
}

// latest tells what happened on the last few days on which something did.
func (c *context) latest(days, names int) []ChangeDay {
	all := c.plan.index.tallies.digest()
	var out []ChangeDay
	for _, d := range all[:min(len(all), days)] {
		of := ChangeDay{Date: c.date(d.date)}
		for what, h := range d.what {
			if h.count > 0 {
				of.Items = append(of.Items, c.changeItem(what, h, names))
			}
		}
		out = append(out, of)
	}
	return out
}

// happeningNames are what happened, as counted.
var happeningNames = [happenings]struct{ zh, one, many string }{
	happenedCorrection: {"更正 # 处", "# correction", "# corrections"},
	happenedCall:       {"发布公告 # 份", "# call published", "# calls published"},
	happenedAward:      {"立项 # 个", "# project awarded", "# projects awarded"},
	happenedContract:   {"签订合同 # 份", "# contract signed", "# contracts signed"},
	happenedPayment:    {"付款 # 笔", "# payment", "# payments"},
	happenedEvaluation: {"评估 # 次", "# evaluation", "# evaluations"},
	happenedHonour:     {"授予荣誉 # 项", "# honour granted", "# honours granted"},
	happenedSubsidy:    {"补贴 # 笔", "# subsidy", "# subsidies"},
}

func (c *context) changeItem(what int, h happening, names int) ChangeItem {
	name := happeningNames[what]
	text := finding.Text{ZH: name.zh, EN: name.many}
	if h.count == 1 {
		text.EN = name.one
	}
	item := ChangeItem{Text: counted(c.say(text), c.count(h.count))}
	if !h.sum.Empty() {
		item.Text += c.t("，"+h.sum.Format("zh"), ", "+h.sum.Format("en"))
	}
	seen := map[table.Entity]bool{}
	for _, e := range h.first[:min(h.count, names)] {
		if e != nil && !seen[e] {
			seen[e] = true
			item.Links = append(item.Links, c.link(c.correctedRecord(e)))
		}
	}
	if more := h.count - min(h.count, names); more > 0 {
		item.More = c.t("等 "+c.count(h.count)+" 项", "and "+c.count(more)+" more")
	}
	return item
}

// correctedRecord is what a correction is about, where that is on the site.
func (c *context) correctedRecord(e table.Entity) table.Entity {
	if k, ok := e.(*model.Correction); ok {
		if to := c.plan.index.find(k.Subject()); to != nil {
			return to
		}
	}
	return e
}
