package export

import (
	"encoding/json"
	"io"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// ManifestPath is where the web app manifest stands.
const ManifestPath = "site.webmanifest"

// manifest is a W3C web application manifest. Its addresses are relative to its
// own, so that it holds under any address of the site.
type manifest struct {
	Name       string         `json:"name"`
	ShortName  string         `json:"short_name"`
	Lang       string         `json:"lang"`
	ID         string         `json:"id"`
	StartURL   string         `json:"start_url"`
	Scope      string         `json:"scope"`
	Display    string         `json:"display"`
	Background string         `json:"background_color"`
	Theme      string         `json:"theme_color"`
	Icons      []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Source  string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
}

// shortName is how many letters a home screen shows under an icon.
const shortName = 12

// WriteManifest writes the manifest of a site, in its first language.
func WriteManifest(w io.Writer, c model.Config) error {
	lang := c.Languages[0]
	name, _ := c.Title.In(lang)
	name = value.Visible(name)
	short := []rune(name)
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(manifest{
		Name: name, ShortName: string(short[:min(len(short), shortName)]), Lang: lang,
		ID: "./", StartURL: "./index.html", Scope: "./", Display: "browser",
		Background: "#fdfcf9", Theme: "#a8321e",
		Icons: []manifestIcon{
			{Source: "favicon.svg", Sizes: "any", Type: "image/svg+xml"},
			{Source: "icon.png", Sizes: "512x512", Type: "image/png", Purpose: "any maskable"},
		},
	})
}
