package browser

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// Each page is looked at by all of axe's rules in a wide and in a narrow window;
// in the other views by those whose answer depends on the view.
const (
	axeAll  = `{resultTypes: ["violations"]}`
	axeSome = `{resultTypes: ["violations"], runOnly: {type: "rule", values: ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]}}`
)

type axeView struct {
	view
	options string
}

var axeViews = []axeView{
	{view{1280, "light", ""}, axeAll}, {view{1280, "dark", ""}, axeSome},
	{view{768, "dark", ""}, axeSome}, {view{768, "light", ""}, axeSome},
	{view{390, "light", ""}, axeAll}, {view{390, "dark", ""}, axeSome},
}

// axeRun lists what axe finds wrong, a sentence each; what is folded is opened.
const axeRun = `(async () => {
	for (const folded of document.querySelectorAll("details")) folded.open = true;
	const {violations} = await axe.run(document, OPTIONS);
	return violations.map((v) => v.id + ": " + v.help + v.nodes.slice(0, 4).map((n) => "\n\t" + n.html.slice(0, 160) + "\n\t\t" + n.any.concat(n.all, n.none).map((c) => c.message).join("; ").slice(0, 240)).join("") + (v.nodes.length > 4 ? "\n\tand " + (v.nodes.length - 4) + " more" : ""));
})()`

// TestAxe has axe-core look at every kind of page: WCAG 2.2 A and AA and its
// best practices, none of which may be violated.
func TestAxe(t *testing.T) {
	node(t)
	axe, err := os.ReadFile(npm + "axe-core/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	ctx := start(t)
	s := demonstration(t)
	at := host(t, s).URL + "/"
	tails := kinds(t, s)
	for _, prefix := range []string{"", "en/"} {
		t.Run("under /"+prefix, func(t *testing.T) {
			t.Parallel()
			tab, done := chromedp.NewContext(ctx)
			defer done()
			for _, tail := range tails {
				if err := chromedp.Do(tab, chromedp.Navigate(at+prefix+tail)); err != nil {
					t.Fatalf("%s%s: %v", prefix, tail, err)
				}
				if _, err := chromedp.Run(tab, chromedp.Evaluate[bool](string(axe)+";true")); err != nil {
					t.Fatalf("%s%s: axe does not start: %v", prefix, tail, err)
				}
				axePage(t, tab, prefix+tail, axeViews)
			}
		})
	}
}

func axePage(t *testing.T, tab context.Context, name string, views []axeView) {
	t.Helper()
	said := map[string]bool{}
	for _, v := range views {
		if err := v.show(tab); err != nil {
			t.Fatalf("%s at %v: %v", name, v.view, err)
		}
		run := strings.Replace(axeRun, "OPTIONS", v.options, 1)
		wrong, err := chromedp.Run(tab, chromedp.Evaluate[[]string](run, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatalf("%s at %v: %v", name, v.view, err)
		}
		for _, w := range wrong {
			if !said[w] {
				t.Errorf("%s at %v: %s", name, v.view, w)
			}
			said[w] = true
		}
	}
}

// TestAxeSeesSlips shows axe a page that is wrong: it must say so.
func TestAxeSeesSlips(t *testing.T) {
	node(t)
	axe, err := os.ReadFile(npm + "axe-core/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	ctx := start(t)
	page := `data:text/html,<!DOCTYPE html><title>t</title><h1>a</h1><h3>b</h3><img src="x"><p style="color:%23999">faint</p>`
	if err := chromedp.Do(ctx, chromedp.Navigate(page)); err != nil {
		t.Fatal(err)
	}
	run := string(axe) + ";" + strings.Replace(axeRun, "OPTIONS", axeAll, 1)
	wrong, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](run, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range []string{"html-has-lang", "image-alt", "heading-order", "color-contrast", "region"} {
		if !strings.Contains(strings.Join(wrong, "\n"), rule+":") {
			t.Errorf("axe does not report %s:\n%s", rule, strings.Join(wrong, "\n"))
		}
	}
}
