package model

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/source"
)

// shapes reads a site of two districts with a map.
func shapes(t *testing.T, geojson string) (*Dataset, []string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"projects.csv": "id,title,district\nP1,Meals,D1\n", "districts.csv": "id,name_zh,name_en\nD1,东城区,Dongcheng\nD2,西城区,Xicheng\n", "districts.geojson": geojson,
	} {
		if err := os.MkdirAll(filepath.Join(dir, "data"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "data", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	src, err := source.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { src.Close() })
	l := &finding.List{}
	d := Load(src, LoadOptions{}, l)
	var said []string
	for _, f := range l.All() {
		if f.Rule == badMapRule {
			said = append(said, f.Message.EN)
		}
	}
	return d, said
}

func feature(properties, kind, coordinates string) string {
	return `{"type":"Feature","properties":` + properties + `,"geometry":{"type":"` + kind + `","coordinates":` + coordinates + `}}`
}

const square = `[[[116,39],[117,39],[117,40],[116,40],[116,39]]]`

func TestAMapOfDistrictsIsRead(t *testing.T) {
	d, said := shapes(t, `{"type":"FeatureCollection","features":[`+
		feature(`{"name":"Dongcheng"}`, "Polygon", square)+","+feature(`{"adcode":"D2"}`, "MultiPolygon", "["+square+","+square+"]")+`]}`)
	if len(said) > 0 || len(d.Shapes) != 2 {
		t.Fatalf("there are %d shapes, and it says %q", len(d.Shapes), said)
	}
	if got := d.Shapes[1]; got.District.ID != "D2" || len(got.Rings) != 2 || len(got.Rings[0]) != 5 || got.Rings[0][1] != (LonLat{117, 39}) {
		t.Errorf("the second shape is %v", got)
	}
}

func TestAMapThatCannotBeUsedIsReported(t *testing.T) {
	for text, want := range map[string]string{
		`{`:                      "this is not GeoJSON",
		`[]`:                     "this is not GeoJSON",
		`{"type":"Topology"}`:    `its type is "Topology"`,
		`{"type":1}`:             "this is not GeoJSON",
		strings.Repeat("[", 1e5): "this is not GeoJSON",
		`{"type":"FeatureCollection","features":[` + feature(`{"name":"Elsewhere"}`, "Polygon", square) + `]}`:                                     `"Elsewhere" is the id or name of no district`,
		`{"type":"FeatureCollection","features":[` + feature(`null`, "Polygon", square) + `]}`:                                                     `"features[0]" is the id or name of no district`,
		`{"type":"FeatureCollection","features":[` + feature(`{"id":"D1"}`, "Point", `[1,2]`) + `]}`:                                               `geometry "Point"`,
		`{"type":"FeatureCollection","features":[` + feature(`{"id":"D1"}`, "Polygon", `[[1,2]]`) + `]}`:                                           "coordinates are no lists of numbers",
		`{"type":"FeatureCollection","features":[` + feature(`{"id":"D1"}`, "Polygon", `[[[500000,4400000],[1,1],[1,2],[500000,4400000]]]`) + `]}`: "is not longitude, latitude",
		`{"type":"FeatureCollection","features":[` + feature(`{"id":"D1"}`, "Polygon", `[[[1,1],[1,2],[1,1]]]`) + `]}`:                             "a ring of 3 places",
		`{"type":"FeatureCollection","features":[` + feature(`{"id":"D1"}`, "MultiPolygon", `[]`) + `]}`:                                           "no rings",
		`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"D1"},"geometry":null}]}`:                                    `geometry ""`,
	} {
		d, said := shapes(t, text)
		if len(d.Shapes) > 0 || len(said) != 1 || !strings.Contains(said[0], want) {
			t.Errorf("of %.200s there are %d shapes, and it says %q, want %q", text, len(d.Shapes), said, want)
		}
	}
}
