package value

import "testing"

func TestMeanIsRoundedOnce(t *testing.T) {
	for _, c := range []struct {
		numbers []string
		want    string
		n       int
	}{
		{nil, "", 0},
		{[]string{""}, "", 0},
		{[]string{"92.5"}, "92.5", 1},
		{[]string{"90", "91"}, "90.5", 2},
		{[]string{"80", "80", "81"}, "80.3", 3},
		{[]string{"99.949"}, "100", 1}, // 99.95 to the hundredth
		{[]string{"-1.25"}, "-1.3", 1},
		{[]string{"90", "999999999"}, "90", 1},
	} {
		var m Mean
		for _, s := range c.numbers {
			d, p := ParseDecimal(s)
			if p != nil {
				t.Fatal(p)
			}
			m.Add(d)
		}
		if got := m.Decimal().String(); got != c.want || m.N != c.n {
			t.Errorf("the mean of %q is %q of %d, want %q of %d", c.numbers, got, m.N, c.want, c.n)
		}
	}
}
