package browser

import (
	"context"
	"testing"

	"github.com/chromedp/chromedp"
)

// What a page may cost.
const (
	maxTransferred = 60 << 10 // bytes of the page and all that it loads, compressed
	maxRequests    = 6
)

// cost is what a page took to load, and how much of it moved while it did.
type cost struct {
	Requests    int     `json:"requests"`
	Transferred int     `json:"transferred"`
	Shift       float64 `json:"shift"` // the layout's, as Web Vitals counts it
}

// measure waits two frames after the page is there, so that what moves has moved.
const measure = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
	const loads = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
	let shift = 0;
	const add = (list) => { for (const e of list) shift += e.value; };
	const observer = new PerformanceObserver((list) => add(list.getEntries()));
	observer.observe({type: "layout-shift", buffered: true});
	setTimeout(() => {
		add(observer.takeRecords());
		done({requests: loads.length, transferred: loads.reduce((sum, e) => sum + e.transferSize, 0), shift});
	}, 60);
})))`

// TestPagesAreLightAndStandStill loads every kind of page as a reader's first
// one, in a narrow and in a wide window.
func TestPagesAreLightAndStandStill(t *testing.T) {
	ctx := start(t)
	s := demonstration(t)
	at := host(t, s).URL + "/"
	for _, tail := range kinds(t, s) {
		for _, name := range []string{tail, "en/" + tail} {
			for _, width := range []int64{390, 1280} {
				c := load(t, ctx, at+name, width)
				if c.Shift > 0 {
					// What moves by the page's own doing moves each time; what a
					// machine that stops and starts moves does not.
					c = load(t, ctx, at+name, width)
				}
				if c.Transferred == 0 || c.Transferred > maxTransferred || c.Requests > maxRequests || c.Shift > 0 {
					t.Errorf("%s at %d px: %d bytes in %d requests, shifted by %.4f; want at most %d in %d, and no shift", name, width, c.Transferred, c.Requests, c.Shift, maxTransferred, maxRequests)
				}
			}
		}
	}
}

// load visits a page in a window of some width and tells what it took.
func load(t *testing.T, ctx context.Context, url string, width int64) cost {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(url)); err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	c, err := chromedp.Run(ctx, chromedp.Evaluate[cost](measure, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	return c
}
