package markdown

import (
	"html/template"
	"strings"
)

// testSite is a small site: the record project:P001, the shortcode total, and
// the files below documents/.
type testSite struct{}

func (testSite) Link(kind, id string) (href, title string, ok bool) {
	if kind == "project" && id == "P001" {
		return "../projects/P001.html", "社区养老 <示例>", true
	}
	return "", "", false
}

func (testSite) Embed(name string, args []Arg) (html template.HTML, plain, problem string) {
	if name != "total" {
		return "", "", "no shortcode is named " + name
	}
	var b strings.Builder
	for _, a := range args {
		b.WriteString("(" + template.HTMLEscapeString(a.Name) + "," + template.HTMLEscapeString(a.Value) + ")")
	}
	return template.HTML("<p>total " + b.String() + "</p>"), "total", ""
}

func (testSite) Href(dest string) (string, bool) {
	if dest == "documents/trap.pdf" {
		return "javascript:alert(1)", true // a Resolver that errs
	}
	return "../static/" + dest, strings.HasPrefix(dest, "documents/")
}
