package cli

import (
	"gongkai/internal/finding"
	"gongkai/internal/synth"
)

type synthCmd struct {
	Dir      string `arg:"" help:"An empty folder, or a new one." zh:"空文件夹，或新文件夹。"`
	Projects int    `required:"" placeholder:"N" help:"How many projects." zh:"项目个数。"`
	Seed     uint64 `default:"1" placeholder:"N" help:"Another number gives other data." zh:"换一个数，得到另一套数据。"`
}

// Run writes a generated site.
func (cmd *synthCmd) Run(c *console) error {
	if cmd.Projects < 1 {
		return &failure{
			what: finding.Textf("项目个数是 %d，至少要 1 个", "the number of projects is %d, and at least 1 is needed", cmd.Projects),
			hint: finding.Textf("例如 --projects 1000", "such as --projects 1000"),
		}
	}
	if err := needEmpty(cmd.Dir); err != nil {
		return err
	}
	if err := synth.WriteDir(cmd.Dir, synth.Options{Projects: cmd.Projects, Seed: cmd.Seed}); err != nil {
		return err
	}
	c.say("在 %[2]s 生成了 %[1]d 个演示项目", "wrote %[1]d generated projects to %[2]s", cmd.Projects, cmd.Dir)
	return nil
}
