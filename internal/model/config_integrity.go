package model

import (
	"gongkai/internal/finding"
	"gongkai/internal/source"

	"gopkg.in/yaml.v3"
)

// IndicatorSetting is one threshold of the integrity page as site.yaml writes
// it. Which indicators and thresholds there are is for the reader of it to say.
type IndicatorSetting struct {
	Indicator string
	Threshold string // "" where the indicator has none written under it
	Value     string
	Pos       finding.Pos // of the indicator's name, or of the threshold's
}

// indicators reads what site.yaml says under integrity: the thresholds of each
// indicator by their names.
func (r configReader) indicators(n *yaml.Node) []IndicatorSetting {
	var all []IndicatorSetting
	ok := source.Mapping(n, func(k, v *yaml.Node) {
		of := IndicatorSetting{Indicator: k.Value, Pos: source.NodePos(r.file, k)}
		before := len(all)
		if !source.Mapping(v, func(k, v *yaml.Node) {
			of.Threshold, of.Value, of.Pos = k.Value, r.text(v), source.NodePos(r.file, k)
			all = append(all, of)
		}) {
			r.bad(v, "", finding.Textf("%q 之下应是“阈值: 数”", "%q takes threshold: number", k.Value),
				finding.Textf("例如 concentration: {hhi: 1800}", "for example concentration: {hhi: 1800}"))
			return
		}
		if len(all) == before {
			all = append(all, of)
		}
	})
	if !ok {
		r.bad(n, "", finding.Textf("integrity 应是“指标: {阈值: 数}”", "integrity takes indicator: {threshold: number}"),
			finding.Textf("例如 concentration: {hhi: 1800}", "for example concentration: {hhi: 1800}"))
	}
	return all
}
