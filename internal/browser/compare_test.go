package browser

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// compared tells what the page of comparisons shows: its heads, the awards in
// the plain words of the page, and what it says.
const compared = `(() => {
	const texts = (q) => [...document.querySelectorAll(q)].map((e) => (e.firstChild?.textContent ?? "").trim());
	const side = document.querySelector("#side");
	return [side.hidden ? "hidden" : texts("#compare-heads th").join(" & "), texts('[data-row="award"] td').join(" & "),
		document.querySelector("#compare-said").textContent].join(" | ");
})()`

// waitFor asks until the page says so, or the test fails with what it says last.
func (w walker) waitFor(script, want string) {
	w.t.Helper()
	got := ""
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if got = ask[string](w, script); got == want {
			return
		}
	}
	w.t.Fatalf("the page shows\n%s, want\n%s", got, want)
}

// TestCompare sets records side by side by address, by keyboard and by the
// buttons of the plain tables, and goes back.
func TestCompare(t *testing.T) {
	ctx := start(t)
	s := demonstration(t)
	at := host(t, s).URL + "/"
	w := walker{t, ctx}
	var said console
	if err := said.listen(ctx); err != nil {
		t.Fatal(err)
	}
	two := "Sample Elder Care Trade Association 1847 & Sample Public Learning Association 1851 | ¥7,414,900 & ¥3,900,500 | Now side by side: " +
		"Sample Elder Care Trade Association 1847, Sample Public Learning Association 1851."
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(at+"en/compare.html?organizations=PD-O001,PD-O005")); err != nil {
		t.Fatal(err)
	}
	w.waitFor(compared, two)
	if got, want := ask[string](w, `document.querySelector("#compare-heads a").href`), at+"en/organizations/PD-O001.html"; got != want {
		t.Errorf("the first column leads to %s, want %s", got, want)
	}

	// A third by keyboard, as an address is pasted; then Back.
	ask[string](w, `document.querySelector("#compare-name").focus(), ""`)
	if err := chromedp.Do(ctx, chromedp.KeyEvent("https://example.org/en/organizations/BJ-O1442.html"+kb.Enter)); err != nil {
		t.Fatal(err)
	}
	three := strings.Replace(strings.Replace(two, " | ¥", " & Sample Emergency Help Service Station 1442 | ¥", 1), "3,900,500 |", "3,900,500 & ¥181,800 |", 1)
	three = strings.Replace(three, "1851.", "1851, Sample Emergency Help Service Station 1442.", 1)
	w.waitFor(compared, three)
	if got, want := ask[string](w, "location.search"), "?organizations=PD-O001,PD-O005,BJ-O1442"; got != want {
		t.Errorf("the address names %s, want %s", got, want)
	}
	ask[string](w, `history.back(), ""`)
	w.waitFor(compared, two)

	// A name that no list of the page has is found by the site's search.
	ask[string](w, `(document.querySelector("#compare-name").value = "Service Station 1442", document.querySelector("#compare-form").requestSubmit(), "")`)
	w.waitFor(compared, three)
	ask[string](w, `history.back(), ""`)
	w.waitFor(compared, two)

	// Taken away, one asks for another; nothing is found under a wrong name.
	ask[string](w, `document.querySelector("#compare-heads button").click(), ""`)
	w.waitFor(compared, "Sample Public Learning Association 1851 | ¥3,900,500 | Choose one more to compare it with.")
	ask[string](w, `(document.querySelector("#compare-name").value = "no such", document.querySelector("#compare-form").requestSubmit(), "")`)
	w.waitFor(`document.querySelector("#compare-said").textContent`, "Nothing is found as “no such”. Choose from the list, or paste the address of its page.")

	// The button of a plain table begins a comparison of another kind.
	ask[string](w, `document.querySelector("#areas tbody button").click(), ""`)
	w.waitFor(`location.search.slice(0, 7) + document.querySelectorAll("#compare-heads th").length + document.querySelector("#compare-kind").value`, "?areas=1areas")
	if lines := said.take(); len(lines) > 0 {
		t.Errorf("the browser says\n\t%s", strings.Join(lines, "\n\t"))
	}
}

// TestCompareWithoutAServer opens the page from a disk, where no module can be
// loaded: it says so, quietly, and its tables stand.
func TestCompareWithoutAServer(t *testing.T) {
	ctx := start(t)
	w := walker{t, ctx}
	dir := publish(t)
	var said console
	if err := said.listen(ctx); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(address(dir, "en/compare.html")+"?areas=elder,children")); err != nil {
		t.Fatal(err)
	}
	got := ask[string](w, `[document.querySelector("#compare-off").offsetHeight > 0, document.querySelector("#compare-fields").disabled,
		document.querySelector("#side").hidden, document.querySelectorAll("#areas tbody tr").length > 5].join()`)
	if want := "true,true,true,true"; got != want {
		t.Errorf("the note, the fields, the comparison and the tables: %s, want %s", got, want)
	}
	for _, line := range said.take() {
		if strings.Contains(line, "compare") {
			t.Errorf("the browser says %s", line)
		}
	}
}
