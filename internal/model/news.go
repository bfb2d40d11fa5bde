package model

import "gongkai/internal/value"

// HasNews reports whether something of the project is dated by the day, so that
// a feed can tell it: its award, a payment or an evaluation.
func (p *Project) HasNews() bool {
	if p.Awarded() && IsDay(p.Decided) {
		return true
	}
	for m := range p.Payments.All() {
		if IsDay(m.Date) {
			return true
		}
	}
	for e := range p.Evaluations.All() {
		if IsDay(e.Date) {
			return true
		}
	}
	return false
}

// AnyNews reports whether one of the projects has news.
func AnyNews(projects []*Project) bool {
	for _, p := range projects {
		if p.HasNews() {
			return true
		}
	}
	return false
}

// IsDay reports whether a date is known to the day.
func IsDay(d value.Date) bool { return d.Precision() >= value.Day }

// HasFeeds reports whether the site has feeds: they name what they tell by its
// address, which the site has to know.
func (c *Config) HasFeeds() bool { return c.BaseURL != "" && c.Offers(FormatFeeds) }
