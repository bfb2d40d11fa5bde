package cli

import (
	"gongkai/internal/build"
	"gongkai/internal/finding"
)

type checkCmd struct {
	Format string `enum:"text,json,sarif,github" default:"text" placeholder:"text|json|sarif|github" help:"Form of the findings." zh:"问题列表的格式。"`
	JSON   bool   `name:"json" help:"The same as --format json." zh:"等于 --format json。"`
}

// Run checks a site and prints all that was found. Programs get everything:
// --quiet is for people.
func (cmd *checkCmd) Run(c *console) error {
	c.tuneMemory()
	p := newProgress(c)
	s, err := build.Open(build.Options{Source: c.source, Epoch: c.Env("SOURCE_DATE_EPOCH"), Progress: p.update})
	p.end()
	if err != nil {
		return err
	}
	defer s.Close()
	if cmd.JSON {
		cmd.Format = "json"
	}
	switch cmd.Format {
	case "json":
		err = finding.WriteJSON(c.Out, s.Findings.All(), c.lang)
	case "sarif":
		err = finding.WriteSARIF(c.Out, s.Findings.All(), c.lang, version())
	case "github":
		err = finding.WriteGitHub(c.Out, s.Findings.All(), c.lang)
	default:
		err = c.findings(c.Out, s)
	}
	if err != nil {
		return err
	}
	return verdict(s)
}
