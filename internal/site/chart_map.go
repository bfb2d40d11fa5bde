package site

import (
	"math"
	"strconv"

	"gongkai/internal/model"
)

// The size of a map.
const (
	maxShapes  = 80  // of districts; more are too small to tell apart
	maxCorners = 900 // of all shapes together: about six bytes each
	maxHeight  = 480
)

// atlas is the map of districts as pages show it, drawn once. It is empty where
// there is none.
type atlas struct {
	shapes map[*model.District]outline
	order  []*model.District // as in the file
	height int
}

// outline is a district's path, and the middle of its largest ring.
type outline struct {
	path string
	x, y int
}

// grid turns places into whole units of the map.
type grid struct{ west, north, perLon, perLat float64 }

// corner is a point of the grid.
type corner = [2]int

func newAtlas(shapes []model.Shape) atlas {
	if len(shapes) < 2 || len(shapes) > maxShapes {
		return atlas{}
	}
	g, height := gridOf(shapes)
	rings := make([][][]corner, len(shapes))
	for i, s := range shapes {
		for _, places := range s.Rings {
			rings[i] = append(rings[i], g.ring(places))
		}
	}
	rings = simplified(rings, maxCorners)
	a := atlas{shapes: map[*model.District]outline{}, height: height}
	for i, s := range shapes {
		if _, twice := a.shapes[s.District]; !twice {
			a.order = append(a.order, s.District)
		}
		a.shapes[s.District] = outlineOf(rings[i])
	}
	return a
}

// gridOf fits the shapes into the map: degrees of longitude are as long as they
// are in the middle of the map (a plate carrée with that standard parallel).
func gridOf(shapes []model.Shape) (grid, int) {
	west, east, south, north := 180.0, -180.0, 90.0, -90.0
	for _, s := range shapes {
		for _, ring := range s.Rings {
			for _, at := range ring {
				west, east = min(west, at.Lon), max(east, at.Lon)
				south, north = min(south, at.Lat), max(north, at.Lat)
			}
		}
	}
	shrink := max(math.Cos((south+north)/2*math.Pi/180), .05)
	wide, tall := max((east-west)*shrink, 1e-9), max(north-south, 1e-9)
	per := min(MapWidth/wide, maxHeight/tall)
	return grid{west: west, north: north, perLon: per * shrink, perLat: per}, int(math.Ceil(tall*per)) + 1
}

// ring are the corners of a ring on the grid, no two alike in a row.
func (g grid) ring(places []model.LonLat) []corner {
	var out []corner
	for _, p := range places {
		at := corner{int(math.Round((p.Lon - g.west) * g.perLon)), int(math.Round((g.north - p.Lat) * g.perLat))}
		if n := len(out); n == 0 || out[n-1] != at {
			out = append(out, at)
		}
	}
	if n := len(out); n > 1 && out[0] == out[n-1] {
		out = out[:n-1]
	}
	return out
}

// outlineOf is the path of a shape's rings. A ring too small for the grid is
// left out; a shape without any other is a dot of two units.
func outlineOf(rings [][]corner) outline {
	var o outline
	var b []byte
	largest := -1
	for _, r := range rings {
		x1, y1, x2, y2 := bounds(r)
		if size := (x2 - x1) * (y2 - y1); size > largest {
			largest, o.x, o.y = size, (x1+x2)/2, (y1+y2)/2
		}
		if len(r) < 3 {
			continue
		}
		for i, at := range r {
			letter, x, y := byte('l'), at[0], at[1]
			if i == 0 {
				letter = 'M'
			} else {
				x, y = x-r[i-1][0], y-r[i-1][1]
			}
			b = append(b, letter)
			b = strconv.AppendInt(b, int64(x), 10)
			b = append(b, ' ')
			b = strconv.AppendInt(b, int64(y), 10)
		}
		b = append(b, 'z')
	}
	if b == nil {
		b = append(b, "M"+strconv.Itoa(o.x-1)+" "+strconv.Itoa(o.y-1)+"h2v2h-2z"...)
	}
	o.path = string(b)
	return o
}

func bounds(r []corner) (x1, y1, x2, y2 int) {
	for i, at := range r {
		if i == 0 {
			x1, y1, x2, y2 = at[0], at[1], at[0], at[1]
		}
		x1, y1, x2, y2 = min(x1, at[0]), min(y1, at[1]), max(x2, at[0]), max(y2, at[1])
	}
	return x1, y1, x2, y2
}

// onMap gives every mark its shape, and adds the districts that have a shape
// and no project; false where fewer than two of the marks have one.
func (c *context) onMap(ch *Chart, all []ranked) bool {
	a := c.plan.index.atlas
	found, marked := 0, map[*model.District]bool{}
	for i, r := range all {
		d := r.e.(*model.District)
		o, ok := a.shapes[d]
		marked[d] = true
		if ok {
			found++
		}
		ch.Marks[i].Shape, ch.Marks[i].Col, ch.Marks[i].Row = o.path, o.x, o.y
	}
	if found < 2 {
		return false
	}
	ch.Form, ch.Height = FormMap, a.height
	for _, d := range a.order {
		if !marked[d] {
			o := a.shapes[d]
			ch.Marks = append(ch.Marks, Mark{Link: c.link(d), Kind: KindBeside, Shape: o.path, Col: o.x, Row: o.y})
		}
	}
	return true
}
