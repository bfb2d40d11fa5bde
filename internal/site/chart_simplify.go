package site

import (
	"cmp"
	"math"
	"slices"
)

// simplified are the rings of shapes with at most so many corners, if any
// tolerance reaches that. A border is simplified between the points where it
// meets another, and alike from both of its sides, so that no gap opens.
func simplified(shapes [][][]corner, most int) [][][]corner {
	meets := meetings(shapes)
	for tolerance := 0.5; ; tolerance *= 1.4 {
		total := 0
		out := make([][][]corner, len(shapes))
		for i, rings := range shapes {
			for _, ring := range rings {
				r := simplifiedRing(ring, meets, tolerance)
				total += len(r)
				out[i] = append(out[i], r)
			}
		}
		if total <= most || tolerance > MapWidth {
			return out
		}
	}
}

// meetings are the corners with more than two neighbours in all rings together.
func meetings(shapes [][][]corner) map[corner]bool {
	type neighbours struct {
		of [2]corner
		n  int
	}
	seen, meets := map[corner]neighbours{}, map[corner]bool{}
	for _, rings := range shapes {
		for _, ring := range rings {
			for i, at := range ring {
				have := seen[at]
				for _, next := range []corner{ring[(i+1)%len(ring)], ring[(i+len(ring)-1)%len(ring)]} {
					if slices.Contains(have.of[:have.n], next) {
						continue
					}
					if have.n == 2 {
						meets[at] = true
						continue
					}
					have.of[have.n] = next
					have.n++
				}
				seen[at] = have
			}
		}
	}
	return meets
}

// simplifiedRing simplifies each way between two fixed corners of a ring: where
// it meets others, else its first and last corner in the order of the grid.
func simplifiedRing(ring []corner, meets map[corner]bool, tolerance float64) []corner {
	var fixed []int
	first, last := 0, 0
	for i, at := range ring {
		if meets[at] {
			fixed = append(fixed, i)
		}
		if compareCorners(at, ring[first]) < 0 {
			first = i
		}
		if compareCorners(at, ring[last]) > 0 {
			last = i
		}
	}
	if len(fixed) < 2 {
		fixed = []int{min(first, last), max(first, last)}
	}
	if len(ring) < 4 || fixed[0] == fixed[1] {
		return ring
	}
	var out []corner
	for i, from := range fixed {
		to := fixed[(i+1)%len(fixed)]
		if to <= from {
			to += len(ring)
		}
		way := make([]corner, 0, to-from+1)
		for k := from; k <= to; k++ {
			way = append(way, ring[k%len(ring)])
		}
		kept := simplifiedWay(way, tolerance)
		out = append(out, kept[:len(kept)-1]...)
	}
	return out
}

func compareCorners(a, b corner) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }

// simplifiedWay keeps the corners of a way that lie further than the tolerance
// from the line between kept ones (Douglas and Peucker, 1973), walking it in the
// same direction whichever side asks.
func simplifiedWay(way []corner, tolerance float64) []corner {
	backwards := slices.Clone(way)
	slices.Reverse(backwards)
	turned := slices.CompareFunc(backwards, way, compareCorners) < 0
	if turned {
		way = backwards
	}
	keep := make([]bool, len(way))
	keep[0], keep[len(way)-1] = true, true
	for todo := [][2]int{{0, len(way) - 1}}; len(todo) > 0; {
		from, to := todo[len(todo)-1][0], todo[len(todo)-1][1]
		todo = todo[:len(todo)-1]
		far, at := tolerance, -1
		for i := from + 1; i < to; i++ {
			if d := offLine(way[i], way[from], way[to]); d > far {
				far, at = d, i
			}
		}
		if at > 0 {
			keep[at] = true
			todo = append(todo, [2]int{from, at}, [2]int{at, to})
		}
	}
	var out []corner
	for i, at := range way {
		if keep[i] {
			out = append(out, at)
		}
	}
	if turned {
		slices.Reverse(out)
	}
	return out
}

// offLine is how far a corner lies from the line between two others, or from
// the first where they are the same.
func offLine(p, a, b corner) float64 {
	x, y := float64(b[0]-a[0]), float64(b[1]-a[1])
	px, py := float64(p[0]-a[0]), float64(p[1]-a[1])
	if x == 0 && y == 0 {
		return math.Hypot(px, py)
	}
	return math.Abs(x*py-y*px) / math.Hypot(x, y)
}
