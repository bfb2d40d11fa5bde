package cli

import (
	"io"
	"slices"

	"gongkai/internal/build"
	"gongkai/internal/finding"
)

// maxFindings of one check in one file are printed for a person; the rest is
// counted. Programs get all.
const maxFindings = 10

// findings prints what was found in a site's files, for a person.
func (c *console) findings(w io.Writer, s *build.Site) error {
	list := s.Findings.All()
	if c.quiet {
		list = slices.DeleteFunc(slices.Clone(list), func(f finding.Finding) bool { return f.Severity != finding.Error })
		if len(list) == 0 {
			return nil
		}
	}
	return finding.WriteText(w, list, finding.TextOptions{
		Lang: c.lang, Color: c.color(w), Line: s.Lines(), Max: maxFindings,
	})
}

// verdict is the result of a command by its findings.
func verdict(s *build.Site) error {
	if s.Findings.HasErrors() {
		return errFindings
	}
	return nil
}
