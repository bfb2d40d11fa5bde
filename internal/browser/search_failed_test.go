package browser

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestSearchThatFails lets the network fail in two ways while a search runs: the
// page says so and offers to try again, and then it answers.
func TestSearchThatFails(t *testing.T) {
	ctx := start(t)
	w := walker{t, ctx}
	var broken atomic.Int32 // 0: whole, 1: an error of the host, 2: a connection that is closed
	front := between(t, func(rw http.ResponseWriter, r *http.Request) bool {
		if !strings.Contains(r.URL.Path, "/search/terms/") {
			return false
		}
		switch broken.Load() {
		case 1:
			http.Error(rw, "out of order", http.StatusInternalServerError)
		case 2:
			panic(http.ErrAbortHandler)
		}
		return broken.Load() > 0
	})
	for kind := range int32(2) {
		broken.Store(kind + 1)
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 844), chromedp.Navigate(front+"/en/search.html?q=home+visits")); err != nil {
			t.Fatal(err)
		}
		w.waitFor(`String(!!document.querySelector('[data-search="result"] [role=alert] button'))`, "true")
		if got := ask[string](w, `document.querySelector('[data-search="count"]').textContent`); got != "The search was not completed" {
			t.Errorf("the page says %q", got)
		}
		broken.Store(0)
		ask[string](w, `document.querySelector('[data-search="result"] [role=alert] button').focus(), ""`)
		w.press(kb.Enter)
		if got := settled(w); !strings.Contains(got, " | 10 | ") {
			t.Errorf("tried again, the page shows %s", got)
		}
	}
}

// TestASiteIsPublishedUnderAnOpenPage takes away the files of the index that a page
// has open: it opens the new one by itself.
func TestASiteIsPublishedUnderAnOpenPage(t *testing.T) {
	ctx := start(t)
	w := walker{t, ctx}
	var moved atomic.Bool // until the root is read again
	front := between(t, func(rw http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, "/search/root.gz") {
			moved.Store(false)
		}
		if !moved.Load() || !strings.Contains(r.URL.Path, "/search/terms/") {
			return false
		}
		http.NotFound(rw, r)
		return true
	})
	if err := chromedp.Do(ctx, chromedp.Navigate(front+"/en/search.html?q=home+visits")); err != nil {
		t.Fatal(err)
	}
	settled(w)
	moved.Store(true)
	ask[string](w, `document.querySelector("main form input").focus(), document.activeElement.value = "", ""`)
	if err := chromedp.Do(ctx, chromedp.KeyEvent("mental health")); err != nil {
		t.Fatal(err)
	}
	w.waitFor(`decodeURIComponent(location.search)`, "?q=mental+health")
	if got := settled(w); !strings.Contains(got, " | 10 | ") {
		t.Errorf("after another site was published, the page shows %s", got)
	}
	if moved.Load() {
		t.Error("the root was not read again")
	}
}

// between hosts the demonstration behind what may answer in its place.
func between(t *testing.T, answers func(http.ResponseWriter, *http.Request) bool) string {
	t.Helper()
	s := demonstration(t)
	if _, ok := bodyOf(t, s, "search/root.gz"); !ok {
		t.Fatal("the site has no search index")
	}
	behind, err := url.Parse(host(t, s).URL)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(behind)
	front := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if !answers(rw, r) {
			proxy.ServeHTTP(rw, r)
		}
	}))
	t.Cleanup(front.Close)
	return front.URL
}

// TestSearchOnAPhone opens the sheet of filters on a narrow screen, by keyboard,
// chooses a value, and goes back.
func TestSearchOnAPhone(t *testing.T) {
	ctx := start(t)
	w := walker{t, ctx}
	at := host(t, demonstration(t)).URL
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 844), chromedp.Navigate(at+"/search.html?q=养老服务")); err != nil {
		t.Fatal(err)
	}
	all := settled(w)
	const shown = `String(document.querySelector('[data-search="facet"]').checkVisibility())`
	if got := ask[string](w, shown); got != "false" {
		t.Error("the sheet is open before it is asked for")
	}
	ask[string](w, `document.querySelector('[data-search="sheet"]').focus(), ""`)
	w.press(kb.Enter)
	w.waitFor(shown, "true")
	if got := ask[string](w, `document.querySelector('[data-search="sheet"]').getAttribute("aria-expanded")`); got != "true" {
		t.Errorf("the button says aria-expanded=%q", got)
	}
	ask[string](w, `document.querySelector('[data-facet="type"] input').focus(), ""`)
	w.press(" ")
	w.waitFor(`String(document.querySelectorAll('[data-search="chips"] button').length)`, "1")
	wrong, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](probe))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range wrong {
		t.Errorf("with the sheet open: %s", s)
	}
	ask[string](w, `history.back(), ""`)
	w.waitFor(searched, all)
	ask[string](w, `history.forward(), ""`)
	w.waitFor(`String(location.search.includes("type="))`, "true")
}
