package serve

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestErrorsAreShownAsAPage(t *testing.T) {
	p := newPreview(t, smallSite())
	p.write("data/projects.csv", "id,title,amount_awarded\nP1,<b>Meals</b>,5OO\n")
	if err := p.reload(); err != nil {
		t.Fatal(err)
	}
	r := p.do("GET", "/projects/P1.html")
	text := body(t, r)
	if r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("status %s", r.Status)
	}
	for _, want := range []string{"data/projects.csv:2:17", "<pre>P1,&lt;b&gt;Meals&lt;/b&gt;,<mark>5OO</mark></pre>", `class="hint"`, "gongkai explain bad-money", scriptPath} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q:\n%s", want, text)
		}
	}
	if r := p.do("GET", "/data/projects.csv"); r.StatusCode != http.StatusOK || !strings.Contains(body(t, r), "Meals") {
		t.Errorf("the last good site's files are gone: %s", r.Status)
	}
	p.write("data/projects.csv", "id,title\nP1,Meals\n")
	if err := p.reload(); err != nil {
		t.Fatal(err)
	}
	if r := p.do("GET", "/projects/P1.html"); r.StatusCode != http.StatusOK {
		t.Errorf("after mending: %s", r.Status)
	}
}

func TestASiteMayBeBrokenFromTheStart(t *testing.T) {
	p := newPreview(t, map[string]string{"data/projects.csv": "id,title\nP1,Meals\nP1,Visits\n"})
	for _, path := range []string{"/", "/data/projects.csv"} {
		if r := p.do("GET", path); r.StatusCode != http.StatusServiceUnavailable {
			t.Errorf("%s: %s", path, r.Status)
		}
	}
	if r := p.do("GET", stylePath); r.StatusCode != http.StatusOK {
		t.Errorf("the page's style: %s", r.Status)
	}
}

func TestBrokenLayoutIsShownAsAPage(t *testing.T) {
	files := smallSite()
	files["layouts/404.html"] = "{{.NoSuchField}}\n"
	p := newPreview(t, files)
	r := p.do("GET", "/")
	if text := body(t, r); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(text, "layouts/404.html:1") {
		t.Errorf("%s:\n%s", r.Status, text)
	}
}

// TestRunFollowsChanges holds the whole of a running server: a waiting page is
// told of a change, also in a folder that is new, and the server stops though
// the page still waits.
func TestRunFollowsChanges(t *testing.T) {
	p := newPreview(t, smallSite())
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- p.Run(ctx) }()

	r, err := http.Get("http://" + p.host + eventsPath)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if got := r.Header.Get("Content-Type"); got != "text/event-stream" {
		t.Errorf("content type %q", got)
	}
	events := make(chan string, 64)
	go func() {
		defer close(events)
		for lines := bufio.NewScanner(r.Body); lines.Scan(); {
			if number, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				events <- number
			}
		}
	}()
	first := receive(t, events)
	p.write("content/stories/new.md", "---\ntitle: New\n---\nA story.\n")
	if next := receive(t, events); next == first {
		t.Errorf("a change was told by the old number %s", next)
	}
	p.waitFor("/stories/new.html", "A story.")
	p.write("content/stories/new.md", "---\ntitle: New\n---\nAnother story.\n")
	p.waitFor("/stories/new.html", "Another story.")

	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("stopping: %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the server does not stop")
	}
}

func receive(t *testing.T, events <-chan string) string {
	t.Helper()
	select {
	case e, ok := <-events:
		if !ok {
			t.Fatal("the events ended")
		}
		return e
	case <-time.After(20 * time.Second):
		t.Fatal("no event came")
	}
	return ""
}

func (p *preview) waitFor(path, text string) {
	p.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		r, err := http.Get("http://" + p.host + path)
		if err != nil {
			p.t.Fatal(err)
		}
		got := body(p.t, r)
		r.Body.Close()
		if strings.Contains(got, text) {
			return
		}
	}
	p.t.Fatalf("%s never held %q", path, text)
}
