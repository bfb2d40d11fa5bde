package site

import (
	"strconv"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// context makes one page's view.
type context struct {
	plan *Plan
	page *Page
	lang string
	tail string // the URL below the language's root
	up   string // to the language's root
	root string // to the site's root
}

func newContext(p *Plan, page *Page) *context {
	prefix := p.prefix(page.Lang)
	c := &context{plan: p, page: page, lang: page.Lang, tail: strings.TrimPrefix(page.URL, prefix)}
	c.up = strings.Repeat("../", strings.Count(c.tail, "/"))
	c.root = c.up + strings.Repeat("../", strings.Count(prefix, "/"))
	if page.kind == kindNotFound {
		// a host serves it at any depth
		base := p.Data.Config.BaseURL
		if base == "" {
			base = "/"
		}
		c.root, c.up = base, base+prefix
	}
	return c
}

// t chooses the page's language.
func (c *context) t(zh, en string) string {
	if c.lang == "zh" {
		return zh
	}
	return en
}

// say is t for a text that has both.
func (c *context) say(t finding.Text) string { return t.In(c.lang) }

// text is a localised text and its language where that is not the page's.
func (c *context) text(t value.Text) (s, lang string) {
	s, lang = t.In(c.lang)
	s = value.Visible(s)
	if lang == "" {
		return s, c.writing(s)
	}
	return s, c.other(lang)
}

// href leads to a path of the same language.
func (c *context) href(path string) string { return c.up + path }

// page of a record.
func (c *context) to(e table.Entity) string {
	return c.up + c.plan.index.path(e) + ".html"
}

// label is a record's name.
func (c *context) label(e table.Entity) string {
	return value.Visible(c.plan.index.table(e).Schema().Label(e, c.lang))
}

// link is a record's name with its page, and the name's language where that is
// not the page's.
func (c *context) link(e table.Entity) Link {
	name := c.label(e)
	return Link{Text: name, Lang: c.labelLang(e, name), Href: c.to(e)}
}

// labelLang is the language of a record's name where that is not the page's.
func (c *context) labelLang(e table.Entity, name string) string {
	if f := c.plan.index.table(e).Schema().LabelField(); f != nil {
		if t, ok := f.Of(e).(*value.Text); ok && !t.IsZero() {
			_, lang := c.text(*t)
			return lang
		}
	}
	return c.writing(name)
}

// place is where a field's value stands in the publisher's files.
func (c *context) place(e table.Entity, field string) Place {
	return c.at(e.Rec().Origin.Pos(field))
}

func (c *context) at(pos finding.Pos) Place {
	if pos.File == "" {
		return Place{}
	}
	pl := Place{Text: value.Visible(pos.File)}
	if pos.Line > 0 {
		pl.Text += ":" + strconv.Itoa(pos.Line)
		if pos.Col > 0 {
			pl.Text += ":" + strconv.Itoa(pos.Col)
		}
	}
	repo := c.plan.Data.Config.Repository
	if repo.URL != "" && c.plan.o.Commit != "" && !c.plan.o.Dirty[pos.File] {
		pl.Href = repo.URL + "/" + strings.NewReplacer(
			"{commit}", c.plan.o.Commit, "{file}", escapePath(pos.File), "{line}", strconv.Itoa(max(pos.Line, 1)),
		).Replace(repo.Path)
	}
	return pl
}

// count is a number as readers of the language write it.
func (c *context) count(n int) string { return value.Group(int64(n)) }

// records says how many of a table's records there are: "37 个项目".
func (c *context) records(n int, s *table.Schema) string {
	if c.lang == "zh" {
		return c.count(n) + " 条" + s.Info.Title.ZH
	}
	if n == 1 {
		return "1 " + strings.ToLower(s.Info.One.EN)
	}
	return c.count(n) + " " + strings.ToLower(s.Info.Title.EN)
}

func escapePath(file string) string {
	var b strings.Builder
	for i := range len(file) {
		ch := file[i]
		if ch == '/' || ch == '.' || ch == '-' || ch == '_' || '0' <= ch && ch <= '9' || 'a' <= ch|0x20 && ch|0x20 <= 'z' {
			b.WriteByte(ch)
		} else {
			b.WriteString("%" + strings.ToUpper(strconv.FormatInt(int64(ch)+256, 16)[1:]))
		}
	}
	return b.String()
}

// orgLinks are the organizations of a project.
func (c *context) orgLinks(p *model.Project) []Link {
	var links []Link
	for _, r := range p.Organization {
		if r.To != nil {
			links = append(links, c.link(r.To))
		}
	}
	return links
}
