package cli

import (
	"embed"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/synth"
)

// starter is the small site that init makes.
//
//go:embed starter
var starter embed.FS

// sampleProjects is enough for every list, facet and state to have something.
const sampleProjects = 60

type initCmd struct {
	Dir    string `arg:"" optional:"" help:"The folder; that of -s by default." zh:"文件夹；默认为 -s 指明的。"`
	Sample bool   `help:"Fill it with 60 generated projects." zh:"放入 60 个生成的演示项目。"`
}

// Run makes a site that builds as it is.
func (cmd *initCmd) Run(c *console) error {
	dir := cmd.Dir
	if dir == "" {
		dir = c.source
	}
	if err := needEmpty(dir); err != nil {
		return err
	}
	rows := filepath.Join(dir, "data", "projects.csv")
	if cmd.Sample {
		rows = filepath.Join(dir, "data")
		if err := synth.WriteDir(dir, synth.Options{Projects: sampleProjects}); err != nil {
			return err
		}
	} else if err := writeStarter(dir); err != nil {
		return err
	}
	c.say("在 %[1]s 建好了网站。打开 %[2]s，用自己的行换掉示例行。", "made a site in %[1]s. Open %[2]s and put your own rows in place of the examples.",
		dir, rows)
	c.say("预览：gongkai serve -s %[1]s    生成：gongkai build -s %[1]s", "preview: gongkai serve -s %[1]s    build: gongkai build -s %[1]s", dir)
	return nil
}

// needEmpty refuses a folder that has files in it, so that nothing of anybody's
// is mixed up or replaced. Dotfiles such as .git may be there.
func needEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			return &failure{
				what: finding.Textf("文件夹 %q 不是空的：里面有 %q", "the folder %q is not empty: it holds %q", dir, e.Name()),
				hint: finding.Textf("换一个新文件夹，例如 gongkai init my-site", "name a new folder, such as gongkai init my-site"),
			}
		}
	}
	return nil
}

// writeStarter copies the starter site below dir.
func writeStarter(dir string) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	create := synth.Into(root)
	return fs.WalkDir(starter, "starter", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := starter.ReadFile(name)
		if err != nil {
			return err
		}
		return create(strings.TrimPrefix(name, "starter/"), func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
	})
}
