package synth

import (
	"embed"
	"io"
	"io/fs"
	"strings"
)

// The notes and settings of a generated site, as files of their own so that
// they read as what they are.
//
//go:embed sample
var sample embed.FS

// writeSample makes data/site.yaml and content/.
func writeSample(create Create) error {
	return fs.WalkDir(sample, "sample", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return create(strings.TrimPrefix(path, "sample/"), func(w io.Writer) error {
			data, err := sample.ReadFile(path)
			if err != nil {
				return err
			}
			_, err = w.Write(data)
			return err
		})
	})
}
