package browser

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// probe looks at the page that is open and lists what is wrong with it.
//
//go:embed testdata/probe.js
var probe string

// view is one way of looking at a page.
type view struct {
	width  int64
	scheme string // "light" or "dark"
	media  string // "print", or "" for a screen
}

// A page of 1,280 pixels at 400 % is one of 320.
var views = []view{
	{1280, "light", ""}, {1280, "dark", ""}, {390, "light", ""}, {390, "dark", ""}, {320, "light", ""}, {794, "light", "print"},
}

func (v view) String() string { return fmt.Sprintf("%d px, %s %s", v.width, v.scheme, v.media) }

func (v view) show(ctx context.Context) error {
	return chromedp.Do(ctx, chromedp.EmulateViewport(v.width, 900), chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: v.media, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: v.scheme}},
		})
		return err
	}))
}

// TestPages opens a page of each layout in both languages and every view.
func TestPages(t *testing.T) {
	ctx := start(t)
	dir := publish(t)
	var said console
	if err := said.listen(ctx); err != nil {
		t.Fatal(err)
	}
	for _, tail := range pages {
		for _, name := range []string{tail, "en/" + tail} {
			if err := chromedp.Do(ctx, chromedp.Navigate(address(dir, name))); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for _, v := range views {
				if err := v.show(ctx); err != nil {
					t.Fatalf("%s at %v: %v", name, v, err)
				}
				wrong, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](probe))
				if err != nil {
					t.Fatalf("%s at %v: %v", name, v, err)
				}
				for _, w := range wrong {
					t.Errorf("%s at %v: %s", name, v, w)
				}
			}
			if lines := said.take(); len(lines) > 0 {
				t.Errorf("%s: the browser says\n\t%s", name, strings.Join(lines, "\n\t"))
			}
		}
	}
}

// TestKeyboard walks into a page by keyboard: the first stop is the way past
// the masthead, it can be seen, and it leads to the content.
func TestKeyboard(t *testing.T) {
	ctx := start(t)
	dir := publish(t)
	const focused = `document.activeElement.className + " " + document.activeElement.id`
	const visible = `(() => {
		const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
		if (r.width < 2 || r.height < 2 || r.top < 0 || r.left < 0) return "outside of the window";
		if (s.outlineStyle === "none" && s.boxShadow === "none") return "without a mark";
		return "";
	})()`
	ask := func(script string) string {
		t.Helper()
		got, err := chromedp.Run(ctx, chromedp.Evaluate[string](script))
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	press := func(key string) {
		t.Helper()
		if err := chromedp.Do(ctx, chromedp.KeyEvent(key)); err != nil {
			t.Fatal(err)
		}
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(address(dir, "projects/BJ2010-0010.html"))); err != nil {
		t.Fatal(err)
	}
	press(kb.Tab)
	first, seen := ask(focused), ask(visible)
	press(kb.Enter)
	landed := ask(focused)
	for range 12 {
		press(kb.Tab)
		if mark := ask(visible); mark != "" {
			t.Errorf("a stop of the keyboard is %s: %s", mark, ask(`document.activeElement.outerHTML.slice(0, 80)`))
		}
	}
	if !strings.HasPrefix(first, "skip") || seen != "" {
		t.Errorf("the first stop is %q, %s; want the way past the masthead", first, seen)
	}
	if strings.TrimSpace(landed) != "main" {
		t.Errorf("it leads to %q, not to the content", landed)
	}
}

// TestProbeSeesSlips shows the probe pages that are wrong: it must say so.
func TestProbeSeesSlips(t *testing.T) {
	ctx := start(t)
	for want, html := range map[string]string{
		"wider than the window": `<p>text</p><div style="width:3000px">wide</div>`,
		"contrast":              `<p style="color:#999;background:#fff">faint</p>`,
		"cut off":               `<p style="width:40px;height:12px;overflow:hidden">a text that does not fit here</p>`,
	} {
		page := "data:text/html,<!DOCTYPE html><body>" + strings.ReplaceAll(html, "#", "%23")
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(390, 900), chromedp.Navigate(page)); err != nil {
			t.Fatal(err)
		}
		wrong, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](probe))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(wrong, "\n"), want) {
			t.Errorf("of %s the probe says %q, not that it is %s", html, wrong, want)
		}
	}
}
