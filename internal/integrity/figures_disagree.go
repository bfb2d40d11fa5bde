package integrity

import (
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

var figuresDisagree = indicator{
	Indicator: oversight.Indicator{
		Name: "figures-disagree", Group: oversight.GroupMoney,
		Title: say("相互不一致的公布数字", "Figures that disagree"),
		Why: say("同一件事有两个数字，读者应看到全部，连同各自的出处。",
			"Where one thing has two numbers, readers should see both, each with its source."),
		Method: say("同一对象、同一年度、同一指标、同一单位的公布数字不止一个，且数值不同，即并列列出，不作取舍。",
			"Published figures about the same record, year, measure and unit that are not equal stand side by side; none is left out."),
		Sources: []Source{cite(say("联合国《官方统计基本原则》原则三：公布数据的来源与方法；原则四：纠正误用", "United Nations, Fundamental Principles of Official Statistics, principles 3 and 4: sources are told, misuse is commented on"), "https://unstats.un.org/unsd/dnss/gp/fundprinciples.aspx")},
	},
	run: runFiguresDisagree,
}

// asked is what a figure answers.
type asked struct {
	subject, measure, unit string
	year                   int64
}

func runFiguresDisagree(in *input) Result {
	things := say("项公布的指标", "published measures")
	answers := map[asked][]*model.Figure{}
	var order []asked
	for _, f := range in.data.Figures.Rows {
		if f.Value.IsZero() {
			continue
		}
		k := asked{value.Fold(f.Subject), value.Fold(f.Measure), value.Fold(f.Unit), f.Year.Int()}
		if answers[k] == nil {
			order = append(order, k)
		}
		answers[k] = append(answers[k], f)
	}
	if len(order) == 0 {
		return nothing(0, things, say("没有公布数字（figures 表）。", "No figures are published in the table of figures."))
	}
	r := Result{Things: things, Looked: len(order), Of: len(order)}
	list := List{Columns: []Column{
		column("record", "对象", "About"), column("year", "年度", "Year"), column("measure", "指标", "Measure"),
		number("value", "数字", "Figure"), column("preferred", "采用", "Used"), column("source", "出处", "Source"), column("figure", "记录", "Record"),
	}}
	for _, k := range order {
		if !disagree(answers[k]) {
			continue
		}
		r.Marked++
		for _, f := range answers[k] {
			list.Rows = append(list.Rows, figureRow(in.data, f))
		}
	}
	r.Lists = []List{list}
	return r
}

func figureRow(d *model.Dataset, f *model.Figure) Row {
	row := Row{Marked: true, Cells: []Cell{nil, oversight.InYear(int(f.Year.Int())), Measure(f.Measure), figure(f.Value, f.Unit), nil, nil, linked(f)}}
	if about := subject(d, f.Subject); about != nil {
		row.Cells[0] = linked(about)
	}
	if f.Preferred.Bool() {
		row.Cells[4] = words(say("本站采用", "used here"))
	}
	if f.Source() != "" {
		row.Cells[5] = Written(f.Source())
	}
	return row
}

func disagree(figures []*model.Figure) bool {
	for _, f := range figures[1:] {
		if f.Value.Cmp(figures[0].Value) != 0 {
			return true
		}
	}
	return false
}
