package model

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"gongkai/internal/finding"

	"gopkg.in/yaml.v3"
)

func (r configReader) repository(n *yaml.Node) Repository {
	repo := Repository{Path: "blob/{commit}/{file}#L{line}"}
	history := ""
	r.keys(n, map[string]func(*yaml.Node){
		"url":     func(n *yaml.Node) { repo.URL = strings.TrimSuffix(r.address(n), "/") },
		"path":    func(n *yaml.Node) { repo.Path = r.text(n) },
		"history": func(n *yaml.Node) { history = r.text(n) },
	})
	if repo.History = history; history == "" {
		repo.History = historyBeside(repo.Path)
	}
	return repo
}

// historyBeside is where hosts that show files under a path show their history:
// GitHub, GitLab, and Gitea with Forgejo; "" for a path of another form.
func historyBeside(path string) string {
	for show, history := range map[string]string{
		"blob/": "commits/{commit}/{file}", "-/blob/": "-/commits/{commit}/{file}", "src/commit/": "commits/commit/{commit}/{file}",
	} {
		if strings.HasPrefix(path, show) {
			return history
		}
	}
	return ""
}

// reportMarks are what a report address may have put in, percent-encoded.
var reportMarks = []string{"{record}", "{url}", "{place}"}

var markForm = regexp.MustCompile(`\{[^{}]*\}`)

// report reads the address by which readers report errors: http, https or
// mailto, whose marks stand behind the host or the mailbox, so that no record
// can lead a reader elsewhere.
func (r configReader) report(n *yaml.Node) string {
	s := r.text(n)
	if s == "" {
		return ""
	}
	for _, mark := range markForm.FindAllString(s, -1) {
		if !slices.Contains(reportMarks, mark) {
			r.bad(n, mark, finding.Textf("report 中的 %q 没有含义", "report takes no %q", mark), finding.Textf("可写 {record}、{url}、{place}", "it takes {record}, {url} and {place}"))
			return ""
		}
	}
	fixed := s
	if i := strings.IndexByte(s, '{'); i >= 0 {
		fixed = s[:i]
	}
	u, err := url.Parse(fixed)
	switch {
	case err != nil || strings.ContainsAny(markForm.ReplaceAllString(s, ""), "{}\"<> \\"):
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && (fixed == s || strings.ContainsAny(fixed[len(u.Scheme)+3:], "/?#")):
		return s
	case u.Scheme == "mailto" && strings.Contains(u.Opaque, "@") && (fixed == s || u.RawQuery != "" || u.ForceQuery):
		return s
	}
	r.bad(n, s, finding.Textf("%q 不是可以报告错误的地址", "%q is no address by which an error can be reported", s),
		finding.Textf("写 https:// 或 mailto: 开头的地址，{record} 等只放在主机名或邮箱之后，如 https://example.org/issues/new?title={record}",
			"write an address that begins with https:// or mailto:, with {record} and the like behind the host or the mailbox only, such as https://example.org/issues/new?title={record}"))
	return ""
}
