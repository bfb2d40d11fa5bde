package site

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"gongkai/internal/model"
)

// cell is a square of a chequered map with a wavy border of many places.
func cell(d *model.District, col, row int) model.Shape {
	var ring []model.LonLat
	side := func(x1, y1, x2, y2 float64) {
		for i := range 200 {
			at := float64(i) / 200
			ring = append(ring, model.LonLat{Lon: 116 + x1 + (x2-x1)*at, Lat: 40 + y1 + (y2-y1)*at})
		}
	}
	x, y := float64(col), -float64(row)
	side(x, y, x+1, y)
	side(x+1, y, x+1, y-1)
	side(x+1, y-1, x, y-1)
	side(x, y-1, x, y)
	return model.Shape{District: d, Rings: [][]model.LonLat{append(ring, ring[0])}}
}

func TestAMapIsSimplifiedWithoutGaps(t *testing.T) {
	var shapes []model.Shape
	for i := range 4 {
		shapes = append(shapes, cell(&model.District{}, i%2, i/2))
	}
	a := newAtlas(shapes)
	var got []string
	for _, d := range a.order {
		o := a.shapes[d]
		got = append(got, fmt.Sprintf("%s (%d %d)", o.path, o.x, o.y))
	}
	want := []string{
		"M150 0l0 193l-150 0l0 -193z (75 96)", "M150 0l150 0l0 193l-150 0z (225 96)",
		"M0 193l150 0l0 193l-150 0z (75 289)", "M150 193l150 0l0 193l-150 0z (225 289)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the map of height %d is\n%s", a.height, strings.Join(got, "\n"))
	}
}

var pathForm = regexp.MustCompile(`^(M-?[0-9]+ -?[0-9]+(l-?[0-9]+ -?[0-9]+)*z|M-?[0-9]+ -?[0-9]+h2v2h-2z)+$`)

func TestMapsOfExtremePlacesAreDrawn(t *testing.T) {
	ring := func(at ...model.LonLat) [][]model.LonLat { return [][]model.LonLat{append(at, at[0])} }
	poles := model.Shape{District: &model.District{}, Rings: ring(model.LonLat{Lon: -180, Lat: -90}, model.LonLat{Lon: 180, Lat: -90}, model.LonLat{Lon: 180, Lat: 90})}
	point := model.Shape{District: &model.District{}, Rings: ring(model.LonLat{Lon: 1, Lat: 90}, model.LonLat{Lon: 1, Lat: 90}, model.LonLat{Lon: 1, Lat: 90})}
	for name, shapes := range map[string][]model.Shape{"all": {poles, point}, "point": {point, point}, "pole": {poles, poles}} {
		a := newAtlas(shapes)
		for _, o := range a.shapes {
			if !pathForm.MatchString(o.path) {
				t.Errorf("%s: the path is %q", name, o.path)
			}
		}
		if a.height < 1 || a.height > maxHeight+1 {
			t.Errorf("%s: the map is %d high", name, a.height)
		}
	}
}

func TestDistrictsStandOnTheMapThatIsGiven(t *testing.T) {
	square := func(name string, x int) string {
		return fmt.Sprintf(`{"type":"Feature","properties":{"name":%q},"geometry":{"type":"Polygon","coordinates":[[[%d,39],[%d,39],[%d,40],[%d,40],[%d,39]]]}}`, name, x, x+1, x+1, x, x)
	}
	p, _ := plan(t, map[string]string{
		"data/site.yaml":         bilingual,
		"data/districts.csv":     "id,name_zh,name_en\nD1,东城区,Dongcheng\nD2,西城区,Xicheng\nD3,朝阳区,Chaoyang\n",
		"data/projects.csv":      "id,title,district,amount_awarded\nP1,一,D1,500\nP2,二,D2,700\n",
		"data/districts.geojson": `{"type":"FeatureCollection","features":[` + square("东城区", 115) + "," + square("Xicheng", 116) + "," + square("朝阳区", 117) + `]}`,
	}, Options{})
	page, _ := p.Find("index.html")
	c := newContext(p, page)
	ch := c.chartDistricts(p.Data.Projects.Rows)
	var got []string
	for _, m := range ch.Marks {
		got = append(got, m.Text+" "+m.Kind+" "+textsOf(m))
	}
	if want := "西城区 step2 700, 东城区 step1 500, 朝阳区 beside "; strings.Join(got, ", ") != want || ch.Form != FormMap {
		t.Errorf("%s of %q, want %q", ch.Form, strings.Join(got, ", "), want)
	}
}

// textsOf are a mark's texts.
func textsOf(m Mark) string {
	var all []string
	for _, v := range m.Values {
		all = append(all, v.Text)
	}
	return strings.Join(all, "/")
}
