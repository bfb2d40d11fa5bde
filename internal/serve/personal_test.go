package serve

import (
	"net/http"
	"strings"
	"testing"
)

func TestThePageOfProblemsShowsNoPersonalData(t *testing.T) {
	files := smallSite()
	files["data/projects.csv"] = "id,title,year\nP1,Meals 13800000000,138 0000 0000\nP2,sample@qq.com,11010119000101009X\n"
	files["content/stories/sample-13800000000.md"] = "call: 13800000000\n"
	p := newPreview(t, files)
	text := body(t, p.do(http.MethodGet, "/index.html"))
	if !strings.Contains(text, "138****0000") || !strings.Contains(text, "110101********009X") {
		t.Errorf("nothing masked is shown:\n%s", text)
	}
	for _, secret := range []string{"13800000000", "138 0000 0000", "1900010100", "sample@qq.com"} {
		if strings.Contains(text, secret) {
			t.Errorf("shows %q:\n%s", secret, text)
		}
	}
}
