package browser

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// searched tells what the search page shows: how many it found, whether there
// are results and counts, the address, the chips. Where nothing is found there is
// nothing to count.
const searched = `(() => {
	const part = (name) => document.querySelector('[data-search="' + name + '"]');
	if (part("page").hidden || part("result").getAttribute("aria-busy") || !part(part("result").querySelector("h3") ? "facets" : "result").querySelector("input, li")) return "busy";
	return [part("count").textContent, part("result").querySelectorAll("h3 a").length, decodeURIComponent(location.search), part("chips").querySelectorAll("button").length].join(" | ");
})()`

// TestSearch types, filters, goes back and walks the results by keyboard.
func TestSearch(t *testing.T) {
	ctx := start(t)
	w := walker{t, ctx}
	s := demonstration(t)
	if _, ok := bodyOf(t, s, "search/root.gz"); !ok { // the preview makes the index now
		t.Fatal("the site has no search index")
	}
	at := host(t, s).URL + "/"
	var said console
	if err := said.listen(ctx); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(at+"en/search.html")); err != nil {
		t.Fatal(err)
	}
	w.waitFor(`document.querySelector("main [role=combobox]") ? "ready" : "loading"`, "ready")
	// "/" leads to the box; what is typed is answered, and names are offered.
	w.press("/")
	if got := ask[string](w, `document.activeElement.name`); got != "q" {
		t.Fatalf("after / the focus is on %q", got)
	}
	ask[string](w, `document.activeElement.value = ""`) // the protocol types the key all the same
	if err := chromedp.Do(ctx, chromedp.KeyEvent("home visits")); err != nil {
		t.Fatal(err)
	}
	w.waitFor(`decodeURIComponent(location.search)`, "?q=home+visits")
	w.waitFor(`String(document.querySelectorAll("#suggest li").length > 2 && !document.querySelector("#suggest").hidden)`, "true")
	w.press(kb.ArrowDown)
	if got := ask[string](w, `document.activeElement.getAttribute("aria-activedescendant")`); got != "suggest-0" {
		t.Errorf("the arrow leads to suggestion %q", got)
	}
	w.press(kb.Escape)
	all := settled(w)
	if !strings.Contains(all, " | 10 | ") || !strings.Contains(ask[string](w, `document.querySelector(".results mark").textContent.toLowerCase()`), "home") {
		t.Errorf("home visits shows %s", all)
	}

	// A filter narrows, its chip is there, and Back undoes it.
	ask[string](w, `document.querySelector('[data-facet="area"] input').click(), ""`)
	w.waitFor(`String(location.search.includes("area="))`, "true")
	w.waitFor(`String(document.querySelectorAll('[data-search="chips"] button').length)`, "1")
	if got := settled(w); got == all {
		t.Errorf("the filter changed nothing: %s", got)
	}
	ask[string](w, `history.back(), ""`)
	w.waitFor(searched, all)

	// Down from the box leads into the results, Enter opens one.
	ask[string](w, `document.querySelector("main form input").focus(), ""`)
	w.press(kb.ArrowDown)
	if got := ask[string](w, `document.activeElement.closest("h3") ? "a result" : document.activeElement.tagName`); got != "a result" {
		t.Errorf("the arrow leads to %s", got)
	}
	for _, v := range views[:5] {
		if err := v.show(ctx); err != nil {
			t.Fatal(err)
		}
		wrong, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](probe))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range wrong {
			t.Errorf("at %v: %s", v, s)
		}
	}
	if lines := said.take(); len(lines) > 0 {
		t.Errorf("the browser says\n\t%s", strings.Join(lines, "\n\t"))
	}
}

// settled is what the page shows when it has answered.
func settled(w walker) string {
	w.t.Helper()
	w.waitFor(`String((`+searched+`) === "busy")`, "false")
	return ask[string](w, searched)
}

// TestASearchAsksForEachFileOnce opens the address of a search: what start.js asks
// for beforehand is what page and engine use.
func TestASearchAsksForEachFileOnce(t *testing.T) {
	ctx := start(t)
	w := walker{t, ctx}
	var said console
	if err := said.listen(ctx); err != nil {
		t.Fatal(err)
	}
	at := host(t, demonstration(t)).URL + "/"
	if err := chromedp.Do(ctx, chromedp.Navigate(at+"en/search.html?q=home")); err != nil {
		t.Fatal(err)
	}
	if got := settled(w); !strings.Contains(got, " | 10 | ") {
		t.Errorf("the search shows %s", got)
	}
	const times = `["page.js", "engine.js", "root.gz"].map((name) => performance.getEntriesByType("resource").filter((e) => e.name.endsWith("/search/" + name)).length).join(" ")`
	if got := ask[string](w, times); got != "1 1 1" {
		t.Errorf("page, engine and root are asked for %s times", got)
	}
	if lines := said.take(); len(lines) > 0 {
		t.Errorf("the browser says\n\t%s", strings.Join(lines, "\n\t"))
	}
}

// TestSearchWithoutScript opens the page as it is without JavaScript: it leads to
// the lists, and says why.
func TestSearchWithoutScript(t *testing.T) {
	ctx := start(t)
	at := host(t, demonstration(t)).URL + "/"
	off := chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	})
	if err := chromedp.Do(ctx, off, chromedp.Navigate(at+"search.html?q=1")); err != nil {
		t.Fatal(err)
	}
	w := walker{t, ctx}
	if got := ask[string](w, `[document.querySelector('[data-search="page"]').hidden, document.querySelectorAll('[data-search="ways"] a').length > 40].join()`); got != "true,true" {
		t.Errorf("without script the page shows %s", got)
	}
}

// TestScriptsAreTyped holds the types that the comments of the search's scripts
// declare against the code.
func TestScriptsAreTyped(t *testing.T) {
	bin := node(t)
	cmd := exec.Command(bin, npm+"typescript/bin/tsc", "--checkJs", "--allowJs", "--strict", "--noEmit", "--target", "es2022",
		"--lib", "es2022,dom,dom.iterable", "--module", "esnext", "--moduleResolution", "bundler",
		"../../static/search/engine.js", "../../static/search/page.js")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("tsc: %v\n%s", err, out)
	}
}
