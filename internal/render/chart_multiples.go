package render

import (
	"math"
	"strconv"

	"gongkai/internal/site"
)

// The measures of small charts, in pixels.
const (
	smallTop    = 16 // for the value of the highest
	smallHeight = 52
	smallFoot   = 18
)

// multiples are small columns, one picture for each panel, all of one scale: a
// list, so that as many stand in a row as the window has room for.
func (p *pen) multiples(c *site.Chart) {
	s := scaleOf(c)
	p.raw(`<ul class="multiples">`)
	for i, panel := range c.Panels {
		var marks []site.Mark
		for _, m := range c.Marks {
			if m.Row == i {
				marks = append(marks, m)
			}
		}
		p.raw(`<li>`)
		p.link(panel)
		name := "chart-" + c.Name + "-" + strconv.Itoa(i+1)
		p.raw(`<span id="`).escaped(name).raw(`"`)
		if panel.Lang != "" {
			p.raw(` lang="`).escaped(panel.Lang).raw(`"`)
		}
		p.raw(`>`).escaped(panel.Text).raw(`</span>`)
		p.end(panel)
		p.small(c, s, name, marks)
		p.raw(`</li>`)
	}
	p.raw(`</ul>`)
}

// small is one panel, which the element of that id names in its own language: its highest column says its value, and the first and the
// last are named.
func (p *pen) small(c *site.Chart, s scale, name string, marks []site.Mark) {
	y := func(v int64) float64 { return smallTop + (100-s.at(v))*smallHeight/100 }
	p.raw(`<svg width="100%" role="img"`).down("height", smallTop+smallHeight+smallFoot).raw(` aria-labelledby="`).escaped(name).raw(`">`)
	slot := 100 / float64(max(len(marks), 4))
	p.smallColumns(c, s, marks, slot)
	p.level("axis", y(0))
	most := highest(marks)
	for i := range marks {
		m := &marks[i]
		middle := (float64(i) + .5) * slot
		if i == most {
			p.text("value", anchorAt(middle), middle, 0, y(max(m.Values[0].Value, 0))-4, site.Link{Text: m.Values[0].Text})
		}
		if i == 0 || i == len(marks)-1 {
			p.text("", "middle", middle, 0, smallTop+smallHeight+14, site.Link{Text: m.Text})
		}
	}
	p.raw(`</svg>`)
}

// smallColumns are the columns of a panel, as one shape for each series: a few
// bytes for each column. They are stretched with the window.
func (p *pen) smallColumns(c *site.Chart, s scale, marks []site.Mark, slot float64) {
	p.raw(`<svg width="100%" height="52" y="16" viewBox="0 0 100 52" preserveAspectRatio="none">`)
	y := func(v int64) float64 { return math.Round((100-s.at(v))*smallHeight) / 100 }
	for j, series := range c.Series {
		p.raw(`<path class="`).escaped(series.Kind).raw(`" d="`)
		for i := range marks {
			v := valueOf(&marks[i], j)
			if v.Text == "" || v.Value == 0 {
				continue
			}
			inset := slot * (.12 + .2*float64(min(j, 1)))
			from, to := y(max(v.Value, 0)), y(min(v.Value, 0))
			p.raw(`M`).number(float64(i)*slot + inset).raw(` `).number(from).raw(`h`).number(slot - 2*inset)
			p.raw(`v`).number(max(to-from, 1)).raw(`h`).number(2*inset - slot).raw(`z`)
		}
		p.raw(`"/>`)
	}
	p.raw(`</svg>`)
}
