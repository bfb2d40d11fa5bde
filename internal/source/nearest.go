package source

// nearest is the known word within reach of a misspelling, "" where none is: two
// edits, one for short words. An edit adds, drops, changes or swaps a letter.
func nearest(word string, known []string) string {
	best, reach := "", 2
	if len(word) < 5 {
		reach = 1
	}
	for _, k := range known {
		if d := distance([]rune(word), []rune(k)); d <= reach && k != word {
			best, reach = k, d-1
		}
	}
	return best
}

// distance counts the edits between two words; swapped neighbours count once.
func distance(a, b []rune) int {
	if len(a) > 100 || len(b) > 100 {
		return max(len(a), len(b))
	}
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
