package render

import (
	"strings"

	"gongkai/internal/site"
)

// The measures of columns, in pixels.
const (
	columnsTop    = 22 // for the text above the highest
	columnsHeight = 160
	columnsFoot   = 26 // for the names below
)

// columns are upright bars beside one another for each mark. Where there are
// few, each says its first value; else only the highest does, and the axis
// tells the others.
func (p *pen) columns(c *site.Chart) {
	s := scaleOf(c)
	y := func(v int64) float64 { return columnsTop + (100-s.at(v))*columnsHeight/100 }
	p.open(c, columnsTop+columnsHeight+columnsFoot)
	for _, t := range c.Ticks {
		class := "grid"
		if t.Value == 0 {
			class = "axis"
		}
		p.level(class, y(t.Value))
		p.text("", "end", 0, -8, y(t.Value)+4, site.Link{Text: t.Text})
	}
	slot := 100 / float64(max(len(c.Marks), 4))
	every := namesEvery(len(c.Marks))
	most := highest(c.Marks)
	for i := range c.Marks {
		m := &c.Marks[i]
		left, middle := float64(i)*slot, (float64(i)+.5)*slot
		named := (len(c.Marks)-1-i)%every == 0
		value := ""
		if len(m.Values) > 0 && (len(c.Marks) <= 6 || i == most) {
			value = m.Values[0].Text
		}
		if named {
			p.link(m.Link)
		} else {
			p.linkAs(m.Link, strings.TrimSpace(m.Text+" "+value))
		}
		if m.Href != "" {
			p.rect("hit", left, columnsTop, slot, columnsHeight+columnsFoot)
		}
		wide := slot * .76 / float64(max(len(c.Series), 1))
		for j, v := range m.Values[:min(len(m.Values), max(len(c.Series), 1))] {
			if v.Text == "" || v.Value == 0 {
				continue
			}
			from, to := y(max(v.Value, 0)), y(min(v.Value, 0))
			p.rect(kind(c, m, j), left+slot*.12+float64(j)*wide, from, wide*.92, max(to-from, 1))
		}
		if value != "" {
			p.text("value", "middle", left+slot*.12+wide*.46, 0, y(max(m.Values[0].Value, 0))-6, site.Link{Text: value})
		}
		if named {
			p.text("", "middle", middle, 0, columnsTop+columnsHeight+19, m.Link)
		}
		p.end(m.Link)
	}
	p.close()
}

// namesEvery is how many marks share a name below the axis, so that names of
// four digits stand apart on a phone.
func namesEvery(n int) int {
	const room = 7 // names across a phone
	return max((n+room-1)/room, 1)
}

// highest is the mark whose first value is highest, -1 where none has one.
func highest(marks []site.Mark) int {
	most := -1
	for i, m := range marks {
		if len(m.Values) == 0 || m.Values[0].Text == "" {
			continue
		}
		if most < 0 || m.Values[0].Value > marks[most].Values[0].Value {
			most = i
		}
	}
	return most
}
