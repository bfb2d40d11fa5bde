// Package browser holds the tests that only a real browser can make: that the
// demonstration site, opened from a disk, is quiet, fits narrow screens, can be
// used by keyboard and can be read in light, dark and print. Start with
// TestPages; nothing here is part of the program.
package browser

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gongkai/internal/build"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// pages are one of each layout of the demonstration site.
var pages = []string{
	"index.html", "404.html", "projects/index.html", "projects/index/largest.html", "projects/BJ2010-0010.html",
	"organizations/BJ-O0001.html", "agencies/BJ-A2.html", "programmes/BJ2010.html", "years/2010.html",
	"payments/BJ2010-0010-P1.html", "policies/index.html", "policies/beijing-2010.html",
	"data/index.html", "quality.html", "glossary.html", "search.html", "checks.html",
	"compare.html", "integrity.html",
}

// start opens a browser, or skips the test where there is none.
func start(t *testing.T) context.Context {
	t.Helper()
	binary, err := exec.LookPath("chromium")
	if err != nil {
		if binary, err = exec.LookPath("google-chrome"); err != nil {
			t.Skip("neither chromium nor google-chrome is installed")
		}
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(binary), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.UserDataDir(t.TempDir()), chromedp.WSURLReadTimeout(time.Minute),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true),
	)
	allocated, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, closed := chromedp.NewContext(allocated)
	t.Cleanup(closed)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting %s: %v", binary, err)
	}
	return ctx
}

// publish writes the pages, in both languages, and what they load.
func publish(t *testing.T) string {
	t.Helper()
	s, err := build.Open(build.Options{Source: "../.."})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if s.Plan == nil {
		t.Fatal("the demonstration site has errors")
	}
	dir := t.TempDir()
	put := func(name string, data []byte) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, tail := range pages {
		for _, name := range []string{tail, "en/" + tail} {
			p, ok := s.Plan.Find(name)
			if !ok {
				t.Fatalf("the demonstration site has no page %s", name)
			}
			var buf bytes.Buffer
			if err := s.Render(&buf, p); err != nil {
				t.Fatal(err)
			}
			// What a host serves at any depth is looked at where it stands.
			page := strings.ReplaceAll(buf.String(), `href="`+s.Data.Config.BaseURL, `href="`+up(name))
			put(name, []byte(page))
		}
	}
	for _, name := range []string{"css/site.css", "favicon.svg", "compare/start.js", "search/start.js"} {
		out, ok := s.Output(name)
		if !ok {
			t.Fatalf("the site has no %s", name)
		}
		var buf bytes.Buffer
		if err := out.Write(&buf); err != nil {
			t.Fatal(err)
		}
		put(name, buf.Bytes())
	}
	return dir
}

func up(name string) string { return strings.Repeat("../", strings.Count(name, "/")) }

func address(dir, name string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, name))}).String()
}

// console collects what the browser complains of.
type console struct {
	mu   sync.Mutex
	said []string
}

func (c *console) listen(ctx context.Context) error {
	err := chromedp.Listen(ctx, func(event any) {
		c.mu.Lock()
		defer c.mu.Unlock()
		switch e := event.(type) {
		case *log.EventEntryAdded:
			c.said = append(c.said, string(e.Entry.Level)+": "+e.Entry.Text)
		case *runtime.EventConsoleAPICalled:
			c.said = append(c.said, "the page wrote to the console")
		case *runtime.EventExceptionThrown:
			c.said = append(c.said, e.ExceptionDetails.Text)
		}
	})
	if err != nil {
		return err
	}
	return chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, log.Enable, cdp.Empty{})
		return err
	}))
}

// take gives what was said since it was last asked.
func (c *console) take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	said := c.said
	c.said = nil
	// Chromium does not read a manifest from a disk, and says so twice.
	for i, line := range said {
		if strings.Contains(line, "Access to manifest at 'file:") {
			said = slices.Delete(said, i, min(i+2, len(said)))
			break
		}
	}
	return said
}
