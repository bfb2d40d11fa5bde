package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// largeTables is the size of data/ from which memory is dearer than time.
const largeTables = 16 << 20

// tuneMemory sets how much garbage may gather before it is collected. A build of
// the demonstration (3 MiB of tables) saves a sixth of its time for 100 MiB when
// that is more; of 100,000 projects (170 MiB), whose records alone take most of a
// gigabyte, it stays within 1.5 GiB when that is little.
// GOGC in the environment has its way.
func (c *console) tuneMemory() {
	if c.Env("GOGC") != "" {
		return
	}
	if tablesSize(filepath.Join(c.source, "data")) < largeTables {
		debug.SetGCPercent(400)
	} else {
		debug.SetGCPercent(25)
	}
}

// tablesSize estimates the bytes of tables in a folder; what cannot be looked at
// counts nothing here, and is told when it is read.
func tablesSize(dir string) (size int64) {
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil
		}
		var info os.FileInfo
		if info, err = d.Info(); err != nil {
			return nil
		}
		if strings.HasSuffix(d.Name(), ".gz") {
			size += 9 * info.Size() // packed tables are about a tenth
		}
		size += info.Size()
		return nil
	})
	return size
}
