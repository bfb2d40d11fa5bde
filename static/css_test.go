package static

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func styleSheet(t *testing.T) string {
	t.Helper()
	var all []byte
	for _, name := range StyleParts() {
		b, err := Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return string(all)
}

func TestEveryStyleFileIsAPart(t *testing.T) {
	files, err := fs.Glob(Files, "css/*.css")
	if err != nil {
		t.Fatal(err)
	}
	parts := StyleParts()
	for _, name := range files {
		if !slices.Contains(parts, name) {
			t.Errorf("%s is in no style sheet: name it in StyleParts", name)
		}
	}
}

func TestStyleSheetIsSmallAndAsksForNothing(t *testing.T) {
	css := styleSheet(t)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte(css)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if packed.Len() > 12<<10 {
		t.Errorf("the style sheet is %d bytes packed, want at most %d", packed.Len(), 12<<10)
	}
	for _, loads := range []string{"url(", "@import", "http:", "https:"} {
		if strings.Contains(css, loads) {
			t.Errorf("the style sheet has %q", loads)
		}
	}
	if strings.Count(css, "{") != strings.Count(css, "}") {
		t.Error("the braces of the style sheet do not match")
	}
}

// TestColoursMeetContrast checks the pairs of text and ground that pages show,
// against the 4.5 to 1 of WCAG AA.
func TestColoursMeetContrast(t *testing.T) {
	light, dark, found := strings.Cut(styleSheet(t), "@media (prefers-color-scheme: dark)")
	if !found {
		t.Fatal("the style sheet has no dark theme")
	}
	dark, _, _ = strings.Cut(dark, "\n}\n")
	pairs := map[string][]string{
		"paper":    {"ink", "soft", "link", "link-strong", "accent"},
		"sheet":    {"ink", "soft", "link"},
		"good-bg":  {"good"},
		"busy-bg":  {"busy"},
		"bad-bg":   {"bad"},
		"quiet-bg": {"quiet", "ink", "link"},
		"ink":      {"paper"},
		"mark-bg":  {"ink"},
	}
	for theme, css := range map[string]string{"light": light, "dark": dark} {
		tokens := colours(t, css)
		for ground, texts := range pairs {
			for _, text := range texts {
				below, ok1 := tokens[ground]
				above, ok2 := tokens[text]
				if !ok1 || !ok2 {
					t.Fatalf("%s: --%s or --%s is not a plain colour", theme, text, ground)
				}
				if got := contrast(below, above); got < 4.5 {
					t.Errorf("%s: --%s on --%s has a contrast of %.2f", theme, text, ground, got)
				}
			}
		}
	}
}

var colourForm = regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{3,6});`)

// colours are the luminances of a theme's tokens.
func colours(t *testing.T, css string) map[string]float64 {
	t.Helper()
	tokens := map[string]float64{}
	for _, m := range colourForm.FindAllStringSubmatch(css, -1) {
		hex := m[2]
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		v, err := strconv.ParseUint(hex, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		tokens[m[1]] = 0.2126*linear(v>>16&255) + 0.7152*linear(v>>8&255) + 0.0722*linear(v&255)
	}
	return tokens
}

// linear is a channel's share of light, as WCAG 2 defines it.
func linear(channel uint64) float64 {
	c := float64(channel) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// contrast is the ratio of two luminances, as WCAG 2 defines it.
func contrast(a, b float64) float64 {
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}
