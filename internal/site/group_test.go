package site

import (
	"testing"

	"gongkai/internal/model"
	"gongkai/internal/oversight"

	"github.com/google/go-cmp/cmp"
)

func TestAnAgencySaysHowMuchOfWhatItOwesIsPublished(t *testing.T) {
	owes, owesNothing := &model.Agency{}, &model.Agency{}
	c := &context{lang: "en", up: "../", plan: &Plan{o: Options{Review: &oversight.Report{Disclosures: []oversight.Disclosure{
		{Agency: owes, Total: oversight.Score{Due: 4, Published: 3}}, {Agency: owesNothing},
	}}}}}
	want := []Amount{{Label: "Steps due that are published", Value: "75%", Note: "3 of 4", Href: "../integrity.html#disclosure"}}
	if diff := cmp.Diff(want, c.disclosed(owes)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, e := range []*model.Agency{owesNothing, {}} {
		if got := c.disclosed(e); got != nil {
			t.Errorf("nothing is due, and the page says %v", got)
		}
	}
	c.plan.o.Review = nil
	if got := c.disclosed(owes); got != nil {
		t.Errorf("nothing was worked out, and the page says %v", got)
	}
}
