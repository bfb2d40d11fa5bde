package site

// stylePath is where a preview shows the parts that pages are made of.
const stylePath = "style.html"

// Style is the preview's page of every part that pages share.
type Style struct {
	Record
	Chips        []Chip
	Figures      []Amount
	Wide, Narrow Table
	Chain        []Step
	Pager        Pager
	Browse       []Browse
}

// style shows every part and state that layouts share, with made-up content, to
// those who work on layouts and style sheets. Only a preview has the page.
func (c *context) style() Style {
	v := Style{Record: Record{Frame: c.frame(c.t("样式", "Style"), Link{Text: c.t("上一级", "Parent"), Href: c.href("index.html")})}}
	v.Kind, v.ID, v.Name = c.t("种类", "Kind"), "ID-2010-0001", c.t("样式：页面由哪些部分组成", "Style: the parts that pages are made of")
	v.Other = []Link{{Text: c.t("Style: the parts that pages are made of", "样式：页面由哪些部分组成"), Lang: c.t("en", "zh")}}
	v.Generated, v.Made = true, true
	v.Source, v.JSON = Place{Text: "data/projects.csv:14:5", Href: c.href("index.html")}, c.href("index.html")
	v.Chips = []Chip{{c.t("已完成", "Completed"), "good"}, {c.t("进行中", "Under way"), "busy"}, {c.t("未通过", "Failed"), "bad"}, {c.t("草案", "Draft"), "quiet"}}
	v.Figures = []Amount{
		{Label: c.t("立项金额", "Amount awarded"), Value: c.t("1.41亿元", "¥140.9 million"), Full: c.t("140,918,800元", "¥140,918,800")},
		{Label: c.t("服务人数", "People served"), Value: "10,069,399", Note: c.t("3 笔合计", "sum of 3")},
		{Label: c.t("没有公布的数", "A number that is not published")},
	}
	v.Facts = []Fact{
		{Label: c.t("一个值", "One value"), Values: []Link{{Text: c.t("文字", "A text")}}, Source: v.Source},
		{Label: c.t("几个值", "Several values"), Values: []Link{{Text: c.t("一个链接", "A link"), Href: c.href("index.html")}, {Text: c.t("Text in English", "中文的文字"), Lang: c.t("en", "zh")}}},
		{Label: c.t("没有公布的值", "A value that is not published")},
	}
	v.Wide, v.Narrow = c.styleTables()
	v.Declared = []Declared{
		{Measure: c.t("项目数", "Projects"), Value: "300", Rows: "300", Agrees: true, Source: c.t("公开报道", "published account")},
		{Measure: c.t("金额", "Amount"), Value: c.t("6,000万元", "¥60 million"), Rows: c.t("5,986万元", "¥59.86 million"), Quote: c.t("近 6,000 万元", "nearly 60 million yuan"), Note: c.t("一条说明", "A remark"), Place: v.Source},
		{Measure: c.t("人数", "People"), Value: "9,980,000", Source: c.t("公开报道", "published account")},
	}
	v.Chain = []Step{
		{Name: c.t("已公布", "Published"), Published: true, Items: []StepItem{{Date: c.t("2010年5月30日", "30 May 2010"), Text: c.t("立项26.04万元", "awarded ¥260,400"), Href: c.href("index.html")}}},
		{Name: c.t("晚于应有顺序", "Out of order"), Published: true, Items: []StepItem{{Date: c.t("2010年6月17日", "17 June 2010"), Text: c.t("合同", "contract"), Late: true, Why: c.t("晚 12 天", "12 days late")}}},
		{Name: c.t("未公布", "Not published")},
		{Name: c.t("还不到时候", "Not due"), Waiting: c.t("尚未到期", "not due yet")},
	}
	at := c.href(stylePath)
	v.Pager = c.numbered(Pager{Page: 5, Pages: 9, Total: 430, From: 201, To: 250, Prev: at, Next: at,
		Numbers: []Link{{Text: "1", Href: at}, {Text: "…"}, {Text: "4", Href: at}, {Text: "5", Href: at, Current: true}, {Text: "6", Href: at}, {Text: "…"}, {Text: "9", Href: at}},
		Sorts:   []Link{{Text: c.t("最新", "newest"), Href: at, Current: true}, {Text: c.t("金额最大", "largest"), Href: at}},
	})
	v.Browse = []Browse{{Link: Link{Text: c.t("项目", "Projects"), Href: c.href("index.html")}, About: c.t("向社会组织购买的服务", "services bought from social organizations"), Count: "2,756"}, {Link: Link{Text: c.t("政策", "Policies"), Href: c.href("index.html")}}}
	return v
}

// styleTables are a table that stands as cards on phones, and one that does not.
func (c *context) styleTables() (wide, narrow Table) {
	here := c.href("index.html")
	wide = Table{ID: "wide", Caption: c.t("宽表", "A wide table"), Heads: heads(c.t("名称", "Name"), c.t("承接主体", "Organization"), "#"+c.t("金额", "Amount"), c.t("状态", "State")),
		Rows: [][]Cell{
			{{Text: c.t("一个项目", "A project"), Href: here}, {Text: c.t("一家组织", "An organization"), Href: here}, number(c.t("260,400元", "¥260,400")), {Text: c.t("已完成", "Completed"), Chip: "good"}},
			{{Text: c.t("名称很长的项目，用来看它在窄窗口里怎样换行", "A project with a long name, to see how it breaks where the window is narrow"), Href: here}, cellText(""), number(""), {Text: c.t("进行中", "Under way"), Chip: "busy"}},
		},
		Foot: []Cell{{Text: c.t("合计", "Total")}, {}, number(c.t("260,400元", "¥260,400")), {}},
		Note: c.t("另有 12 项未列出。", "And 12 more."), More: Link{Text: c.t("全部", "All of them"), Href: here},
	}
	narrow = Table{ID: "narrow", Caption: c.t("窄表", "A narrow table"), Heads: heads(c.t("年度", "Year"), "#"+c.t("项目", "Projects"), "#"+c.t("金额", "Amount")),
		Rows: [][]Cell{{{Text: "2010", Href: here}, number("393"), number(c.t("7,954,000元", "¥7,954,000"))}, {{Text: "2009", Href: here}, number("0"), number("")}},
	}
	return wide, narrow
}
