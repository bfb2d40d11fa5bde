package synth

import "math/rand/v2"

// Each kind of record draws from its own streams, so that a change in one
// table leaves the others as they are.
const (
	ofProject uint64 = iota + 1
	ofOrganization
	ofAgency
	ofSupport
	ofEvent
	ofTotals
	ofReview
)

// stream is the source of chance for record i of a kind.
func stream(seed, kind uint64, i int) *rand.Rand {
	return rand.New(rand.NewPCG(seed<<8|kind, mix(uint64(i)+kind<<40)))
}

// mix spreads neighbouring numbers over all 64 bits (the finaliser of
// SplitMix64), so that neighbouring records do not look alike.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// between draws a whole number from low to high, both included.
func between(r *rand.Rand, low, high int) int { return low + r.IntN(high-low+1) }

// pick draws one of a list.
func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// spread places the k-th of many records between 0 and 999 so evenly that
// shares hold even in small numbers: chance alone would leave states out of a
// small site.
func spread(k int) int { return int(uint64(k) * 618033989 % 1_000_000_000 / 1_000_000) }
