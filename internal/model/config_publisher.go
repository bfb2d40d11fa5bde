package model

import (
	"net/mail"
	"strings"
	"time"
	_ "time/tzdata" // the same time zones on every machine

	"gongkai/internal/finding"
	"gongkai/internal/value"

	"gopkg.in/yaml.v3"
)

func (r configReader) publisher(n *yaml.Node) Publisher {
	var p Publisher
	r.keys(n, map[string]func(*yaml.Node){
		"name":        func(n *yaml.Node) { p.Name = r.localised(n) },
		"credit_code": func(n *yaml.Node) { p.CreditCode = r.creditCode(n) },
		"email":       func(n *yaml.Node) { p.Email = r.email(n) },
		"website":     func(n *yaml.Node) { p.Website = r.address(n) },
	})
	return p
}

// creditCode reads the publisher's own unified social credit code, which is an
// identifier in published standards: one that does not hold is refused.
func (r configReader) creditCode(n *yaml.Node) string {
	s := r.text(n)
	if problem := value.CreditCode(s); problem != nil {
		r.bad(n, s, finding.Text{ZH: problem.ZH, EN: problem.EN}, finding.Text{ZH: problem.HintZH, EN: problem.HintEN})
		return ""
	}
	return s
}

// email reads a mailbox without a name before it.
func (r configReader) email(n *yaml.Node) string {
	s := r.text(n)
	a, err := mail.ParseAddress(s)
	if s != "" && (err != nil || a.Address != s || strings.ContainsAny(s, `"<>()\ `)) {
		r.bad(n, s, finding.Textf("%q 不是电子邮箱", "%q is no e-mail address", s), finding.Textf("写 office@example.org 这样的地址", "write an address such as office@example.org"))
		return ""
	}
	return s
}

// timezone reads the name of a zone of the tz database.
func (r configReader) timezone(n *yaml.Node) string {
	s := r.text(n)
	if _, err := time.LoadLocation(s); err != nil || s == "Local" {
		r.bad(n, s, finding.Textf("%q 不是时区", "%q is no time zone", s), finding.Textf("写“洲/城市”，如 Asia/Shanghai", "write a continent and a city, such as Asia/Shanghai"))
		return ""
	}
	return s
}
