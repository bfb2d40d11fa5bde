package value

import "strings"

// Nearest is the word among several that a misspelt one most likely means: at
// most two edits away, one for words of fewer than six characters. An edit
// adds, drops or changes a character or swaps two neighbours; case is no
// matter. The first of equals wins.
func Nearest(word string, among []string) (string, bool) {
	w := []rune(strings.ToLower(word))
	limit := 1
	if len(w) >= 6 {
		limit = 2
	}
	best, found := "", false
	for _, candidate := range among {
		c := []rune(strings.ToLower(candidate))
		if len(c)-len(w) > limit || len(w)-len(c) > limit || len(c) <= limit || len(w) <= limit {
			continue
		}
		if d := distance(w, c); d <= limit {
			best, found = candidate, true
			limit = d - 1
		}
	}
	return best, found
}

// distance counts the edits between two words, each place edited once.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
