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
//
// Machines that publish often have 2 GB and no more. A process whose records and
// pages fit there collects more often, and gives memory back to the system, before
// it passes ample; one that needs more has a fifth beside what is in use.
const (
	roomy  = 160 << 20 // bytes
	most   = 400       // percent of what is in use
	least  = 40
	notice = 10         // percent by which the setting has to be off before it is changed
	ample  = 1600 << 20 // bytes of the whole process, but for what libraries take by themselves
	beside = 20         // percent of what is in use, above ample
)

// tuneMemory sets how much garbage may gather, anew after every collection. GOGC
// and GOMEMLIMIT in the environment have their way.
func (c *console) tuneMemory() {
	if c.Env("GOGC") != "" {
		return
	}
	debug.SetGCPercent(most)
	afterCollection(most, c.Env("GOMEMLIMIT") == "")
}

// afterCollection adjusts the setting when the next collection has ended: the
// finalizer of an object that nobody holds is what Go tells it by.
func afterCollection(now int, limited bool) {
	type sentinel struct{ _ *byte }
	runtime.SetFinalizer(new(sentinel), func(*sentinel) {
		live := inUse()
		want := garbagePercent(live)
		if 100*max(want-now, now-want) < notice*now {
			want = now
		} else {
			debug.SetGCPercent(want)
		}
		if limited {
			debug.SetMemoryLimit(memoryLimit(live))
		}
		afterCollection(want, limited)
	})
}

// garbagePercent is how much garbage may gather beside so many bytes in use.
func garbagePercent(inUse uint64) int {
	if inUse <= roomy*100/most {
		return most
	}
	return max(least, int(100*roomy/inUse))
}

// memoryLimit is what the process may take, as far as Go decides, beside so many
// bytes in use.
func memoryLimit(inUse uint64) int64 {
	return int64(max(ample, inUse/100*(100+beside)))
}

// inUse are the bytes that the last collection left.
func inUse() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return live[0].Value.Uint64()
}
