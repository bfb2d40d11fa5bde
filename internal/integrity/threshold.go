package integrity

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

// CheckSettings reports the thresholds of site.yaml that are not known or
// cannot be used.
func CheckSettings(d *model.Dataset, l *finding.List) { readLimits(d, l) }

// readLimits gives the limits of every indicator by its name.
func readLimits(d *model.Dataset, l *finding.List) map[string][]Limit {
	limits := map[string][]Limit{}
	var names []string
	for _, n := range Indicators() {
		names = append(names, n.Name)
		all := make([]Limit, len(n.Thresholds))
		for i, t := range n.Thresholds {
			all[i] = Limit{Threshold: t, Value: t.Default}
		}
		limits[n.Name] = all
	}
	for _, s := range d.Config.Integrity {
		of, known := limits[s.Indicator]
		if !known {
			l.Add(unknownIndicator(s, names))
			continue
		}
		if s.Threshold != "" {
			set(of, s, l)
		}
	}
	return limits
}

// set takes one setting into an indicator's limits.
func set(of []Limit, s model.IndicatorSetting, l *finding.List) {
	for i := range of {
		if of[i].Name != s.Threshold {
			continue
		}
		n, ok := of[i].Read(s.Value)
		if !ok {
			l.Add(badThreshold(s, of[i].Threshold))
			return
		}
		of[i].Value, of[i].Set = n, true
		return
	}
	l.Add(unknownThreshold(s, of))
}
