package export

import (
	"cmp"
	"slices"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// maxEntries is how many of the newest events a feed tells.
const maxEntries = 50

// event is one piece of news.
type event struct {
	date        value.Date
	id          string // "awards:P1"
	page        string // below the site's root
	title, text string
}

// newest gathers events, but no more than a few beside those that a feed tells:
// the site's feed is of all projects, of which there may be a million.
type newest struct {
	events []event
	since  value.Date // what is older is not among the newest
}

// wants reports whether an event of the date may be among the newest. What is
// not known to the day is no news.
func (n *newest) wants(d value.Date) bool { return model.IsDay(d) && d.Compare(n.since) >= 0 }

func (n *newest) add(e event) {
	n.events = append(n.events, e)
	if len(n.events) == 4*maxEntries {
		n.cut()
	}
}

// cut leaves the newest, the last first.
func (n *newest) cut() {
	slices.SortFunc(n.events, func(a, b event) int { return cmp.Or(b.date.Compare(a.date), cmp.Compare(a.id, b.id)) })
	if len(n.events) >= maxEntries {
		n.events = n.events[:maxEntries]
		n.since = n.events[maxEntries-1].date
	}
}

// events are the newest of a group, the last first.
func (f *Feeds) events(g group) []event {
	var n newest
	for _, p := range g.projects(f.d) {
		f.ofProject(&n, p)
	}
	if g.what == groupSite {
		f.policies(&n)
	}
	n.cut()
	return n.events
}

func (f *Feeds) ofProject(n *newest, p *model.Project) {
	if !p.HasNews() {
		return
	}
	add := func(e table.Entity, date value.Date, what, text string) {
		title := what + f.t("：", ": ") + f.say(p.Title, p.ID)
		n.add(event{date, e.Table().Name + ":" + e.Rec().ID, model.Path(p) + ".html", title, text})
	}
	if p.Awarded() && n.wants(p.Decided) {
		text := p.AmountAwarded.Format(f.lang)
		if lead := p.LeadOrganization(); lead != nil {
			text = join(f.say(lead.Name, lead.ID), text)
		}
		add(p, p.Decided, f.t("立项", "Awarded"), text)
	}
	for m := range p.Payments.All() {
		if n.wants(m.Date) {
			add(m, m.Date, f.t("付款", "Paid"), m.Amount.Format(f.lang))
		}
	}
	for e := range p.Evaluations.All() {
		if !n.wants(e.Date) {
			continue
		}
		text := e.Score.Format(f.lang)
		if e.Grade != 0 {
			text = join(text, e.Grade.Label(f.lang))
		}
		add(e, e.Date, f.t("评估", "Evaluated"), text)
	}
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

func (f *Feeds) policies(n *newest) {
	for _, note := range f.d.Notes {
		if note.Kind == "policies" && n.wants(note.Date) {
			n.add(event{
				note.Date, "policies:" + note.Slug, "policies/" + value.Segment(note.Slug) + ".html",
				f.t("政策：", "Policy: ") + note.In(f.lang).Title, f.say(note.Issuer, ""),
			})
		}
	}
}
