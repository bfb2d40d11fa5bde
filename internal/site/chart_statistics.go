package site

import (
	"math"
	"slices"
)

// spearman is the rank correlation of cost and score: Pearson's of the ranks,
// equals sharing the middle of their ranks. Nought where one is always the same.
func spearman(all []scored) float64 {
	cost := ranks(len(all), func(i, j int) int {
		order, _ := all[i].cost.Cmp(all[j].cost)
		return order
	})
	score := ranks(len(all), func(i, j int) int { return all[i].score.Cmp(all[j].score) })
	mean := float64(len(all)-1) / 2
	var both, a, b float64
	for i := range all {
		x, y := cost[i]-mean, score[i]-mean
		both, a, b = both+x*y, a+x*x, b+y*y
	}
	if a == 0 || b == 0 {
		return 0
	}
	return both / math.Sqrt(a*b)
}

// ranks are the ranks, from nought, of n things in an order.
func ranks(n int, compare func(i, j int) int) []float64 {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, compare)
	out := make([]float64, n)
	for i := 0; i < n; {
		j := i + 1
		for j < n && compare(order[i], order[j]) == 0 {
			j++
		}
		for k := i; k < j; k++ {
			out[order[k]] = float64(i+j-1) / 2
		}
		i = j
	}
	return out
}
