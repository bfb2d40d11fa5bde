package markdown

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// allowed are the elements that may come out, each with its attributes. The list
// is written anew here, not shared with the renderer, so that a new element needs
// two decisions.
var allowed = map[string]string{
	"a": "href rel title class role aria-label", "blockquote": "", "br": "", "code": "", "del": "",
	"em": "", "h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id",
	"hr": "", "img": "src alt title loading", "input": "type checked disabled", "label": "", "li": "class id",
	"ol": "start", "p": "", "pre": "", "section": "class role aria-label tabindex", "strong": "", "sup": "id",
	"table": "", "tbody": "", "td": "class", "th": "class scope", "thead": "", "tr": "", "ul": "",
}

// audit reads a fragment as a browser does and returns the first thing in it that
// must not be there, or "".
func audit(fragment string) string {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(fragment), body)
	if err != nil {
		return err.Error()
	}
	ids := map[string]bool{}
	var links []string
	var visit func(n *html.Node, inLink bool) string
	visit = func(n *html.Node, inLink bool) string {
		if n.Type != html.ElementNode && n.Type != html.TextNode {
			return fmt.Sprintf("node of type %d: %q", n.Type, n.Data)
		}
		if n.Type == html.ElementNode {
			if fault := auditElement(n, ids, &links); fault != "" {
				return fault
			}
			if n.Data == "a" && inLink {
				return "a link inside a link"
			}
			inLink = inLink || n.Data == "a"
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if fault := visit(c, inLink); fault != "" {
				return fault
			}
		}
		return ""
	}
	for _, n := range nodes {
		if fault := visit(n, false); fault != "" {
			return fault
		}
	}
	for _, id := range links {
		if !ids[id] {
			return fmt.Sprintf("a link to #%s, which is not there", id)
		}
	}
	return ""
}

func auditElement(n *html.Node, ids map[string]bool, links *[]string) string {
	attributes, ok := allowed[n.Data]
	if !ok || n.Namespace != "" {
		return fmt.Sprintf("element %q", n.Data)
	}
	for _, a := range n.Attr {
		if a.Namespace != "" || !strings.Contains(" "+attributes+" ", " "+a.Key+" ") {
			return fmt.Sprintf("attribute %q of %q", a.Key, n.Data)
		}
		switch a.Key {
		case "id":
			if a.Val == "" || ids[a.Val] || strings.ContainsAny(a.Val, " \t\n") {
				return fmt.Sprintf("id %q is empty, repeated or spaced", a.Val)
			}
			ids[a.Val] = true
		case "href", "src":
			u, err := url.Parse(a.Val)
			if err != nil {
				return fmt.Sprintf("address %q: %v", a.Val, err)
			}
			if u.Scheme == "" && u.Host != "" || !strings.Contains(" http https mailto  ", " "+u.Scheme+" ") {
				return fmt.Sprintf("address %q of %q", a.Val, n.Data)
			}
			if a.Key == "src" && u.Scheme != "" {
				return fmt.Sprintf("an image from elsewhere: %q", a.Val)
			}
			if u.Scheme == "" && u.Path == "" && u.RawQuery == "" {
				*links = append(*links, u.Fragment)
			}
		}
	}
	return ""
}
