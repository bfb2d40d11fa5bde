package render

import "gongkai/internal/site"

// scale turns values into shares of the axis' length, in percent.
type scale struct{ lo, span float64 }

// scaleOf is the scale of a chart's values and ticks. Nought is always on the
// axis, since the length of a bar is what is compared.
func scaleOf(c *site.Chart) scale {
	lo, hi := 0.0, 0.0
	take := func(n site.Number) {
		if n.Text != "" {
			lo, hi = min(lo, float64(n.Value)), max(hi, float64(n.Value))
		}
	}
	for _, m := range c.Marks {
		if m.Kind == site.KindBeside && c.Form == site.FormBars {
			continue // all others together may be many times the largest
		}
		for _, n := range m.Values {
			take(n)
		}
	}
	for _, n := range c.Ticks {
		take(n)
	}
	return scale{lo, hi - lo}
}

// scaleBetween is the scale of places, of which only the distances count: it
// begins and ends with the outermost of the ticks and the marks' values.
func scaleBetween(c *site.Chart, ticks []site.Number, values ...int) scale {
	lo, hi, some := 0.0, 0.0, false
	take := func(n site.Number) {
		v := float64(n.Value)
		switch {
		case n.Text == "":
		case !some:
			lo, hi, some = v, v, true
		default:
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	for _, n := range ticks {
		take(n)
	}
	for _, m := range c.Marks {
		for _, i := range values {
			take(valueOf(&m, i))
		}
	}
	return scale{lo, hi - lo}
}

// valueOf is a value of a mark, a missing one where it has not as many.
func valueOf(m *site.Mark, i int) site.Number {
	if i >= len(m.Values) {
		return site.Number{}
	}
	return m.Values[i]
}

func (s scale) at(value int64) float64 {
	if s.span <= 0 {
		return 0
	}
	return (float64(value) - s.lo) / s.span * 100
}

// visible is the least length of a bar of a value that is not nought.
const visible = 0.3

// holds reports whether a value is on the scale.
func (s scale) holds(value int64) bool {
	v := float64(value)
	return s.lo <= v && v <= s.lo+s.span
}

// bar is where a value's bar begins and how long it is, in percent.
func (s scale) bar(value int64) (from, length float64) {
	if value == 0 {
		return s.at(0), 0
	}
	return s.between(0, value)
}

// between is where the way from one value to another begins and how long it is.
func (s scale) between(a, b int64) (from, length float64) {
	from, to := s.at(a), s.at(b)
	if to < from {
		from, to = to, from
	}
	length = max(to-from, visible)
	return min(from, 100-length), length
}
