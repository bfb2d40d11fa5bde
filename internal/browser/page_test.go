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
			spaced(t, ctx, name)
			if lines := said.take(); len(lines) > 0 {
				t.Errorf("%s: the browser says\n\t%s", name, strings.Join(lines, "\n\t"))
			}
		}
	}
}

// spacing gives texts the room that readers may give them and that no page may
// lose text over (WCAG 2.2, 1.4.12).
const spacing = `(() => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
	document.adoptedStyleSheets = [sheet];
	return true;
})()`

// spaced looks at the page that is open with its texts spaced out.
func spaced(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](spacing)); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, width := range []int64{320, 1280} {
		v := view{width, "light", ""}
		if err := v.show(ctx); err != nil {
			t.Fatalf("%s at %v: %v", name, v, err)
		}
		wrong, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](probe))
		if err != nil {
			t.Fatalf("%s at %v: %v", name, v, err)
		}
		for _, w := range wrong {
			t.Errorf("%s at %v, its text spaced out: %s", name, v, w)
		}
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
