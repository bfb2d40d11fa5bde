package finding

import (
	"cmp"
	"io"
	"net/url"
	"slices"
)

// The parts of a SARIF 2.1.0 log that findings need, named as the format does.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string      `json:"id"`
		Short   sarifText   `json:"shortDescription"`
		Full    sarifText   `json:"fullDescription"`
		Help    sarifText   `json:"help"`
		Default sarifConfig `json:"defaultConfiguration"`
	}
	sarifConfig struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
)

// WriteSARIF writes findings as a SARIF 2.1.0 log, with the documentation of
// the rules that they are about. version is the program's.
func WriteSARIF(w io.Writer, list []Finding, lang, version string) error {
	rules := rulesOf(list)
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "gongkai", Version: version, Rules: []sarifRule{}}
	for _, r := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: r.ID, Short: sarifText{r.Title.In(lang)}, Full: sarifText{r.Why.In(lang)},
			Help: sarifText{r.Fix.In(lang)}, Default: sarifConfig{level(r.Severity)},
		})
	}
	for _, f := range list {
		index, _ := slices.BinarySearchFunc(rules, f.Rule.ID, func(r *Rule, id string) int { return cmp.Compare(r.ID, id) })
		run.Results = append(run.Results, result(f, index, lang))
	}
	log := sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}}
	text, err := encode(log, "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

// rulesOf lists the rules of findings, each once, sorted by id.
func rulesOf(list []Finding) []*Rule {
	var rules []*Rule
	for _, f := range list {
		rules = append(rules, f.Rule)
	}
	slices.SortFunc(rules, func(a, b *Rule) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(rules, func(a, b *Rule) bool { return a.ID == b.ID })
}

func result(f Finding, index int, lang string) sarifResult {
	message := f.Message.In(lang)
	if !f.Hint.IsZero() {
		message += "\n" + f.Hint.In(lang)
	}
	r := sarifResult{RuleID: f.Rule.ID, RuleIndex: index, Level: level(f.Severity), Message: sarifText{message}}
	if f.Pos.File != "" {
		r.Locations = []sarifLocation{location(f.Pos)}
	}
	for _, related := range f.Related {
		l := location(related.Pos)
		l.Message = &sarifText{related.Message.In(lang)}
		r.Related = append(r.Related, l)
	}
	return r
}

// location is a place; a path is written as the relative URL that SARIF asks
// for.
func location(p Pos) sarifLocation {
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{(&url.URL{Path: p.File}).String()}}}
	if p.Line > 0 {
		l.Physical.Region = &sarifRegion{p.Line, p.Col}
	}
	return l
}

// level is the severity in SARIF's words.
func level(s Severity) string {
	switch s {
	case Info:
		return "note"
	case Warning:
		return "warning"
	}
	return "error"
}
