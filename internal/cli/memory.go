package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How much garbage may gather before it is collected. Little memory is in use by
// a small site, and time is dearer than memory: the demonstration saves a sixth of
// its time for 150 MB. A large site has most of its memory in records, and must
// not take as much again in garbage. So what may gather is four times what is in
// use, but not more than roomy, and not less than two fifths of what is
// in use.
const (
	roomy  = 160 << 20 // bytes
	most   = 400       // percent of what is in use
	least  = 40
	notice = 10 // percent by which the setting has to be off before it is changed
)

// tuneMemory sets how much garbage may gather, anew after every collection. GOGC
// in the environment has its way; GOMEMLIMIT is kept beside.
func (c *console) tuneMemory() {
	if c.Env("GOGC") == "" {
		debug.SetGCPercent(most)
		afterCollection(most)
	}
}

// afterCollection adjusts the setting when the next collection has ended: the
// finalizer of an object that nobody holds is what Go tells it by.
func afterCollection(now int) {
	type sentinel struct{ _ *byte }
	runtime.SetFinalizer(new(sentinel), func(*sentinel) {
		want := garbagePercent(inUse())
		if 100*max(want-now, now-want) < notice*now {
			want = now
		} else {
			debug.SetGCPercent(want)
		}
		afterCollection(want)
	})
}

// garbagePercent is how much garbage may gather beside so many bytes in use.
func garbagePercent(inUse uint64) int {
	if inUse <= roomy*100/most {
		return most
	}
	return max(least, int(100*roomy/inUse))
}

// inUse are the bytes that the last collection left.
func inUse() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return live[0].Value.Uint64()
}
