package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// corrections finds the record that each correction is about.
func (x *index) corrections(d *model.Dataset) {
	x.changes = map[int32][]*model.Correction{}
	for _, k := range d.Corrections.Rows {
		if e := x.find(k.Subject()); e != nil {
			x.changes[e.Rec().Num] = append(x.changes[e.Rec().Num], k)
		}
	}
}

// history are the corrections of a record and, of a project, of what belongs to
// it, newest first.
func (c *context) history(e table.Entity) []Change {
	if len(c.plan.index.changes) == 0 {
		return nil
	}
	type change struct {
		about table.Entity
		k     *model.Correction
	}
	var all []change
	for _, part := range partsOf(e) {
		for _, k := range c.plan.index.changes[part.Rec().Num] {
			all = append(all, change{part, k})
		}
	}
	slices.SortStableFunc(all, func(a, b change) int { return b.k.Date.Compare(a.k.Date) })
	var out []Change
	for _, one := range all {
		ch := Change{Date: c.date(one.k.Date), Link: Link{Href: c.to(one.k)}}
		ch.Text, ch.Lang = c.text(one.k.What)
		ch.Text = cmp.Or(ch.Text, c.label(one.k))
		ch.Why, ch.WhyLang = c.text(one.k.Why)
		if one.about != e {
			ch.About = c.link(one.about)
		}
		out = append(out, ch)
	}
	return out
}

// partsOf are a record and the records that are shown as part of it.
func partsOf(e table.Entity) []table.Entity {
	parts := []table.Entity{e}
	p, ok := e.(*model.Project)
	if !ok {
		return parts
	}
	for k := range p.Contracts.All() {
		parts = append(parts, k)
	}
	for m := range p.Payments.All() {
		parts = append(parts, m)
	}
	for v := range p.Evaluations.All() {
		parts = append(parts, v)
	}
	for _, h := range p.Honours.All() {
		parts = append(parts, h)
	}
	return parts
}

// fileHistory leads to the history of a record's file in the repository, "" for
// a site that names none, or whose history is not known.
func (c *context) fileHistory(pos finding.Pos) string {
	repo := c.plan.Data.Config.Repository
	if repo.URL == "" || repo.History == "" || c.plan.o.Commit == "" || pos.File == "" {
		return ""
	}
	return repo.URL + "/" + strings.NewReplacer(
		"{commit}", c.plan.o.Commit, "{file}", escapePath(pos.File), "{line}", strconv.Itoa(max(pos.Line, 1)),
	).Replace(repo.History)
}

// address is the page's own address: absolute where the site has a base_url,
// else below the site's root.
func (c *context) pageAddress() string { return c.plan.Data.Config.BaseURL + c.page.URL }

// cite is a citation of the page: who publishes, what, which record, where, as
// of when and under which licence. GB/T 7714 calls a dataset online [DS/OL].
func (c *context) cite(kind string, name Link, id string) []Link {
	cfg := &c.plan.Data.Config
	s := &saying{}
	if publisher, lang := c.text(cfg.Publisher.Name); publisher != "" {
		s.link(Link{Text: publisher, Lang: lang})
		s.add(". ")
	}
	name.Href = ""
	s.link(name)
	s.add(c.t("（"+kind+" ", " ("+strings.ToLower(kind)+" "))
	s.link(Link{Text: id, Lang: c.writing(id)})
	s.add(c.t("）[DS/OL]. ", ") [dataset]. "))
	title, lang := c.text(cfg.Title)
	s.link(Link{Text: title, Lang: lang})
	s.add(". ")
	if !cfg.AsOf.IsZero() {
		s.add(c.t("数据截至", "Data as of ") + c.date(cfg.AsOf) + ". ")
	}
	s.add(c.pageAddress() + ".")
	if cfg.Licence != "" {
		s.add(" " + cfg.Licence + ".")
	}
	return s.parts
}

// report is the address by which a reader reports an error in a record: that of
// site.yaml with the record, the page and the place put in, else a mail to the
// publisher; "" where the site has neither.
func (c *context) report(e table.Entity) string {
	cfg := &c.plan.Data.Config
	if cfg.Report == "" && cfg.Publisher.Email == "" {
		return ""
	}
	subject, place := c.plan.index.subject(e), c.place(e, "").Text
	if cfg.Report != "" {
		return strings.NewReplacer(
			"{record}", escapeAll(subject), "{url}", escapeAll(c.pageAddress()), "{place}", escapeAll(place),
		).Replace(cfg.Report)
	}
	body := c.t("记录：", "Record: ") + subject + "\r\n" + c.t("网址：", "Page: ") + c.pageAddress() + "\r\n"
	if place != "" {
		body += c.t("出处：", "Source: ") + place + "\r\n"
	}
	body += "\r\n" + c.t("有误之处：", "What is wrong: ")
	return "mailto:" + strings.Replace(escapeAll(cfg.Publisher.Email), "%40", "@", 1) +
		"?subject=" + escapeAll(c.t("纠错 ", "Error in ")+value.Visible(subject)) + "&body=" + escapeAll(body)
}

// escapeAll percent-encodes all that could have a meaning in an address, so that
// an identifier cannot add to what it is put into.
func escapeAll(s string) string {
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, len(s)+len(s)/2)
	for i := range len(s) {
		ch := s[i]
		if '0' <= ch && ch <= '9' || 'a' <= ch|0x20 && ch|0x20 <= 'z' || strings.IndexByte("-._~", ch) >= 0 {
			b = append(b, ch)
		} else {
			b = append(b, '%', digits[ch>>4], digits[ch&15])
		}
	}
	return string(b)
}
