package site

import (
	"path"
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/markdown"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// notePath is where a note's page stands: pages at the root, others in their
// folder.
func notePath(n *model.Note) string {
	if n.Kind == "pages" {
		return value.Segment(n.Slug)
	}
	return n.Kind + "/" + value.Segment(n.Slug)
}

func (c *context) noteLink(n *model.Note) Link {
	t := n.In(c.lang)
	return Link{Text: value.Visible(t.Title), Lang: c.other(t.Lang), Href: c.href(notePath(n) + ".html")}
}

var noteKindNames = map[string]finding.Text{
	"policies": {ZH: "政策", EN: "Policies"}, "stories": {ZH: "故事", EN: "Stories"}, "handbook": {ZH: "手册", EN: "Handbook"},
}

// notes lists the notes of a kind, newest first; the handbook by file name.
func (c *context) notes() Notes {
	kind := c.plan.Data.Notes[c.page.num].Kind
	v := Notes{Frame: c.frame(c.say(noteKindNames[kind]))}
	var list []*model.Note
	for _, n := range c.plan.Data.Notes {
		if n.Kind == kind {
			list = append(list, n)
		}
	}
	if kind != "handbook" {
		slices.SortStableFunc(list, func(a, b *model.Note) int { return b.Date.Compare(a.Date) })
	}
	for _, n := range list {
		item := NoteItem{Link: c.noteLink(n), Date: c.date(n.Date), Status: c.validity(n), Number: value.Visible(n.Number)}
		item.Issuer, _ = c.text(n.Issuer)
		item.Summary = n.In(c.lang).Doc.PlainWith(c.resolver(n), 120)
		v.Items = append(v.Items, item)
	}
	return v
}

func (c *context) noteStatus(n *model.Note) Chip {
	switch n.Status {
	case model.StatusInForce:
		return Chip{c.t("有效", "In force"), "good"}
	case model.StatusDraft:
		return Chip{c.t("草案", "Draft"), "quiet"}
	case model.StatusRepealed:
		return Chip{c.t("已废止", "Repealed"), "bad"}
	}
	return Chip{}
}

// minContents is how many headings a text has before it is worth listing them.
const minContents = 3

// note makes a note's page.
func (c *context) note() Note {
	n := c.plan.Data.Notes[c.page.num]
	t := n.In(c.lang)
	var crumbs []Link
	if name, ok := noteKindNames[n.Kind]; ok {
		crumbs = []Link{{Text: c.say(name), Href: c.href(n.Kind + "/index.html")}}
	}
	v := Note{Frame: c.frame(value.Visible(t.Title), crumbs...), Kind: n.Kind, BodyLang: c.other(t.Lang), Draft: n.Status == model.StatusDraft}
	v.Untranslated = t.Lang != c.lang
	v.Body, _ = t.Doc.HTML(c.resolver(n))
	if plain := t.Doc.PlainWith(c.resolver(n), 160); plain != "" {
		v.Frame.Description = plain
	}
	for _, h := range t.Doc.Headings() {
		if h.Level <= 3 {
			v.Contents = append(v.Contents, Heading{Text: h.Text, ID: h.ID, Level: h.Level})
		}
	}
	if len(v.Contents) < minContents {
		v.Contents = nil
	}
	c.noteFacts(&v, n)
	v.Status = c.validity(n)
	listed := c.rests(&v, n)
	for _, s := range n.Related {
		if e := c.plan.index.find(s); e != nil {
			if !slices.Contains(listed, e) {
				v.Related = append(v.Related, c.link(e))
			}
		} else if o := c.noteNamed(n.Kind, s); o != nil {
			v.Related = append(v.Related, c.noteLink(o))
		}
	}
	for _, o := range c.replacing(n) {
		v.ReplacedBy = append(v.ReplacedBy, c.noteLink(o))
	}
	return v
}

// noteNamed finds a note by its slug, of the same kind first.
func (c *context) noteNamed(kind, slug string) *model.Note {
	for _, k := range []string{kind, "policies", "stories", "pages", "handbook"} {
		if n := c.plan.Data.Note(k, slug); n != nil {
			return n
		}
	}
	return nil
}

func (c *context) noteFacts(v *Note, n *model.Note) {
	add := func(label string, values ...Link) {
		if values = slices.DeleteFunc(values, func(l Link) bool { return l.Text == "" }); len(values) > 0 {
			v.Facts = append(v.Facts, Fact{Label: label, Values: values})
		}
	}
	var topics []Link
	for _, topic := range n.Topics {
		topics = append(topics, c.asWritten(topic))
	}
	issuer, lang := c.text(n.Issuer)
	add(c.t("日期", "Date"), Link{Text: c.date(n.Date)})
	add(c.t("发布机关", "Issued by"), Link{Text: issuer, Lang: lang})
	add(c.t("文号", "Number"), c.asWritten(n.Number))
	add(c.t("替代", "Replaces"), c.replaced(n)...)
	add(c.t("主题", "Topics"), topics...)
}

// resolver answers what a note refers to.
func (c *context) resolver(n *model.Note) markdown.Resolver { return noteResolver{c, n} }

type noteResolver struct {
	c *context
	n *model.Note
}

// Link finds a record by its table's name or the name of one record
// ("projects" or "project"), or a note.
func (r noteResolver) Link(kind, id string) (href, title string, ok bool) {
	if t := r.c.plan.index.linkTable(kind); t != nil {
		if e := t.ByID(id); e != nil {
			return r.c.to(e), r.c.label(e), true
		}
		return "", "", false
	}
	if k, singular := noteKinds[kind]; singular {
		kind = k
	}
	if n := r.c.plan.Data.Note(kind, id); n != nil {
		return r.c.href(notePath(n) + ".html"), value.Visible(n.In(r.c.lang).Title), true
	}
	return "", "", false
}

// Href leads from a note's relative address to a published file, another note
// or a page.
func (r noteResolver) Href(dest string) (string, bool) {
	file, rest := dest, ""
	if i := strings.IndexAny(dest, "?#"); i >= 0 {
		file, rest = dest[:i], dest[i:]
	}
	if file == "" {
		return "", false
	}
	if p := strings.TrimPrefix(path.Clean("/"+file), "/static/"); r.c.plan.static[strings.TrimPrefix(p, "/")] {
		return r.c.root + strings.TrimPrefix(p, "/") + rest, true
	}
	at := strings.TrimPrefix(path.Join("/", r.n.Kind, file), "/")
	if strings.HasSuffix(at, ".md") {
		kind, slug := path.Split(strings.TrimSuffix(at, ".md"))
		if n := r.c.plan.Data.Note(strings.TrimSuffix(kind, "/"), slug); n != nil {
			return r.c.href(notePath(n)+".html") + rest, true
		}
		return "", false
	}
	if r.n.Kind == "pages" {
		at = strings.TrimPrefix(at, "pages/")
	}
	if r.c.plan.Has(r.c.plan.prefix(r.c.lang) + at) {
		return r.c.href(at) + rest, true
	}
	return "", false
}
