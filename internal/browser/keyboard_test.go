package browser

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// where tells what is wrong with the place of the keyboard, "" for nothing: it has
// to be within the window, under nothing else, and marked.
const where = `(() => {
	const e = document.activeElement;
	if (e === document.body) return "lost";
	const r = [...e.getClientRects()].find((r) => r.width > 1 && r.height > 1), s = getComputedStyle(e);
	if (!r || r.bottom < 0 || r.right < 0 || r.top > innerHeight || r.left > innerWidth) return "outside of the window";
	if (s.outlineStyle === "none" && s.boxShadow === "none") return "without a mark";
	const over = document.elementFromPoint(Math.min(Math.max(r.left + r.width / 2, 1), innerWidth - 1), Math.min(Math.max(r.top + Math.min(r.height / 2, 12), 1), innerHeight - 1));
	return !over || e.contains(over) || over.contains(e) ? "" : "under " + over.outerHTML.slice(0, 60);
})()`

// stop numbers the places of the keyboard in the order in which the page has them.
const stop = `[...document.querySelectorAll("*")].indexOf(document.activeElement)`

// walker presses keys on a page.
type walker struct {
	t   *testing.T
	ctx context.Context
}

func (w walker) press(key string) {
	w.t.Helper()
	if err := chromedp.Do(w.ctx, chromedp.KeyEvent(key)); err != nil {
		w.t.Fatal(err)
	}
}

func ask[T any](w walker, script string) T {
	w.t.Helper()
	got, err := chromedp.Run(w.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		w.t.Fatal(err)
	}
	return got
}

// TestKeyboard walks through pages by keyboard alone: the first stop is the way
// past the masthead and leads to the content; every further one can be seen, in
// the order of the page, and the walk ends in the foot.
func TestKeyboard(t *testing.T) {
	ctx := start(t)
	s := demonstration(t)
	at := host(t, s).URL + "/"
	// Nothing glides, so that each stop is looked at where it comes to stand.
	still := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}},
		})
		return err
	})
	for _, name := range []string{"index.html", "projects/BJ2010-0010.html", "en/policies/beijing-2010.html"} {
		for _, width := range []int64{1280, 390} {
			w := walker{t, ctx}
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), still, chromedp.Navigate(at+name)); err != nil {
				t.Fatal(err)
			}
			w.press(kb.Tab)
			if first, mark := ask[string](w, "document.activeElement.className"), ask[string](w, where); first != "skip" || mark != "" {
				t.Errorf("%s: the first stop is %q, %s; want the way past the masthead", name, first, mark)
			}
			w.press(kb.Enter)
			if landed := ask[string](w, "document.activeElement.id"); landed != "main" {
				t.Errorf("%s: it leads to %q, not to the content", name, landed)
			}
			w.toTheFoot(name)
		}
	}
}

// mostStops is more than a page of the walk has.
const mostStops = 400

func (w walker) toTheFoot(name string) {
	w.t.Helper()
	last := -1
	for range mostStops {
		w.press(kb.Tab)
		if ask[bool](w, `!!document.activeElement.closest("footer.foot")`) {
			return
		}
		if mark := ask[string](w, where); mark != "" {
			w.t.Errorf("%s: a stop of the keyboard is %s: %s", name, mark, ask[string](w, `document.activeElement.outerHTML.slice(0, 80)`))
		}
		place := ask[int](w, stop)
		if place <= last {
			w.t.Errorf("%s: the keyboard goes back: %s", name, ask[string](w, `document.activeElement.outerHTML.slice(0, 80)`))
			return
		}
		last = place
	}
	w.t.Errorf("%s: %d stops do not lead to the foot", name, mostStops)
}
