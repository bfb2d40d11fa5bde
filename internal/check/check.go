package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// Check looks at a whole dataset after it was read and linked.
type Check struct {
	*finding.Rule
	NeedsAsOf bool   // it compares with "today" and does not run without
	Limit     *Limit // its threshold, nil where it has none
	// Run reports what it finds. It need not set a finding's rule.
	Run func(d *model.Dataset, s Settings, report func(finding.Finding))
}

// Limit is a check's threshold, which site.yaml may set.
type Limit struct {
	Default string       // as it would be written; "" is none: the check runs only where one is set
	Means   finding.Text // what the number counts
	Money   bool         // an amount; else a whole number
}

// Settings is what one check is told.
type Settings struct {
	AsOf   value.Date  // "today"; missing where nothing says
	Number int64       // the threshold, of a check whose limit is a number
	Amount value.Money // the threshold, of a check whose limit is an amount; may be missing
}
