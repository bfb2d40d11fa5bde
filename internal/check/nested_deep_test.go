package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongkai/internal/finding"
)

// TestAWideCircleIsWalkedOnce has a circle of so many records that walking it
// anew from each of them would not end, and records that lead into it.
func TestAWideCircleIsWalkedOnce(t *testing.T) {
	const round = 50_000
	var b strings.Builder
	b.WriteString("id,name,parent\n")
	for i := range round {
		fmt.Fprintf(&b, "A%d,Area,A%d\n", i, (i+1)%round)
	}
	b.WriteString("B1,Area,A7\nB2,Area,B1\n")
	var got []string
	for _, f := range findIn(t, map[string]string{"data/areas.csv": b.String()}) {
		if f.Severity == finding.Error {
			got = append(got, f.Rule.ID)
		}
	}
	if !slices.Equal(got, []string{"reference-cycle"}) {
		t.Errorf("errors %v, want one about the circle", got)
	}
}
