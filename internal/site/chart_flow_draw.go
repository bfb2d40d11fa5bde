package site

import (
	"cmp"
	"slices"
	"strings"

	"gongkai/internal/value"
)

// draw makes the marks, the flows between them and the table.
func (f *flow) draw(ch *Chart) {
	c := f.c
	ch.Table.Heads = heads(c.t("环节", "Stage"), c.t("名称", "Name"), "#"+c.t("项目", "Projects"), "#"+c.t("立项金额", "Amount awarded"))
	for i, s := range f.stages {
		f.drawn = append(f.drawn, f.stage(ch, i, s))
	}
	f.flows(ch)
}

// stage makes the marks of a stage: of the largest stops one each, of the others
// one together.
func (f *flow) stage(ch *Chart, i int, s flowStage) drawnStage {
	all := f.ranked(s)
	d := drawnStage{marks: map[stop]int{}, stops: len(all), largest: all[0]}
	n, most := len(all), flowShown[len(flowShown)-len(f.stages)+i]
	if n > most+1 {
		n = most
	}
	for _, sum := range all[:n] {
		d.marks[sum.at] = len(ch.Marks)
		d.whole.Merge(sum.amount)
		f.mark(ch, i, f.link(sum.at, s), sum)
	}
	if rest := all[n:]; len(rest) > 0 {
		d.rest = len(ch.Marks)
		together := flowSum{}
		for _, sum := range rest {
			together.projects += sum.projects
			together.amount.Merge(sum.amount)
		}
		d.whole.Merge(together.amount)
		name := f.c.t("其余 "+f.c.count(len(rest))+" "+s.other, f.c.count(len(rest))+" other "+s.other)
		f.mark(ch, i, Link{Text: name}, together)
	}
	return d
}

// mark adds a stop to the picture and to the table.
func (f *flow) mark(ch *Chart, stage int, l Link, sum flowSum) {
	amount := sum.amount.In(f.in.cur)
	m := Mark{Link: l, Col: stage, Values: []Number{f.c.amountNumber(amount)}}
	if sum.at == (stop{}) { // not published, or several together
		m.Kind = KindBeside
	}
	ch.Marks = append(ch.Marks, m)
	ch.Table.Rows = append(ch.Table.Rows, []Cell{
		{Text: f.stages[stage].head}, {Text: l.Text, Lang: l.Lang, Href: l.Href}, number(f.c.count(sum.projects)), f.c.amount(amount),
	})
}

// link names a stop.
func (f *flow) link(at stop, s flowStage) Link {
	switch {
	case at.e != nil:
		return f.c.link(at.e)
	case at.name != "":
		return Link{Text: at.name}
	}
	return Link{Text: s.missing}
}

// flows sums the ways between the marks of neighbouring stages.
func (f *flow) flows(ch *Chart) {
	ways := map[[2]int]*value.Totals{}
	for _, p := range f.projects {
		for i := 1; i < len(f.stages); i++ {
			way := [2]int{f.drawn[i-1].mark(f.stages[i-1].of(p)), f.drawn[i].mark(f.stages[i].of(p))}
			if ways[way] == nil {
				ways[way] = &value.Totals{}
			}
			ways[way].Add(p.AmountAwarded)
		}
	}
	for way, sum := range ways {
		ch.Flows = append(ch.Flows, Flow{way[0], way[1], f.c.amountNumber(sum.In(f.in.cur))})
	}
	slices.SortFunc(ch.Flows, func(a, b Flow) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
}

// largest names what most of the money went to: at the last stage but one where
// there are more than two, since that says more than who came first of hundreds.
func (f *flow) largest() (l Link, share string, ok bool) {
	i := max(len(f.stages)-2, 1)
	d := &f.drawn[i]
	if d.stops < 2 || d.largest.at == (stop{}) {
		return Link{}, "", false
	}
	share, ok = shareText(d.largest.amount.In(f.in.cur), d.whole.In(f.in.cur))
	return f.link(d.largest.at, f.stages[i]), share, ok
}

func lower(s string) string { return strings.ToLower(s) }
