package render

import (
	"errors"
	"testing"
	"testing/fstest"
)

// TestLayoutsThatWouldNotEndAreRefused keeps a site's own layout from hanging a
// build or a preview.
func TestLayoutsThatWouldNotEndAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"a count":            `{{range 1000000000}}x{{end}}`,
		"a count with names": `{{range $i := 1000000000}}{{$i}}{{end}}`,
		"a template itself":  `{{define "a"}}{{template "a" .}}{{end}}{{template "a" .}}`,
		"two in turn":        `{{define "a"}}{{template "b" .}}{{end}}{{define "b"}}{{template "a" .}}{{end}}{{template "a" .}}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load(fstest.MapFS{"project.html": {Data: []byte(text)}}, []string{"en"})
			var told *Error
			if !errors.As(err, &told) || told.File != "layouts/project.html" || told.Line != 1 {
				t.Errorf("Load gives %v; want an error at line 1 of layouts/project.html", err)
			}
		})
	}
}
