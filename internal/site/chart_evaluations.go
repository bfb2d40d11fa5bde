package site

import (
	"iter"
	"slices"
	"strconv"
	"time"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// evaluationsShown is how many evaluations a chart shows, the latest.
const evaluationsShown = 80

// chartEvaluations shows an organization's scores over time: those of its own
// reviews and of its projects'. The grade that each was given is said beside
// it; no bound between grades is drawn, since none is published.
func (c *context) chartEvaluations(o *model.Organization) Chart {
	all := scoresOf(o)
	if len(all) < 2 {
		return Chart{}
	}
	note := ""
	if more := len(all) - evaluationsShown; more > 0 {
		all = all[more:]
		note = c.t("图中为最近 "+c.count(evaluationsShown)+" 次。", "The chart shows the latest "+c.count(evaluationsShown)+".")
	}
	ch := Chart{
		Name: "evaluations", Form: FormDots, Source: c.source(), Note: note,
		Series: []Series{{Name: c.t("资格评审、跟踪评估", "Qualification review, follow-up"), Kind: KindPromised}, {Name: c.t("绩效评估", "Performance evaluation"), Kind: KindDone}},
		Table:  Table{Heads: heads(c.t("日期", "Date"), c.t("项目", "Project"), c.t("评估类型", "Kind"), "#"+c.t("得分", "Score"), c.t("等次", "Grade"))},
	}
	lo, hi := all[0].Score, all[0].Score
	kinds := map[string]bool{}
	for i, e := range all {
		m := Mark{Link: c.evaluated(e, o), Kind: KindPromised, Values: []Number{dayNumber(e.Date, c.date(e.Date)), scoreNumber(e.Score)}}
		if e.Kind == model.EvaluationPerformance {
			m.Kind = KindDone
		}
		kinds[m.Kind] = true
		if len(all) <= 8 || i == len(all)-1 {
			m.Label = m.Values[1].Text
		}
		if e.Score.Cmp(lo) < 0 {
			lo = e.Score
		}
		if e.Score.Cmp(hi) > 0 {
			hi = e.Score
		}
		ch.Marks = append(ch.Marks, m)
		ch.Table.Rows = append(ch.Table.Rows, c.evaluationRow(e, m.Link))
	}
	if len(kinds) == 1 {
		ch.Series = slices.DeleteFunc(ch.Series, func(s Series) bool { return !kinds[s.Kind] })
	}
	ch.Ticks = scoreTicks(lo, hi)
	ch.Across = c.timeTicks(all[0].Date, all[len(all)-1].Date)
	last := all[len(all)-1]
	ch.Title = c.t(c.count(len(all))+" 次评估得分在 "+lo.String()+" 至 "+hi.String()+" 之间", c.count(len(all))+" evaluations scored from "+lo.String()+" to "+hi.String())
	ch.Sub = c.t("评估得分（0 至 100），按日期；最近一次 "+c.date(last.Date)+"，"+last.Score.String()+" 分", "Score from 0 to 100, by date; the latest, "+c.date(last.Date)+", is "+last.Score.String())
	ch.About = c.t("散点图：横轴为评估日期，纵轴为得分。", "Dot chart: the date of the evaluation across, the score up.")
	return ch
}

// scoresOf are an organization's evaluations that have a score and a date, in
// order of time.
func scoresOf(o *model.Organization) []*model.Evaluation {
	var all []*model.Evaluation
	take := func(list iter.Seq[*model.Evaluation]) {
		for e := range list {
			if !e.Score.IsZero() && !e.Date.IsZero() {
				all = append(all, e)
			}
		}
	}
	take(slices.Values(o.Evaluations.All()))
	for _, p := range o.Projects {
		take(p.Evaluations.All())
	}
	slices.SortStableFunc(all, func(a, b *model.Evaluation) int { return a.Date.Compare(b.Date) })
	return all
}

// evaluated is what an evaluation was of.
func (c *context) evaluated(e *model.Evaluation, o *model.Organization) Link {
	if e.Project.To != nil {
		return c.link(e.Project.To)
	}
	return Link{Text: c.label(o), Lang: c.labelLang(o, c.label(o))}
}

func (c *context) evaluationRow(e *model.Evaluation, of Link) []Cell {
	kind, grade := "", ""
	if e.Kind != 0 {
		kind = e.Kind.Label(c.lang)
	}
	if e.Grade != 0 {
		grade = e.Grade.Label(c.lang)
	}
	return []Cell{{Text: c.date(e.Date), Href: c.to(e)}, {Text: of.Text, Lang: of.Lang, Href: of.Href}, cellText(kind), number(e.Score.Format(c.lang)), cellText(grade)}
}

// dayNumber is a date as days, for drawing.
func dayNumber(d value.Date, text string) Number { return Number{daysOf(d), text} }

func daysOf(d value.Date) int64 {
	last := d.Last()
	return time.Date(last.Year(), time.Month(last.Month()), last.Day(), 0, 0, 0, 0, time.UTC).Unix() / 86400
}

// timeTicks are the beginnings of about five years, or months where all is
// within two years, from one date to another.
func (c *context) timeTicks(from, to value.Date) []Number {
	first, last := monthOf(from.First()), monthOf(to.Last())
	every, start := (last-first)/3+1, first
	if last-first > 24 {
		every, start = ((last-first)/60+1)*12, first/12*12
	}
	var ticks []Number
	for m := start; m <= last; m += every {
		day := value.NewDate(m/12, m%12+1, 1)
		text := strconv.Itoa(m / 12)
		if every < 12 {
			text = c.date(value.NewDate(m/12, m%12+1, 0))
		}
		ticks = append(ticks, dayNumber(day, text))
	}
	return ticks
}

// monthOf counts months from the year nought.
func monthOf(d value.Date) int { return d.Year()*12 + d.Month() - 1 }
