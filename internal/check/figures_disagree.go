package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var figuresDisagree = Check{
	Rule: &finding.Rule{
		ID: "figures-disagree", Group: finding.GroupMoney, Severity: finding.Info,
		Title: say("公布的数字不一致", "Published figures disagree"),
		Why:   say("两个数字连同来源并列显示。", "The site shows both with their sources, side by side."),
		Fix:   say("在 note 说明差别；只用一个时，它的 preferred 写 true。", "Explain the difference under note; mark the one to use with preferred: true."),
		Bad: "file: data/programmes.csv\nid,title\nF1,Fund\nfile: data/figures.csv\nid,subject,year,measure,value,unit\n" +
			"G1,programmes:F1,2010,budget,150000,CNY\nG2,programmes:F1,2010,budget,150000000,CNY\n",
		Good: "file: data/programmes.csv\nid,title\nF1,Fund\nfile: data/figures.csv\nid,subject,year,measure,value,unit\n" +
			"G1,programmes:F1,2010,budget,150000,CNY\nG2,programmes:F1,2011,budget,150000000,CNY\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		type key struct {
			subject, measure, unit string
			year                   int64
		}
		first := map[key]*model.Figure{}
		for _, g := range d.Figures.Rows {
			if g.Value.IsZero() {
				continue
			}
			k := key{value.Fold(g.Subject), value.Fold(g.Measure), value.Fold(g.Unit), g.Year.Int()}
			one := first[k]
			if one == nil {
				first[k] = g
				continue
			}
			if one.Value.Cmp(g.Value) == 0 {
				continue
			}
			f := about(g, "value", g.Value.String())
			f.Message = words("%q 的“%s”有两个数字：%s 和 %s", "%q has two figures for %q: %s and %s",
				g.Subject, g.Measure, one.Value.Format("zh"), g.Value.Format("zh"))
			f.Hint = say("在 note 说明差别；只用一个时，它的 preferred 写 true", "explain the difference under note; mark the one to use with preferred: true")
			f.Related = append(f.Related, other(one, "value", "另一个数字", "the other figure"))
			report(f)
		}
	},
}
