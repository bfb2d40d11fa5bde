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

func TestAProcessStaysWithinTwoGigabytesWhileItsRecordsAllow(t *testing.T) {
	for _, c := range []struct{ inUse, limit int64 }{{0, 1600}, {1300, 1600}, {2000, 2400}, {8000, 9600}} {
		if got := memoryLimit(uint64(c.inUse)<<20) >> 20; got < c.limit-1 || got > c.limit {
			t.Errorf("with %d MiB in use the process may take %d, want %d", c.inUse, got, c.limit)
		}
	}
}
