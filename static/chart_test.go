package static

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var shadeForm = regexp.MustCompile(`--part: ([0-9]+)%`)

// TestChartColoursMeetContrast checks shapes against the 3 to 1 of WCAG AA for
// graphics, and the text within the shades of tiles against 4.5 to 1.
func TestChartColoursMeetContrast(t *testing.T) {
	all := styleSheet(t)
	light, dark, _ := strings.Cut(all, "@media (prefers-color-scheme: dark)")
	dark, _, _ = strings.Cut(dark, "\n}\n")
	shades := shadeForm.FindAllStringSubmatch(all, -1)
	if len(shades) != 5 {
		t.Fatalf("the style sheet has %d shades of tiles, want 5", len(shades))
	}
	for theme, css := range map[string]string{"light": light, "dark": dark} {
		tokens := colours(t, css)
		for _, shape := range []string{"mark", "rule", "ink", "accent"} {
			if got := contrast(tokens["paper"], tokens[shape]); got < 3 {
				t.Errorf("%s: --%s on --paper has a contrast of %.2f", theme, shape, got)
			}
		}
		if got := contrast(tokens["mark"], tokens["mark-bg"]); got < 3 {
			t.Errorf("%s: paid within awarded has a contrast of %.2f", theme, got)
		}
		for _, s := range shades {
			part, _ := strconv.Atoi(s[1]) // digits
			ground := mixed(t, css, "mark", "paper", float64(part)/100)
			if got := contrast(ground, tokens["ink"]); got < 4.5 {
				t.Errorf("%s: text on a tile of %d%% has a contrast of %.2f", theme, part, got)
			}
		}
	}
}

// mixed is the luminance of color-mix(in srgb, a part, b).
func mixed(t *testing.T, css, a, b string, part float64) float64 {
	t.Helper()
	channels := func(name string) (c [3]float64) {
		for _, m := range colourForm.FindAllStringSubmatch(css, -1) {
			if m[1] == name {
				for i := range c {
					v, err := strconv.ParseUint(m[2][2*i:2*i+2], 16, 8)
					if err != nil {
						t.Fatal(err)
					}
					c[i] = float64(v)
				}
			}
		}
		return c
	}
	x, y := channels(a), channels(b)
	light := 0.0
	for i, weight := range [3]float64{0.2126, 0.7152, 0.0722} {
		light += weight * linear(uint64(x[i]*part+y[i]*(1-part)))
	}
	return light
}
