package cli

import "testing"

func TestALargeSiteTakesLittleGarbageBesideItsRecords(t *testing.T) {
	for _, c := range []struct {
		megabytes uint64
		percent   int
	}{{0, 400}, {16, 400}, {40, 400}, {80, 200}, {160, 100}, {320, 50}, {400, 40}, {4096, 40}} {
		if got := garbagePercent(c.megabytes << 20); got != c.percent {
			t.Errorf("with %d MiB in use garbage may gather to %d %%, want %d", c.megabytes, got, c.percent)
		}
	}
}
