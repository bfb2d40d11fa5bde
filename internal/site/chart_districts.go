package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/value"
)

// The tiles of districts: as many in a row as a phone has room for.
const (
	tileColumns = 4
	tilesShown  = 40 // where there are more, the largest are ranked instead
)

// chartDistricts shows the money awarded by district: tiles that lie as the
// districts do, where their points are published.
func (c *context) chartDistricts(projects []*model.Project) Chart {
	all := rank(projects, districtOf)
	if len(all) > tilesShown {
		return c.chartRank(projects, all, ranking{"districts", "区域", "District", "个区域", "districts"})
	}
	in := purseOf(projects)
	byAward(all, in.cur)
	ch := Chart{Name: "districts", Form: FormTiles, Source: c.source(), Note: c.otherCurrencies(in)}
	if len(all) < 2 || all[0].award.In(in.cur).Sign() <= 0 {
		return Chart{}
	}
	var awards []int64
	for _, r := range all {
		if award := r.award.In(in.cur); !award.IsZero() {
			awards = append(awards, award.Minor())
		}
	}
	bounds := stepBounds(awards)
	c.stepKeys(&ch, bounds, in)
	for _, r := range all {
		award := r.award.In(in.cur)
		m := Mark{Link: c.link(r.e), Values: []Number{c.amountNumber(award)}, Kind: KindBeside}
		if !award.IsZero() {
			m.Kind = "step" + strconv.Itoa(stepOf(award.Minor(), bounds))
		} else {
			m.Values[0].Text = c.t("未立项", "none awarded")
		}
		ch.Marks = append(ch.Marks, m)
	}
	if !c.onMap(&ch, all) {
		c.lay(&ch, all)
	}
	ch.Table = c.rankTable("", c.t("区域", "Districts"), c.t("区域", "District"), all, len(all))
	c.sayRank(&ch, all, in, ranking{"districts", "区域", "District", "个区域", "districts"})
	if ch.Form == FormMap {
		ch.About = c.t("地图：各区域的立项金额，颜色越深金额越大，数字为名次。", "Map of the money awarded by district, darker for more; the numbers are ranks.")
	} else {
		ch.About = c.t("方格图：各区域的立项金额，颜色越深金额越大，共 "+c.count(len(all))+" 个区域。", "Tile chart of the money awarded by district, darker for more, "+c.count(len(all))+" districts.")
	}
	return ch
}

func districtOf(p *model.Project) []*model.District {
	if p.District.To == nil {
		return nil
	}
	return []*model.District{p.District.To}
}

// stepKeys are the shades of tiles, from the least.
func (c *context) stepKeys(ch *Chart, bounds []int64, in purse) {
	text := func(i int) string { return value.NewMoney(bounds[i], in.cur).Compact(c.lang) }
	for i := range min(len(bounds), steps) {
		name := text(i) + "–"
		if i+1 < len(bounds) {
			name += text(i + 1)
		} else {
			name = c.t(text(i)+" 以上", text(i)+" or more")
		}
		ch.Series = append(ch.Series, Series{Name: name, Kind: "step" + strconv.Itoa(i)})
	}
}

// stepBounds divide values, the largest first, into steps of about as many
// each, at values of one digit; the lowest begins at nought or below.
func stepBounds(values []int64) []int64 {
	bounds := []int64{min(values[len(values)-1], 0)}
	for i := 1; i < steps; i++ {
		v, unit := values[len(values)-1-len(values)*i/steps], int64(1)
		for v/unit >= 10 {
			unit *= 10
		}
		if v = v / unit * unit; v > bounds[len(bounds)-1] {
			bounds = append(bounds, v)
		}
	}
	return bounds
}

// stepOf is the last bound that a value is not below.
func stepOf(v int64, bounds []int64) int {
	step := 0
	for i, b := range bounds {
		if v >= b {
			step = i
		}
	}
	return min(step, steps-1)
}

// spot is where a district lies.
type spot struct {
	lat, lon float64
	known    bool
	num      int32
	mark     int
}

// lay gives every mark a column and a row: rows from north to south, each
// from west to east; what has no point comes last, in the order of the table.
func (c *context) lay(ch *Chart, all []ranked) {
	spots := make([]spot, len(all))
	points := true
	for i, r := range all {
		d := r.e.(*model.District)
		lat, lon, ok := pointOf(d.Point)
		spots[i] = spot{lat, lon, ok, d.Num, i}
		points = points && ok
	}
	slices.SortFunc(spots, func(a, b spot) int {
		if points {
			return cmp.Or(cmp.Compare(b.lat, a.lat), cmp.Compare(a.num, b.num))
		}
		return cmp.Compare(a.num, b.num)
	})
	for row := range slices.Chunk(spots, tileColumns) {
		if points {
			slices.SortFunc(row, func(a, b spot) int { return cmp.Or(cmp.Compare(a.lon, b.lon), cmp.Compare(a.num, b.num)) })
		}
	}
	marks := make([]Mark, len(spots))
	for i, s := range spots {
		marks[i] = ch.Marks[s.mark]
		marks[i].Col, marks[i].Row = i%tileColumns, i/tileColumns
	}
	ch.Marks = marks
}

// pointOf reads "latitude,longitude", which the table has checked.
func pointOf(s string) (lat, lon float64, ok bool) {
	a, b, found := strings.Cut(s, ",")
	if !found {
		return 0, 0, false
	}
	lat, err1 := strconv.ParseFloat(strings.TrimSpace(a), 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(b), 64)
	return lat, lon, err1 == nil && err2 == nil
}
