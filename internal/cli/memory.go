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

// minLimit is what a site of large tables may take at least, in bytes.
const minLimit = 512 << 20

// tuneMemory sets how much garbage may gather before it is collected. A build of
// the demonstration (3 MiB of tables) saves a sixth of its time for 100 MiB when
// that is more. Of 100,000 projects (170 MB) the records and the plan take 1 GB,
// which is six times their tables: with eight times as the limit it stays within
// 1.5 GB, and a site of any size has room to work in.
// GOGC in the environment has its way.
func (c *console) tuneMemory() {
	if c.Env("GOGC") != "" {
		return
	}
	size := tablesSize(filepath.Join(c.source, "data"))
	if size < largeTables {
		debug.SetGCPercent(400)
		return
	}
	debug.SetGCPercent(50)
	debug.SetMemoryLimit(max(8*size, minLimit))
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
