package site

import (
	"cmp"
	"slices"
	"strconv"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// dotsShown is how many projects a chart of scores shows one by one; where there
// are more, it shows the middle half of each step of size.
const dotsShown = 60

// scored is a project's last score and its cost.
type scored struct {
	p     *model.Project
	score value.Decimal
	cost  value.Money
}

// scoreOf is the score of a project's last evaluation that has one: of those of
// performance, else of any.
func scoreOf(p *model.Project) value.Decimal {
	var last *model.Evaluation
	for e := range p.Evaluations.All() {
		if e.Score.IsZero() {
			continue
		}
		if last == nil || cmp.Or(cmp.Compare(finality(e), finality(last)), e.Date.Compare(last.Date)) >= 0 {
			last = e
		}
	}
	if last == nil {
		return value.Decimal{}
	}
	return last.Score
}

func finality(e *model.Evaluation) int {
	if e.Kind == model.EvaluationPerformance {
		return 1
	}
	return 0
}

// chartScores sets the evaluation's score against what was awarded.
func (c *context) chartScores(projects []*model.Project) Chart {
	in := purseOf(projects)
	var all []scored
	for _, p := range projects {
		score := scoreOf(p)
		if !score.IsZero() && p.Awarded() && p.AmountAwarded.Sign() > 0 && p.AmountAwarded.Currency() == in.cur {
			all = append(all, scored{p, score, p.AmountAwarded})
		}
	}
	if len(all) < 3 {
		return Chart{}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(a.cost.Minor(), b.cost.Minor()) })
	ch := Chart{Name: "scores", Source: c.source(), Note: c.otherCurrencies(in)}
	if len(all) <= dotsShown {
		c.scoreDots(&ch, all, in)
	} else {
		c.scoreRanges(&ch, all)
	}
	if len(ch.Marks) < 2 {
		return Chart{}
	}
	ch.Title = c.scoreTitle(all)
	ch.Sub = c.sub(c.t("评估得分与立项金额，"+c.count(len(all))+" 个项目", "Evaluation score and amount awarded, "+c.count(len(all))+" projects"), in)
	return ch
}

// scoreDots shows every project.
func (c *context) scoreDots(ch *Chart, all []scored, in purse) {
	ch.Form = FormDots
	ch.Series = []Series{{Name: c.t("项目", "Project"), Kind: KindDone}}
	ch.Table.Heads = heads(c.t("项目", "Project"), "#"+c.t("立项金额", "Amount awarded"), "#"+c.t("得分", "Score"))
	best, least := 0, 0
	for i, s := range all {
		ch.Marks = append(ch.Marks, Mark{Link: c.link(s.p), Values: []Number{c.amountNumber(s.cost), scoreNumber(s.score)}})
		ch.Table.Rows = append(ch.Table.Rows, []Cell{c.cellLink(s.p), c.amount(s.cost), number(s.score.Format(c.lang))})
		if s.score.Cmp(all[best].score) > 0 {
			best = i
		}
		if s.score.Cmp(all[least].score) < 0 {
			least = i
		}
	}
	for _, i := range []int{best, least} {
		ch.Marks[i].Label = ch.Marks[i].Values[1].Text
	}
	ch.Ticks = scoreTicks(all[least].score, all[best].score)
	for _, at := range roundTicks(0, all[len(all)-1].cost.Minor()) {
		ch.Across = append(ch.Across, c.amountNumber(value.NewMoney(at, in.cur)))
	}
	ch.About = c.t("散点图：横轴为立项金额，纵轴为评估得分，每点一个项目。", "Dot chart: the amount awarded across, the score up, a dot for each project.")
}

// scoreRanges shows the middle half of the scores of each step of size.
func (c *context) scoreRanges(ch *Chart, all []scored) {
	ch.Form = FormRanges
	ch.Series = []Series{{Name: c.t("中间一半项目的得分", "Scores of the middle half of projects"), Kind: KindPromised}, {Name: c.t("得分中位数", "Median score"), Kind: KindDone}}
	ch.Table.Heads = heads(c.t("立项金额", "Amount awarded"), "#"+c.t("项目", "Projects"), "#"+c.t("下四分位", "Lower quartile"), "#"+c.t("中位数", "Median"), "#"+c.t("上四分位", "Upper quartile"))
	sizes := make([]value.Money, len(all))
	for i, s := range all {
		sizes[i] = s.cost
	}
	var lo, hi value.Decimal
	done := 0
	for _, b := range sizeBins(sizes) {
		part := all[done : done+b.count]
		if done += b.count; b.count == 0 {
			continue
		}
		scores := make([]value.Decimal, len(part))
		for i, s := range part {
			scores[i] = s.score
		}
		slices.SortFunc(scores, value.Decimal.Cmp)
		n := len(scores)
		low, half, high := scores[n/4], scores[n/2], scores[n-1-n/4]
		if lo.IsZero() || low.Cmp(lo) < 0 {
			lo = low
		}
		if hi.IsZero() || high.Cmp(hi) > 0 {
			hi = high
		}
		name := c.binName(b)
		ch.Marks = append(ch.Marks, Mark{Link: Link{Text: name}, Values: []Number{scoreNumber(low), scoreNumber(half), scoreNumber(high)}})
		ch.Table.Rows = append(ch.Table.Rows, []Cell{{Text: name}, number(c.count(n)), number(low.Format(c.lang)), number(half.Format(c.lang)), number(high.Format(c.lang))})
	}
	ch.Ticks = scoreTicks(lo, hi)
	ch.About = c.t("区间图：各档立项金额的项目，评估得分的中位数与中间一半。", "Range chart: the median and the middle half of evaluation scores for each step of the amount awarded.")
}

// scoreUnit is how finely a score is drawn.
const scoreUnit = 1000

func scoreNumber(d value.Decimal) Number { return Number{decimalIn(d, scoreUnit), d.String()} }

// decimalIn is a number in parts of a unit, for drawing.
func decimalIn(d value.Decimal, parts float64) int64 {
	f, err := strconv.ParseFloat(d.String(), 64)
	if err != nil || f*parts > 1<<53 || f*parts < -1<<53 {
		return 0
	}
	return int64(f * parts)
}

// scoreTicks are the tens around two scores.
func scoreTicks(lo, hi value.Decimal) []Number {
	from, to := decimalIn(lo, scoreUnit)/scoreUnit/10*10, (decimalIn(hi, scoreUnit)/scoreUnit+9)/10*10
	step := int64(10)
	for (to-from)/step > 5 {
		step *= 2
	}
	var ticks []Number
	for at := from; at <= to; at += step {
		ticks = append(ticks, Number{at * scoreUnit, strconv.FormatInt(at, 10)})
	}
	return ticks
}

// scoreTitle says whether larger projects score better, by Spearman's rank
// correlation: below 0.2 either way they do not.
func (c *context) scoreTitle(all []scored) string {
	switch rho := spearman(all); {
	case rho > 0.2:
		return c.t("金额较大的项目得分较高", "Larger projects score higher")
	case rho < -0.2:
		return c.t("金额较大的项目得分较低", "Larger projects score lower")
	}
	return c.t("得分高低与金额大小关系不大", "Scores hardly depend on the size of the award")
}
