package model

import (
	"net/url"
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/value"

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"
)

// ConfigFile is where a publisher says what the site is.
const ConfigFile = "data/site.yaml"

// Config is site.yaml. No key is required.
type Config struct {
	Title         value.Text
	Publisher     Publisher
	Languages     []string // the first is the default
	BaseURL       string   // ends with a slash; "" where not given
	Currency      value.Currency
	Timezone      string
	Licence       string
	Repository    Repository
	Demonstration bool // every record that does not say otherwise is generated
	AsOf          value.Date
	Checks        []CheckSetting
	Integrity     []IndicatorSetting

	// Report is the address by which readers report errors, with {record}, {url}
	// and {place} in it; "" where not given.
	Report     string
	Without    map[Format]bool // formats that the publisher switched off
	OCIDPrefix string          // registered for the publisher's OCDS data; "" where not given

	// GrantPrefix is registered for the publisher's 360Giving data; "" where not
	// given.
	GrantPrefix string
}

// Languages are those that the site's interface speaks.
func Languages() []string { return []string{"zh", "en"} }

// Publisher is who answers for the site.
type Publisher struct {
	Name       value.Text
	CreditCode string
	Email      string
	Website    string
}

// Repository says where a file of the site can be seen: Path has {commit},
// {file} and {line} in it and follows URL. History, of the same form, shows how
// the file came to be; "" where that is not known.
type Repository struct{ URL, Path, History string }

// CheckSetting is what the publisher says of one check.
type CheckSetting struct {
	Check    string
	Severity finding.Severity // 0 where not set
	Limit    string           // a threshold as written, "" where not set
	Accept   []Accepted
	Pos      finding.Pos
}

// Accepted is a finding that the publisher knows and explains. It stays on the
// quality page, with the reason.
type Accepted struct {
	Record string // "projects:P001", or a file's name
	Reason value.Text
}

// configReader reads site.yaml and other hand-written YAML.
type configReader struct {
	file string
	list *finding.List
}

// readConfig reads site.yaml; a nil text gives the zero Config.
func readConfig(text []byte, l *finding.List) Config {
	r := configReader{ConfigFile, l}
	var c Config
	root, ok := source.ParseYAML(ConfigFile, text, l)
	if !ok || root == nil {
		return c
	}
	r.keys(root, map[string]func(*yaml.Node){
		"title":         func(n *yaml.Node) { c.Title = r.localised(n) },
		"publisher":     func(n *yaml.Node) { c.Publisher = r.publisher(n) },
		"languages":     func(n *yaml.Node) { c.Languages = r.languages(n) },
		"base_url":      func(n *yaml.Node) { c.BaseURL = r.baseURL(n) },
		"currency":      func(n *yaml.Node) { c.Currency = r.currency(n) },
		"timezone":      func(n *yaml.Node) { c.Timezone = r.timezone(n) },
		"licence":       func(n *yaml.Node) { c.Licence = r.licence(n) },
		"repository":    func(n *yaml.Node) { c.Repository = r.repository(n) },
		"demonstration": func(n *yaml.Node) { c.Demonstration = r.yes(n) },
		"as_of":         func(n *yaml.Node) { c.AsOf = r.date(n) },
		"checks":        func(n *yaml.Node) { c.Checks = r.checks(n) },
		"integrity":     func(n *yaml.Node) { c.Integrity = r.indicators(n) },
		"report":        func(n *yaml.Node) { c.Report = r.report(n) },
		"formats":       func(n *yaml.Node) { c.Without = r.formats(n) },
		"ocid_prefix":   func(n *yaml.Node) { c.OCIDPrefix = r.ocidPrefix(n) },
		"grant_prefix":  func(n *yaml.Node) { c.GrantPrefix = r.grantPrefix(n) },
	})
	return c
}

// keys hands each value of a map to its reader and reports every other key.
func (r configReader) keys(n *yaml.Node, readers map[string]func(*yaml.Node)) {
	known := make([]string, 0, len(readers))
	for k := range readers {
		known = append(known, k)
	}
	source.CheckKeys(r.file, n, sorted(known), r.list)
	ok := source.Mapping(n, func(k, v *yaml.Node) {
		if read := readers[k.Value]; read != nil {
			read(v)
		}
	})
	if !ok {
		r.bad(n, "", finding.Textf("这里应是“键: 值”的形式", "this takes keys and values"), finding.Text{})
	}
}

func (r configReader) checks(n *yaml.Node) []CheckSetting {
	var all []CheckSetting
	ok := source.Mapping(n, func(k, v *yaml.Node) {
		s := CheckSetting{Check: k.Value, Pos: source.NodePos(r.file, k)}
		if text, ok := source.Scalar(v); ok {
			s.Severity = r.severity(v, text)
		} else {
			r.keys(v, map[string]func(*yaml.Node){
				"severity": func(n *yaml.Node) { s.Severity = r.severity(n, r.text(n)) },
				"limit":    func(n *yaml.Node) { s.Limit = r.text(n) },
				"accept":   func(n *yaml.Node) { s.Accept = r.accepted(n) },
			})
		}
		all = append(all, s)
	})
	if !ok {
		r.bad(n, "", finding.Textf("checks 应是“检查: 严重程度”的形式", "checks takes check: severity"), finding.Text{})
	}
	return all
}

