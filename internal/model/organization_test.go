package model

import (
	"testing"

	"gongkai/internal/value"
)

func TestAGradeHoldsForFiveYears(t *testing.T) {
	for name, c := range map[string]struct {
		graded, day string
		want        OrganizationGrade
	}{
		"before it was given":      {"2006-02-12", "2006-02-11", 0},
		"on its day":               {"2006-02-12", "2006-02-12", Grade3A},
		"on its last day":          {"2006-02-12", "2011-02-11", Grade3A},
		"five years on":            {"2006-02-12", "2011-02-12", 0},
		"given in a leap year":     {"2008-02-29", "2013-02-27", Grade3A},
		"known by its year":        {"2006", "2011-06-01", Grade3A},
		"a year after that":        {"2006", "2012-01-01", 0},
		"whose date is not said":   {"", "2030-01-01", Grade3A},
		"asked for without a day":  {"2006-02-12", "", Grade3A},
		"asked for within a month": {"2006-02-12", "2010-03", Grade3A},
	} {
		t.Run(name, func(t *testing.T) {
			o := &Organization{Grade: Grade3A, Graded: date(t, c.graded)}
			if got := o.GradeAt(date(t, c.day)); got != c.want {
				t.Errorf("grade %q, want %q", got, c.want)
			}
		})
	}
}

func date(t *testing.T, s string) value.Date {
	t.Helper()
	if s == "" {
		return value.Date{}
	}
	d, problem := value.ParseDate(s, value.OrderUnknown)
	if problem != nil {
		t.Fatal(problem.EN)
	}
	return d
}
