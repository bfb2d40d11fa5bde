package render

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"gongkai/internal/site"
)

// linked is the name of the function that layouts call for what a page is to
// programs: {{linked .Frame}} gives a data block in the words of schema.org, the
// frame's things and the way to the page. No browser runs a data block, so no
// policy forbids it.
// https://html.spec.whatwg.org/multipage/scripting.html#data-block
// https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
const linked = "linked"

// linkedData is the function linked.
func linkedData(frame any) (template.HTML, error) {
	f, ok := frame.(site.Frame)
	if !ok {
		return "", fmt.Errorf("%s needs the page's Frame, not %T", linked, frame)
	}
	return template.HTML(appendLinked(nil, &f)), nil // every text is escaped by graph
}

// appendLinked appends the data block, nothing for a page of which there is
// nothing to say: the one for addresses that are missing has no address.
func appendLinked(out []byte, f *site.Frame) []byte {
	trail := len(f.Crumbs) > 0 && (f.Base == "" || f.Canonical != "")
	if len(f.About) == 0 && !trail {
		return out
	}
	g := &graph{append(out, `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[`...)}
	for i := range f.About {
		g.thing(&f.About[i])
	}
	if trail {
		g.trail(f)
	}
	return append(g.end(']'), "}</script>"...)
}

// graph writes JSON that is harmless within HTML.
type graph struct{ out []byte }

// next begins another member or element, after a comma where one stands before
// it.
func (g *graph) next() {
	if c := g.out[len(g.out)-1]; c != '[' && c != '{' {
		g.out = append(g.out, ',')
	}
}

// begin opens an object or a list within a list.
func (g *graph) begin(c byte) {
	g.next()
	g.out = append(g.out, c)
}

func (g *graph) end(c byte) []byte {
	g.out = append(g.out, c)
	return g.out
}

// key begins a member; its name is this file's.
func (g *graph) key(name string) {
	g.next()
	g.out = append(append(append(g.out, '"'), name...), `":`...)
}

// text is a member, none where the text is empty.
func (g *graph) text(name, text string) {
	if text != "" {
		g.key(name)
		g.out = appendJSON(g.out, text)
	}
}

func (g *graph) texts(name string, all []string) {
	if len(all) == 0 {
		return
	}
	g.key(name)
	g.out = append(g.out, '[')
	for _, text := range all {
		g.next()
		g.out = appendJSON(g.out, text)
	}
	g.end(']')
}

func (g *graph) list(name string, count int, item func(i int)) {
	if count == 0 {
		return
	}
	g.key(name)
	g.out = append(g.out, '[')
	for i := range count {
		g.begin('{')
		item(i)
		g.end('}')
	}
	g.end(']')
}

func (g *graph) node(n *site.Node) {
	g.text("@type", n.Type)
	g.text("@id", n.ID)
	g.text("name", n.Name)
	g.text("url", n.Site)
	g.text("email", n.Mail)
}

// nodes is a member that names other things.
func (g *graph) nodes(name string, all ...site.Node) {
	if len(all) > 0 && all[0].Type != "" {
		g.list(name, len(all), func(i int) { g.node(&all[i]) })
	}
}

func (g *graph) thing(t *site.Thing) {
	g.begin('{')
	g.node(&t.Node)
	g.text("url", t.URL)
	g.texts("alternateName", t.Alternate)
	g.text("description", t.Description)
	g.text("disambiguatingDescription", t.Disambiguating)
	g.identifiers(t.Identifiers)
	g.text("sameAs", t.SameAs)
	g.texts("award", t.Awards)
	within := "parentOrganization"
	if t.Type == "AdministrativeArea" {
		within = "containedInPlace"
	}
	g.nodes(within, t.Within)
	g.text("serviceType", t.ServiceType)
	g.text("category", t.Category)
	if t.Audience != "" {
		g.key("audience")
		g.out = append(g.out, `{"@type":"Audience"`...)
		g.text("audienceType", t.Audience)
		g.end('}')
	}
	g.nodes("provider", t.Provider)
	g.nodes("serviceOperator", t.Operators...)
	g.nodes("areaServed", t.Places...)
	g.work(t)
	g.end('}')
}

// identifiers are the site's own as a text and others with their schemes.
func (g *graph) identifiers(all []site.Identifier) {
	if len(all) == 0 {
		return
	}
	g.key("identifier")
	g.out = append(g.out, '[')
	for _, id := range all {
		if id.Scheme == "" {
			g.next()
			g.out = appendJSON(g.out, id.Value)
			continue
		}
		g.begin('{')
		g.text("@type", "PropertyValue")
		g.text("propertyID", id.Scheme)
		g.text("value", id.Value)
		g.end('}')
	}
	g.end(']')
}

// work writes what only a WebSite and a Dataset have.
func (g *graph) work(t *site.Thing) {
	g.texts("inLanguage", t.Languages)
	g.text("license", t.Licence)
	g.nodes("publisher", t.Publisher)
	g.text("creativeWorkStatus", t.Status)
	g.text("dateModified", t.Modified)
	g.text("temporalCoverage", t.Temporal)
	g.texts("keywords", t.Keywords)
	if t.Type == "Dataset" {
		g.free(t)
	}
	if t.Search != "" {
		g.key("potentialAction")
		g.out = append(g.out, `{"@type":"SearchAction","target":{"@type":"EntryPoint"`...)
		g.text("urlTemplate", t.Search)
		g.end('}')
		g.text("query-input", "required name=search_term_string")
		g.end('}')
	}
	g.list("hasPart", len(t.Parts), func(i int) {
		p := &t.Parts[i]
		g.node(&p.Node)
		g.text("url", p.URL)
		g.text("description", p.Description)
		g.text("license", t.Licence)
		g.free(t)
		g.files(p.Files)
	})
	g.files(t.Files)
}

// free says who made a dataset, and that it costs nothing.
func (g *graph) free(t *site.Thing) {
	g.nodes("creator", t.Publisher)
	g.key("isAccessibleForFree")
	g.out = append(g.out, "true"...)
}

func (g *graph) files(all []site.DataFile) {
	g.list("distribution", len(all), func(i int) {
		f := &all[i]
		g.text("@type", "DataDownload")
		g.text("name", f.Name)
		g.text("contentUrl", f.URL)
		g.text("encodingFormat", f.Media)
		if f.Bytes > 0 {
			g.text("contentSize", strconv.FormatInt(f.Bytes, 10)+" B")
		}
	})
}

// trail is the way from the front page, the page itself last.
func (g *graph) trail(f *site.Frame) {
	root := strings.TrimSuffix(f.Canonical, f.Path) // of the language; "" without a base_url
	g.begin('{')
	g.text("@type", "BreadcrumbList")
	g.list("itemListElement", len(f.Crumbs)+1, func(i int) {
		g.text("@type", "ListItem")
		g.key("position")
		g.out = strconv.AppendInt(g.out, int64(i)+1, 10)
		if i == len(f.Crumbs) {
			g.text("name", f.Title)
			g.text("item", f.Canonical)
			return
		}
		g.text("name", f.Crumbs[i].Text)
		if href := f.Crumbs[i].Href; root != "" {
			g.text("item", root+strings.TrimPrefix(href, f.Up))
		} else {
			g.text("item", href)
		}
	})
	g.end('}')
}
