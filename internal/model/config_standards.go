package model

import (
	"regexp"
	"strings"

	"gongkai/internal/finding"

	"gopkg.in/yaml.v3"
)

// SampleOCIDPrefix is the one of the standard's own examples, which no publisher
// has: https://standard.open-contracting.org/1.1/en/schema/identifiers/#ocid
const SampleOCIDPrefix = "ocds-213czf"

// ocidPrefix reads the prefix that the Open Contracting Partnership registered
// for the publisher: "ocds-" and six letters or digits.
func (r configReader) ocidPrefix(n *yaml.Node) string {
	s := r.text(n)
	if !ocidPrefix.MatchString(s) {
		r.bad(n, s, finding.Textf("%q 不是 OCDS 编号前缀", "%q is no ocid prefix", s),
			finding.Textf("写登记得到的前缀，如 %s", "write the one that was registered, such as %s", SampleOCIDPrefix))
		return ""
	}
	return s
}

var ocidPrefix = regexp.MustCompile(`^ocds-[a-z0-9]{6}$`)

// IsOCID reports an identifier that begins with a prefix of OCDS, so that it is
// one among all contracting processes.
func IsOCID(id string) bool { return len(id) > 12 && id[11] == '-' && ocidPrefix.MatchString(id[:11]) }

// IsGrantID reports an identifier that begins with a prefix of 360Giving.
func IsGrantID(id string) bool {
	name, rest, ok := strings.Cut(strings.TrimPrefix(id, "360G-"), "-")
	return ok && rest != "" && grantPrefix.MatchString("360G-"+name) && strings.HasPrefix(id, "360G-")
}

// grantPrefix reads the prefix that 360Giving registered for the publisher, which
// begins every identifier of a grant.
// https://standard.threesixtygiving.org/en/latest/technical/identifiers/#grant-identifier
func (r configReader) grantPrefix(n *yaml.Node) string {
	s := r.text(n)
	if !grantPrefix.MatchString(s) {
		r.bad(n, s, finding.Textf("%q 不是 360Giving 编号前缀", "%q is no 360Giving prefix", s),
			finding.Textf("写登记得到的前缀，如 360G-example", "write the one that was registered, such as 360G-example"))
		return ""
	}
	return s
}

var grantPrefix = regexp.MustCompile(`^360G-[A-Za-z0-9_]+$`)

// standards tells what the files of open standards lack that only the publisher
// can get or say. A site that does not know its address has none of these files.
func (d *Dataset) standards(l *finding.List) {
	c := &d.Config
	if c.BaseURL == "" {
		return
	}
	at := finding.Pos{File: ConfigFile}
	if c.Offers(FormatOCDS) && d.Projects.Len() > 0 && (c.OCIDPrefix == "" || c.OCIDPrefix == SampleOCIDPrefix) {
		l.Add(finding.Finding{
			Rule: sampleOCIDRule, Pos: at, Field: "ocid_prefix", Value: c.OCIDPrefix,
			Message: finding.Textf("OCDS 文件用的是示例前缀 %q", "the OCDS files use the sample prefix %q", SampleOCIDPrefix),
			Hint:    sampleOCIDRule.Hint(),
		})
	}
	if c.Offers(FormatDCAT) && c.Publisher.Email == "" {
		l.Add(finding.Finding{
			Rule: noContactRule, Pos: at, Field: "publisher",
			Message: say("没有 publisher.email，所以没有 data.json（DCAT-US 1.1）", "there is no publisher.email, so there is no data.json (DCAT-US 1.1)"),
			Hint:    noContactRule.Hint(),
		})
	}
}
