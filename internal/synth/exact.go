package synth

// distribute splits a total into parts in the proportion of their weights. The
// parts add up to the total exactly: each is the step between two rounded
// running sums.
func distribute(total int64, weights []int) []int64 {
	var sum, running, before int64
	for _, w := range weights {
		sum += int64(w)
	}
	parts := make([]int64, len(weights))
	for i, w := range weights {
		running += int64(w)
		upTo := total / sum * running
		upTo += total % sum * running / sum
		parts[i], before = upTo-before, upTo
	}
	return parts
}
