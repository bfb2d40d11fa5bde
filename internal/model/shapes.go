package model

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/value"
)

// Shape is a district's outline, of data/districts.geojson. Rings are closed by
// themselves; those within others are holes.
type Shape struct {
	District *District
	Rings    [][]LonLat
}

// LonLat is a place: degrees east and north.
type LonLat struct{ Lon, Lat float64 }

// maxPlaces is how many places a map may have; outlines of a country's
// counties have about a tenth.
const maxPlaces = 1_000_000

// geoFeatures is the part of GeoJSON (RFC 7946) that maps of districts use.
type geoFeatures struct {
	Type     string
	Features []struct {
		ID         any
		Properties map[string]any
		Geometry   struct {
			Type        string
			Coordinates json.RawMessage
		}
	}
}

// readShapes reads the map of districts. One that cannot be used is reported
// and left out: pages then show districts as tiles.
func (d *Dataset) readShapes(src *source.Site, l *finding.List) {
	if !src.Exists(shapesFile) {
		return
	}
	text, ok := readText(src, shapesFile, l)
	if !ok {
		return
	}
	bad := func(name string, message finding.Text) {
		l.Add(finding.Finding{Rule: badMapRule, Pos: finding.Pos{File: shapesFile}, Value: name, Message: message, Hint: badMapRule.Hint()})
	}
	var all geoFeatures
	if err := json.Unmarshal(text, &all); err != nil {
		at := finding.Pos{File: shapesFile}
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			at.Line = 1 + strings.Count(string(text[:min(int(syntax.Offset), len(text))]), "\n")
		}
		l.Add(finding.Finding{Rule: badMapRule, Pos: at, Message: finding.Textf("不是 GeoJSON：%v", "this is not GeoJSON: %v", err), Hint: badMapRule.Hint()})
		return
	}
	if all.Type != "FeatureCollection" {
		bad(all.Type, finding.Textf("type 是 %q，应为 FeatureCollection", "its type is %q, not FeatureCollection", value.Visible(all.Type)))
		return
	}
	names := d.districtNames()
	places := 0
	for i, f := range all.Features {
		district, name := findDistrict(names, f.ID, f.Properties)
		if name == "" {
			name = "features[" + strconv.Itoa(i) + "]"
		}
		if district == nil {
			bad(name, finding.Textf("%q 不是行政区表中的编号或名称", "%q is the id or name of no district", value.Visible(name)))
			continue
		}
		rings, err := ringsOf(f.Geometry.Type, f.Geometry.Coordinates)
		for _, r := range rings {
			places += len(r)
		}
		switch {
		case err != nil:
			bad(name, finding.Textf("%q 的形状不能用：%v", "the shape of %q cannot be used: %v", value.Visible(name), err))
		case places > maxPlaces:
			bad(name, finding.Textf("地图的点超过 %d 个", "the map has more than %d places", maxPlaces))
			d.Shapes = nil
			return
		default:
			d.Shapes = append(d.Shapes, Shape{district, rings})
		}
	}
}

// districtNames are the districts by id and by every name.
func (d *Dataset) districtNames() map[string]*District {
	names := map[string]*District{}
	for _, r := range d.Districts.Rows {
		for _, lang := range Languages() {
			if name := textIn(r.Name, lang); name != "" && names[name] == nil {
				names[name] = r
			}
		}
	}
	for _, r := range d.Districts.Rows {
		names[r.ID] = r
	}
	return names
}

// findDistrict is the district that a feature names by its id, or by the
// properties that maps in use have: adcode of DataV, code of GB/T 2260 tables.
func findDistrict(names map[string]*District, id any, properties map[string]any) (d *District, name string) {
	for _, v := range []any{id, properties["id"], properties["adcode"], properties["code"], properties["name"], properties["name_zh"], properties["name_en"]} {
		text := ""
		switch v := v.(type) {
		case string:
			text = strings.TrimSpace(v)
		case float64:
			text = strconv.FormatFloat(v, 'f', -1, 64)
		}
		if text == "" {
			continue
		}
		if d := names[text]; d != nil {
			return d, text
		}
		name = text
	}
	return nil, name
}

// ringsOf are the rings of a Polygon or a MultiPolygon, in degrees.
func ringsOf(kind string, coordinates json.RawMessage) ([][]LonLat, error) {
	var polygons [][][][]float64
	var err error
	switch kind {
	case "Polygon":
		polygons = make([][][][]float64, 1)
		err = json.Unmarshal(coordinates, &polygons[0])
	case "MultiPolygon":
		err = json.Unmarshal(coordinates, &polygons)
	default:
		return nil, fmt.Errorf("geometry %q, want Polygon or MultiPolygon", value.Visible(kind))
	}
	if err != nil {
		return nil, errors.New("coordinates are no lists of numbers")
	}
	var rings [][]LonLat
	for _, polygon := range polygons {
		for _, ring := range polygon {
			out := make([]LonLat, 0, len(ring))
			for _, at := range ring {
				if len(at) < 2 || math.Abs(at[0]) > 180 || math.Abs(at[1]) > 90 {
					return nil, fmt.Errorf("%v is not longitude, latitude in degrees", at)
				}
				out = append(out, LonLat{at[0], at[1]})
			}
			if len(out) < 4 { // the last repeats the first
				return nil, fmt.Errorf("a ring of %d places", len(out))
			}
			rings = append(rings, out)
		}
	}
	if len(rings) == 0 {
		return nil, errors.New("no rings")
	}
	return rings, nil
}
