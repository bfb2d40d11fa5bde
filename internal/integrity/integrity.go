package integrity

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/oversight"
)

// Indicators lists the indicators in the order of the page.
func Indicators() []oversight.Indicator {
	var list []oversight.Indicator
	for _, n := range all() {
		list = append(list, n.Indicator)
	}
	return list
}

// all lists the indicators with their work.
func all() []indicator {
	return []indicator{
		// What is published.
		disclosure,
		// Whether the money adds up.
		declaredTotals, awardsBudgets, paymentsContracts, figuresDisagree,
		// Who is bought from, and how.
		concentration, repeatAwards, underThreshold, singleBidder,
		// What payment rests on.
		yearEndPayments, selfEvaluation,
	}
}

// New applies every indicator to a dataset, with the thresholds of its
// site.yaml; those that cannot be used are as if they were not set, and
// CheckSettings reports them.
func New(d *model.Dataset) *oversight.Report {
	r := &oversight.Report{Awards: awardsOf(d)}
	r.Disclosures, r.Overall = disclose(d)
	limits := readLimits(d, &finding.List{})
	for _, n := range all() {
		r.Results = append(r.Results, n.report(&input{Report: r, data: d, limits: limits[n.Name]}))
	}
	return r
}
