package browser

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/build"

	"github.com/chromedp/chromedp"
)

// foreign lists what an answer of the search page has that no answer has:
// elements, handlers, addresses, a text in the place of another.
const foreign = `(() => {
	const out = [], active = "script:not([src$='search/start.js']), img, iframe, object, embed, style, link, base, meta, video, audio, source, template, math, svg:not([data-search='bands']), textarea, marquee, plaintext, form form";
	for (const e of document.querySelectorAll("main *")) {
		if (e.matches(active) || e instanceof HTMLUnknownElement) out.push("<" + e.localName + ">");
		for (const a of e.attributes) {
			if (/^on|^style$|^srcdoc$/.test(a.name)) out.push(e.localName + " " + a.name);
			if (/^(href|src|action|formaction)$/.test(a.name) && a.value) {
				const u = new URL(a.value, location.href);
				if (u.origin !== location.origin) out.push(e.localName + " " + a.name + "=" + a.value);
			}
		}
	}
	if (window.hostile) out.push("a text ran");
	return out.join("\n");
})()`

// TestHostileTextsInSearch finds hostile texts in the search page: what results,
// highlights, suggestions, facets and chips show of them is text.
func TestHostileTextsInSearch(t *testing.T) {
	ctx := start(t)
	w := walker{t, ctx}
	texts := hostileTexts(t)
	s, err := build.Open(build.Options{Source: hostileSite(t, texts)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if s.Plan == nil {
		t.Fatal("the site has errors")
	}
	if _, ok := bodyOf(t, s, "search/root.gz"); !ok {
		t.Fatal("the site has no search index")
	}
	at := host(t, s).URL + "/"
	var said console
	if err := said.listen(ctx); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(at+"search.html")); err != nil {
		t.Fatal(err)
	}
	ask[string](w, `for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { window.hostile = true; }; ""`)
	w.waitFor(`document.querySelector("main [role=combobox]") ? "ready" : "loading"`, "ready")
	shown, suggested := 0, 0
	for _, text := range texts {
		query := "visit " + text
		ask[string](w, `history.pushState(null, "", "?q=" + encodeURIComponent(`+strconv.QuoteToASCII(query)+`)), dispatchEvent(new PopStateEvent("popstate")), ""`)
		settled(w)
		w.look(text)
		shown += ask[int](w, `document.querySelectorAll(".results mark").length`)
		// As typed, for suggestions.
		ask[string](w, `(() => {
			const box = document.querySelector("main form input[name=q]");
			document.querySelector("#suggest").replaceChildren("before");
			box.focus(); box.value = `+strconv.QuoteToASCII(text)+`; box.dispatchEvent(new InputEvent("input", {bubbles: true})); return "";
		})()`)
		w.waitFor(`String(document.querySelector("#suggest").textContent === "before")`, "false")
		settled(w)
		w.look(text)
		suggested += ask[int](w, `document.querySelectorAll("#suggest li").length`)
	}
	if shown < len(texts)/2 || suggested == 0 {
		t.Errorf("%d texts were searched: %d words highlighted, %d suggestions", len(texts), shown, suggested)
	}
	// Every facet's first choices, with their chips.
	chips := 0
	for i := range 12 {
		ask[string](w, `history.pushState(null, "", "?q=visit"), dispatchEvent(new PopStateEvent("popstate")), ""`)
		settled(w)
		ask[string](w, fmt.Sprintf(`[...document.querySelectorAll('[data-search="facet"] input[type=checkbox]')].at(-1 - %d).click(), ""`, i))
		w.waitFor(`String(document.querySelectorAll('[data-search="chips"] button').length > 0)`, "true")
		w.look(fmt.Sprint("facet ", i))
		chips += ask[int](w, `document.querySelectorAll('[data-search="chips"] button').length`)
	}
	if chips < 12 {
		t.Errorf("%d chips were shown", chips)
	}
	if lines := said.take(); len(lines) > 0 {
		t.Errorf("the browser says\n\t%s", strings.Join(lines, "\n\t"))
	}
}

func (w walker) look(text string) {
	w.t.Helper()
	if got := ask[string](w, foreign); got != "" {
		w.t.Errorf("%q brings\n%s", text, got)
	}
}

// hostileTexts are those of the build's tests that a program takes for a part of
// a page, an address or a script.
func hostileTexts(t *testing.T) []string {
	t.Helper()
	raw, err := os.ReadFile("../build/testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, `"`) {
			text, err := strconv.Unquote(line)
			if err != nil {
				t.Fatal(err)
			}
			if strings.ContainsAny(text, "<>&'`{:") && !strings.ContainsAny(text, "\x00;") {
				texts = append(texts, text)
			}
		}
	}
	return texts
}

// hostileSite is a site of projects that are named, bought, provided and placed
// by the texts.
func hostileSite(t *testing.T, texts []string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "data", "site.yaml"), []byte("languages: [en, zh]\ncurrency: CNY\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, "data", "projects.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := csv.NewWriter(f)
	rows := [][]string{{"id", "title", "organization", "agency", "area", "programme", "district", "summary", "year", "amount_awarded"}}
	for i, text := range texts {
		rows = append(rows, []string{fmt.Sprint("P", i), "visit " + text, text, text, text, text, text, text + " visits of " + text, "2010", "1500"})
	}
	if err := out.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return dir
}
