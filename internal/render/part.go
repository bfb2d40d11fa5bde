package render

import (
	"bytes"
	"fmt"
	"html/template"
	"sync"
	"text/template/parse"
)

// part is the name of the function that layouts call for what is the same on
// many pages, such as the foot: {{part "foot" .}} renders the partial for the
// first page of a section and gives the same HTML to the others. A page's
// PartKey tells which pages those are. A part cannot call part again.
const part = "part"

// keyed is implemented by every view, through site.Frame.
type keyed interface{ PartKey() string }

// parts are the rendered parts of one language.
type parts struct {
	partials *template.Template // every partial under its own name
	made     sync.Map           // template.HTML by partial and key
}

type partKey struct{ name, key string }

// funcs are the functions of a language's layouts. To parse a layout for its
// form alone, parts may be nil.
func (p *parts) funcs() template.FuncMap {
	return template.FuncMap{part: p.html, draw: drawn, linked: linkedData}
}

func (p *parts) html(name string, view any) (template.HTML, error) {
	k, ok := view.(keyed)
	if !ok {
		return "", fmt.Errorf("%s %q needs the page's view", part, name)
	}
	key := partKey{name, k.PartKey()}
	if html, ok := p.made.Load(key); ok {
		return html.(template.HTML), nil
	}
	var b bytes.Buffer
	if err := p.partials.ExecuteTemplate(&b, name, view); err != nil {
		return "", err
	}
	html := template.HTML(b.String()) // escaped by its own template
	if key.key != "" {
		p.made.Store(key, html)
	}
	return html, nil
}

// noPart stands for part within a part, where it would gain nothing, and where
// a part that calls itself would never end.
func noPart(name string, _ any) (template.HTML, error) {
	return "", fmt.Errorf("%s %q is called by what %s renders", part, name, part)
}

// callsPart reports whether a command is a call of part.
func callsPart(cmd *parse.CommandNode) bool {
	f, ok := cmd.Args[0].(*parse.IdentifierNode)
	return ok && f.Ident == part
}

// calledPart is the partial that a command renders with part, "" for any other
// command.
func calledPart(cmd *parse.CommandNode) string {
	if len(cmd.Args) != 3 || !callsPart(cmd) {
		return ""
	}
	name, ok := cmd.Args[1].(*parse.StringNode)
	if !ok {
		return ""
	}
	return name.Text
}
