package search

import (
	"fmt"
	"slices"
	"testing"
)

// TestEveryNameHasItsOwnSlot seats few and many names, also where the room is
// nearly full.
func TestEveryNameHasItsOwnSlot(t *testing.T) {
	for _, try := range []struct{ n, room int }{{1, 1 << slotBits}, {21, 1 << slotBits}, {700, 1 << slotBits}, {20000, 1 << slotBits}, {17000, 17000}, {32000, slotsOfFacet}} {
		slots := seats{roomy[:5], try.room}.seat(try.n, func(i int) string { return fmt.Sprintf("projects/P%06d", i) })
		slices.Sort(slots)
		if n := len(slices.Compact(slices.Clone(slots))); n != try.n || int(slots[n-1]) >= try.room {
			t.Errorf("%d names in a room of %d have %d slots, the last %d", try.n, try.room, n, slots[n-1])
		}
	}
}

// TestANameMovesFewOthers takes names out of a day of any size: hardly another
// changes its slot.
func TestANameMovesFewOthers(t *testing.T) {
	in := sizesOf(100_000).seats
	moved, tried := 0, 0
	for _, n := range []int{2, 9, 20, 100, 1000} {
		names := make([]string, n)
		for i := range names {
			names[i] = fmt.Sprintf("events/E%05d", i*7)
		}
		before := in.seat(n, func(i int) string { return names[i] })
		for i := range min(n, 50) {
			others := slices.Delete(slices.Clone(names), i, i+1)
			after := in.seat(n-1, func(k int) string { return others[k] })
			for k, slot := range slices.Delete(slices.Clone(before), i, i+1) {
				if after[k] != slot {
					moved++
				}
			}
			tried++
		}
	}
	if moved*3 > tried {
		t.Errorf("taking out %d names moved %d others", tried, moved)
	}
}
