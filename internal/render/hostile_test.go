package render

import "testing"

// TestNothingInAViewBecomesActive puts text that means to leave its place into
// every field of every view.
func TestNothingInAViewBecomesActive(t *testing.T) {
	l := load(t)
	for _, text := range []string{
		`"><script>alert(1)</script>`,
		`javascript:alert(1)`,
		"  JaVaScRiPt\t:alert(1)",
		`data:text/html,<script>alert(1)</script>`,
		`' onmouseover='alert(1)`,
		`x onmouseover=alert(1) style=color:red`,
		`</title><img src=x onerror=alert(1)>`,
		"{{.Title}}\x00<!--",
	} {
		for name, view := range views() {
			t.Run(name+"/"+text, func(t *testing.T) {
				f := &filler{text: func(string) string { return text }}
				checkInert(t, parsed(t, render(t, l, name, "en", f.filled(view))))
			})
		}
	}
}