func (r configReader) accepted(n *yaml.Node) []Accepted {
	var all []Accepted
	if n.Kind != yaml.SequenceNode {
		r.bad(n, "", finding.Textf("accept 应是列表", "accept takes a list"), finding.Textf("例如 - {record: projects:P001, reason: …}", "for example - {record: projects:P001, reason: …}"))
		return nil
	}
	for _, item := range n.Content {
		var a Accepted
		r.keys(item, map[string]func(*yaml.Node){
			"record": func(n *yaml.Node) { a.Record = r.text(n) },
			"reason": func(n *yaml.Node) { a.Reason = r.localised(n) },
		})
		if a.Reason.IsZero() {
			r.bad(item, "", finding.Textf("接受一条提示要写明理由", "a finding is accepted with a reason"), finding.Textf("加上 reason:", "add reason:"))
			continue
		}
		all = append(all, a)
	}
	return all
}

func (r configReader) severity(n *yaml.Node, text string) finding.Severity {
	s, ok := finding.ParseSeverity(text)
	if !ok {
		r.bad(n, text, finding.Textf("%q 不是严重程度", "%q is no severity", text), finding.Textf("可写 error、warning、info", "it takes error, warning or info"))
	}
	return s
}

func (r configReader) languages(n *yaml.Node) []string {
	var langs []string
	for _, item := range r.items(n) {
		lang := r.text(item)
		if !isLanguage(lang) {
			r.bad(item, lang, finding.Textf("%q 不是语言标记", "%q is no language tag", lang), finding.Textf("例如 zh、en", "for example zh, en"))
			continue
		}
		if !slices.Contains(Languages(), lang) {
			r.bad(item, lang, finding.Textf("网站界面有 zh 和 en，没有 %q", "the site speaks zh and en, not %q", lang), finding.Textf("写 zh、en 或两者", "write zh, en or both"))
			continue
		}
		for _, have := range langs {
			if have == lang {
				r.bad(item, lang, finding.Textf("语言 %q 写了两次", "the language %q stands twice", lang), finding.Text{})
			}
		}
		langs = append(langs, lang)
	}
	return langs
}

// items are a list's entries, or the one entry that stands alone.
func (r configReader) items(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.SequenceNode {
		return n.Content
	}
	return []*yaml.Node{n}
}

func (r configReader) texts(n *yaml.Node) []string {
	var out []string
	for _, item := range r.items(n) {
		if s := r.text(item); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// text reads a text. Characters in it that cannot be seen are shown from here on.
func (r configReader) text(n *yaml.Node) string {
	s, ok := source.Scalar(n)
	if !ok {
		r.bad(n, "", finding.Textf("这里应是一个文字", "this takes one text"), finding.Text{})
	}
	return value.Visible(value.Clean(s))
}

// localised reads a text, or a map of language to text.
func (r configReader) localised(n *yaml.Node) value.Text {
	var t value.Text
	if s, ok := source.Scalar(n); ok {
		t.Set("", value.Visible(value.Clean(s)))
		return t
	}
	if !source.Mapping(n, func(k, v *yaml.Node) {
		if !isLanguage(k.Value) {
			r.bad(k, k.Value, finding.Textf("%q 不是语言标记", "%q is no language tag", k.Value), finding.Textf("例如 zh、en", "for example zh, en"))
			return
		}
		t.Set(k.Value, r.text(v))
	}) {
		r.bad(n, "", finding.Textf("这里应是文字，或“语言: 文字”", "this takes a text, or language: text"), finding.Text{})
	}
	return t
}

func (r configReader) yes(n *yaml.Node) bool {
	s := r.text(n)
	b, problem := value.ParseBool(s)
	if problem != nil {
		r.bad(n, s, finding.Text{ZH: problem.ZH, EN: problem.EN}, finding.Text{ZH: problem.HintZH, EN: problem.HintEN})
	}
	return b.Bool()
}

func (r configReader) date(n *yaml.Node) value.Date {
	s := r.text(n)
	d, problem := value.ParseDate(s, value.OrderUnknown)
	if problem != nil {
		r.bad(n, s, finding.Text{ZH: problem.ZH, EN: problem.EN}, finding.Text{ZH: problem.HintZH, EN: problem.HintEN})
	}
	return d
}

func (r configReader) currency(n *yaml.Node) value.Currency {
	s := r.text(n)
	c, ok := value.ParseCurrency(s)
	if !ok {
		r.bad(n, s, finding.Textf("%q 不是 ISO 4217 货币代码", "%q is not an ISO 4217 currency code", s), finding.Textf("例如 CNY", "for example CNY"))
	}
	return c
}

// address reads an http or https address.
func (r configReader) address(n *yaml.Node) string {
	s := r.text(n)
	u, err := url.Parse(s)
	if s != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil) {
		r.bad(n, s, finding.Textf("%q 不是网址", "%q is no web address", s), finding.Textf("写 https:// 开头的完整地址", "write a full address that begins with https://"))
		return ""
	}
	return s
}

// baseURL is an address that paths can be put behind.
func (r configReader) baseURL(n *yaml.Node) string {
	s := r.address(n)
	if strings.ContainsAny(s, "?#\"<> ") {
		r.bad(n, s, finding.Textf("base_url %q 后面接不上路径", "no path can follow the base_url %q", s), finding.Textf("只写到文件夹为止，如 https://example.org/open/", "write it up to the folder only, such as https://example.org/open/"))
		return ""
	}
	if s != "" && !strings.HasSuffix(s, "/") {
		s += "/"
	}
	return s
}

func (r configReader) bad(n *yaml.Node, text string, message, hint finding.Text) {
	r.list.Add(finding.Finding{Rule: badSettingRule, Pos: source.NodePos(r.file, n), Value: text, Message: message, Hint: hint})
}

// isLanguage reports whether a text is the tag of a language of two letters:
// zh, en, zh-Hant. Three letters would take about.old.md for a translation.
func isLanguage(s string) bool {
	base, _, _ := strings.Cut(s, "-")
	if len(base) != 2 || base != strings.ToLower(base) {
		return false
	}
	_, err := language.Parse(s)
	return err == nil
}
