package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// searching opens a browser, and gives the address of the demonstration in it.
func searching(t *testing.T) (walker, string) {
	t.Helper()
	ctx := start(t)
	s := demonstration(t)
	if _, ok := bodyOf(t, s, "search/root.gz"); !ok {
		t.Fatal("the site has no search index")
	}
	return walker{t, ctx}, host(t, s).URL + "/"
}

func (w walker) open(address string) string {
	w.t.Helper()
	if err := chromedp.Do(w.ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(address)); err != nil {
		w.t.Fatal(err)
	}
	return settled(w)
}

// TestAResultTellsWhyItWasFound asks for what no result shows by itself: the result
// then names it, and leads to it.
func TestAResultTellsWhyItWasFound(t *testing.T) {
	w, at := searching(t)
	const first = `(() => { const p = document.querySelector(".results .why"); return p ? p.textContent.trim() + " | " + (p.querySelector("a")?.href ?? "") : "" })()`
	for query, want := range map[string][2]string{
		"search.html?q=bj2010-0010-p1":                {"付款 BJ2010-0010-P1", "payments/BJ2010-0010-P1.html"},
		"search.html?q=示例合字 BJ2010-0010-C1":           {"合同 BJ2010-0010-C1", "contracts/BJ2010-0010-C1.html"},
		"en/search.html?q=BJ2010-0010-E2":             {"Evaluation BJ2010-0010-E2", "en/evaluations/BJ2010-0010-E2.html"},
		"en/search.html?q=¥104,160":                   {"Payment BJ2010-0010-P1", "en/payments/BJ2010-0010-P1.html"},
		"en/search.html?q=civil affairs pinggu":       {"Agency Sample Municipal Civil Affairs Department 1", "en/agencies/BJ-A1.html"},
		"en/search.html?q=serve at least 1790 pinggu": {"Contract BJ2010-0010-C1 Serve at least 1790 people", "en/contracts/BJ2010-0010-C1.html"},
		"search.html?q=51110116XX00000190":            {"51110116XX00000190", ""},
		"search.html?q=home visits mentougou the":     {"Home visits for", ""},
	} {
		w.open(at + query)
		w.waitFor(`String(!!document.querySelector(".results .why"))`, "true")
		text, href, _ := strings.Cut(ask[string](w, first), " | ")
		if !strings.HasPrefix(text, want[0]) || strings.TrimPrefix(href, at) != want[1] {
			t.Errorf("%s: the result says %q and leads to %q, want %q and %q", query, text, href, want[0], want[1])
		}
	}
	// What a result shows needs no reason.
	w.open(at + "en/search.html?q=26.04万元")
	if got := ask[string](w, `document.querySelector(".results .id").textContent + document.querySelectorAll(".results .why").length`); got != "BJ2010-00100" {
		t.Errorf("an amount finds %s", got)
	}
}

// TestTheFocusStaysInTheSearch chooses a filter, drops it and turns the page, all by
// keyboard: what was pressed is still there, or the count has the focus.
func TestTheFocusStaysInTheSearch(t *testing.T) {
	w, at := searching(t)
	const focus = `document.activeElement.id || document.activeElement.dataset.search || document.activeElement.tagName`
	w.open(at + "en/search.html?q=home")
	ask[string](w, `document.querySelector('[data-facet="type"] input').focus(), ""`)
	before := ask[string](w, focus)
	w.press(" ")
	w.waitFor(`String(location.search.includes("type="))`, "true")
	settled(w)
	if got := ask[string](w, focus); got != before {
		t.Errorf("after choosing %s the focus is on %s", before, got)
	}
	ask[string](w, `document.querySelector('[data-search="chips"] button').focus(), ""`)
	w.press(kb.Enter)
	w.waitFor(`String(location.search.includes("type="))`, "false")
	w.waitFor(focus, "count")
	ask[string](w, `document.querySelector('[data-search="pager"] > a').focus(), ""`)
	w.press(kb.Enter)
	w.waitFor(`String(location.search.includes("page=2"))`, "true")
	w.waitFor(focus, "count")
}

// TestNothingMovesWhenResultsCome adds up how far things move by themselves while a
// search is opened: less than what is called good.
func TestNothingMovesWhenResultsCome(t *testing.T) {
	w, at := searching(t)
	const moved = `new Promise((done) => { let sum = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) sum += e.value; }).observe({ type: "layout-shift", buffered: true }); setTimeout(() => done(sum), 300); })`
	for _, query := range []string{"search.html?q=居家", "en/search.html?area=elderly&sort=largest", "en/search.html?q=civil+affairs"} {
		w.open(at + query)
		got, err := chromedp.Run(w.ctx, chromedp.Evaluate[float64](moved, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		if got > 0.05 {
			t.Errorf("%s: things move by %.3f", query, got)
		}
	}
}

// TestASearchHasANameAndALanguage looks at what is sought in the title, in the link
// to the other language, and at what is said of nothing.
func TestASearchHasANameAndALanguage(t *testing.T) {
	w, at := searching(t)
	w.open(at + "en/search.html?q=home&area=elderly")
	if got := ask[string](w, `document.title`); !strings.HasPrefix(got, "home · Search") {
		t.Errorf("the page is called %q", got)
	}
	if got := ask[string](w, `document.querySelector(".masthead a[hreflang=zh]").href`); got != at+"search.html?q=home&area=elderly" {
		t.Errorf("the other language is at %s", got)
	}
	if err := chromedp.Do(w.ctx, chromedp.Navigate(at+"en/search.html?q=xqzzyv")); err != nil {
		t.Fatal(err)
	}
	w.waitFor(`document.querySelector('[data-search="count"]').textContent`, "Nothing found")
	const shown = `[document.querySelector('[data-search="download"]').checkVisibility(), document.querySelector('[data-search="note"]').textContent].join()`
	if got := ask[string](w, shown); got != "false," {
		t.Errorf("where nothing is found the page offers a download, or says what it left out: %s", got)
	}
}
