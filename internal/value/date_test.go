package value

import (
	"strings"
	"testing"
)

func TestParseDateReadsWhatPeopleWrite(t *testing.T) {
	for _, c := range []struct {
		in, want string
		o        DateOrder
	}{
		{"2010", "2010", 0},
		{"2010-03", "2010-03", 0},
		{"2010-3-1", "2010-03-01", 0},
		{"2010/3/1", "2010-03-01", 0},
		{"2010.3.1", "2010-03-01", 0},
		{"2010年3月1日", "2010-03-01", 0},
		{"2010年3月1号", "2010-03-01", 0},
		{"2010年3月", "2010-03", 0},
		{"2010年", "2010", 0},
		{"2010年度", "2010", 0},
		{"20100301", "2010-03-01", 0},
		{"２０１０－０３－０１", "2010-03-01", 0},
		{"二〇一〇年三月一日", "2010-03-01", 0},
		{"二○一〇年十一月二十三日", "2010-11-23", 0},
		{"二〇一〇年十月三十日", "2010-10-30", 0},
		{"2015-06-10T00:00:00+00:00", "2015-06-10T00:00:00Z", 0},
		{"2015-06-10T09:30:00Z", "2015-06-10T09:30:00Z", 0},
		{"2015-06-10T09:30:00.000", "2015-06-10T09:30:00", 0},
		{"2015-06-10T09:30:15+0800", "2015-06-10T09:30:15+08:00", 0},
		{"2015-06-10 09:30 -03:30", "2015-06-10T09:30-03:30", 0},
		{"2025-11-19 17:30", "2025-11-19T17:30", 0},
		{"2025年11月19日 17时30分", "2025-11-19T17:30", 0},
		{"7/31/2018 12:00:00 AM", "2018-07-31T00:00:00", 0},
		{"7/31/2018 1:05 PM", "2018-07-31T13:05", 0},
		{"22/07/2014", "2014-07-22", 0},
		{"7/31/2018", "2018-07-31", 0},
		{"05/06/2014", "2014-06-05", DayFirst},
		{"05/06/2014", "2014-05-06", MonthFirst},
		{"05/05/2014", "2014-05-05", 0},
		{"2012-02-29", "2012-02-29", 0},
		{"12 March 2019", "2019-03-12", 0},
		{"12th Mar. 2019", "2019-03-12", 0},
		{"12-MAR-2019", "2019-03-12", 0},
		{"March 1st, 2019", "2019-03-01", 0},
		{"Sept 2019", "2019-09", 0},
		{"5 Jan 2019 09:30", "2019-01-05T09:30", 0},
		{"令和3年4月1日", "2021-04-01", 0},
		{"令和元年5月1日", "2019-05-01", 0},
		{"令和三年四月", "2021-04", 0},
		{"平成31年度", "2019", 0},
		{"民國111年5月6日", "2022-05-06", 0},
		{"", "", 0},
		{" \u3000", "", 0},
	} {
		got, p := ParseDate(c.in, c.o)
		if p != nil || got.String() != c.want {
			t.Errorf("ParseDate(%q) = %q, %+v; want %q", c.in, got, p, c.want)
		}
	}
}

func TestParseDateReportsWhatIsNoDate(t *testing.T) {
	for _, c := range []struct {
		in, id, says string
		o            DateOrder
	}{
		{"05/06/2014", AmbiguousDate, "data/columns.yaml", 0},
		{"05-06-2014", AmbiguousDate, "(2014-05-06 or 2014-06-05)", 0},
		{"05/06/14", BadDate, "two digits", DayFirst},
		{"22/07/2014", BadDate, "no such day", MonthFirst},
		{"7/31/2018", BadDate, "no such day", DayFirst},
		{"2010-02-30", BadDate, "no such day", 0},
		{"2010-13-01", BadDate, "no such day", 0},
		{"2010-00-01", BadDate, "no such day", 0},
		{"2010-01-00", BadDate, "no such day", 0},
		{"2010年0月", BadDate, "no such day", 0},
		{"20100230", BadDate, "no such day", 0},
		{"2011-02-29", BadDate, "no such day", 0},
		{"1799", BadDate, "1800", 0},
		{"2200-01-01", BadDate, "2199", 0},
		{"41845", ExcelSerial, "2014-07-25", 0},
		{"41845.5", ExcelSerial, "2014-07-25", 0},
		{"12345", BadDate, "not a date", 0},
		{"2010-2012", BadDate, "", 0},
		{"2010-03-01/2010-04-01", BadDate, "", 0},
		{"2010-03 09:30", BadDate, "", 0},
		{"2010-03-01 25:00", BadDate, "", 0},
		{"2010-03-01T09:30+99:00", BadDate, "", 0},
		{"2010-03-01 13:00 PM", BadDate, "", 0},
		{"2010/3-1", BadDate, "", 0},
		{"March", BadDate, "", 0},
		{"12-Mar-19", BadDate, "two digits", 0},
		{"Mar-19", BadDate, "not a date", 0},
		{"31 June 2019", BadDate, "no such day", 0},
		{"0 June 2019", BadDate, "no such day", 0},
		{"12 Ma 2019", BadDate, "not a date", 0},
		{"平成32年1月1日", BadDate, "not a date", 0},
		{"令和0年1月1日", BadDate, "not a date", 0},
		{"待定", BadDate, "missing:", 0},
		{"待定", BadDate, "", 0},
		{"-2010", BadDate, "", 0},
		{"201", BadDate, "", 0},
		{"99999999999999999999", BadDate, "", 0},
		{"十十年", BadDate, "", 0},
		{"#####", SpreadsheetError, "widen", 0},
	} {
		got, p := ParseDate(c.in, c.o)
		if p == nil || p.ID != c.id || !strings.Contains(p.EN+" "+p.HintEN, c.says) || p.ZH == "" || p.HintZH == "" {
			t.Errorf("ParseDate(%q) = %q, %+v; want %s saying %q", c.in, got, p, c.id, c.says)
		}
		if p != nil && strings.Contains(p.ZH+p.EN, "%!") {
			t.Errorf("ParseDate(%q): message %q %q", c.in, p.ZH, p.EN)
		}
	}
}

func TestSlashOrderSettlesByAValueThatCanOnlyBeOne(t *testing.T) {
	for _, c := range []struct {
		in    string
		order DateOrder
		slash bool
	}{
		{"22/07/2014", DayFirst, true}, {"7/31/2018", MonthFirst, true}, {"05/06/2014", OrderUnknown, true},
		{"22.07.2014", DayFirst, true}, {"7/31/2018 12:00", MonthFirst, true}, {"45/45/2014", OrderUnknown, true},
		{"2014/07/22", OrderUnknown, false}, {"", OrderUnknown, false}, {"text", OrderUnknown, false},
	} {
		if order, slash := SlashOrder(c.in); order != c.order || slash != c.slash {
			t.Errorf("SlashOrder(%q) = %v, %v", c.in, order, slash)
		}
	}
	if o, ok := ParseDateOrder("m/d/y"); o != MonthFirst || !ok {
		t.Error(o, ok)
	}
	if o, ok := ParseDateOrder("D/M/Y"); o != DayFirst || !ok {
		t.Error(o, ok)
	}
	if _, ok := ParseDateOrder("Y/M/D"); ok {
		t.Error("Y/M/D taken")
	}
}

func TestDatesAreWrittenForPages(t *testing.T) {
	for _, c := range []struct{ in, zh, en string }{
		{"2010", "2010年", "2010"},
		{"2010-03", "2010年3月", "March 2010"},
		{"2010-03-01", "2010年3月1日", "1 March 2010"},
		{"2025-11-19T17:30", "2025年11月19日 17:30", "19 November 2025, 17:30"},
		{"2015-06-10T09:30:00Z", "2015年6月10日 09:30:00 UTC", "10 June 2015, 09:30:00 UTC"},
		{"2015-06-10T09:30+08:00", "2015年6月10日 09:30 UTC+08:00", "10 June 2015, 09:30 UTC+08:00"},
		{"", "", ""},
	} {
		d := date(t, c.in)
		if zh, en := d.Format("zh"), d.Format("en"); zh != c.zh || en != c.en {
			t.Errorf("%s: %q, %q", c.in, zh, en)
		}
	}
}

func TestBeforeIsTrueOnlyWhereCertain(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2010", "2011", true}, {"2010", "2010-03-01", false}, {"2010-03", "2010-03-02", false},
		{"2010-03", "2010-04-01", true}, {"2010-03-01", "2010-03-02", true}, {"2010-03-02", "2010-03-01", false},
		{"2010-03-01", "2010-03-01T09:00", false}, {"2010-03-01T09:00", "2010-03-01T10:00", true},
		{"2010-03-01T23:00-05:00", "2010-03-02T02:00Z", false}, {"2010-03-02T02:00Z", "2010-03-01T23:00-05:00", true},
		{"", "2010", false}, {"2010", "", false},
	} {
		if got := date(t, c.a).Before(date(t, c.b)); got != c.want {
			t.Errorf("%q before %q: %v", c.a, c.b, got)
		}
	}
}

func TestCompareOrdersAnyDates(t *testing.T) {
	order := []string{"", "2010", "2010-01", "2010-01-01", "2010-01-01T09:00", "2010-01-01T09:00Z", "2010-01-02", "2010-02", "2011"}
	for i, a := range order {
		for j, b := range order {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := date(t, a).Compare(date(t, b)); got != want {
				t.Errorf("Compare(%q, %q) = %d", a, b, got)
			}
		}
	}
}

func TestPartsOfADate(t *testing.T) {
	for _, c := range []struct {
		in, first, last, later string
		precision              Precision
	}{
		{"2012", "2012-01-01", "2012-12-31", "2017", Year},
		{"2012-02", "2012-02-01", "2012-02-29", "2017-02", Month},
		{"2012-02-29", "2012-02-29", "2012-02-29", "2017-02-28", Day},
		{"2012-02-03T09:00", "2012-02-03", "2012-02-03", "2017-02-03", Time},
		{"", "", "", "", None},
		{"2198", "2198-01-01", "2198-12-31", "", Year},
	} {
		d := date(t, c.in)
		if d.First().String() != c.first || d.Last().String() != c.last || d.AddYears(5).String() != c.later || d.Precision() != c.precision {
			t.Errorf("%q: %v %v %v %v", c.in, d.First(), d.Last(), d.AddYears(5), d.Precision())
		}
	}
	if d := NewDate(2010, 3, 1); d.Year() != 2010 || d.Month() != 3 || d.Day() != 1 {
		t.Error(d)
	}
	for _, d := range []Date{NewDate(2010, 0, 1), NewDate(2010, 2, 30), NewDate(2010, 13, 1), NewDate(2010, -1, 0), NewDate(0, 1, 1)} {
		if !d.IsZero() {
			t.Error(d)
		}
	}
}

// date reads a date that has to be right.
func date(t *testing.T, s string) Date {
	t.Helper()
	d, p := ParseDate(s, OrderUnknown)
	if p != nil {
		t.Fatal(p)
	}
	return d
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2010-03-01", "2015-06-10T00:00:00+00:00", "二〇一〇年三月十一日", "7/31/2018 1:05 PM", "20100301", "41845", "2010年3月"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range []DateOrder{OrderUnknown, MonthFirst, DayFirst} {
			d, p := ParseDate(s, o)
			if p != nil && !d.IsZero() {
				t.Fatalf("%q: %v beside the error %v", s, d, p)
			}
			if again, p := ParseDate(d.String(), OrderUnknown); again != d || p != nil {
				t.Fatalf("%q was read as %v and again as %v, %v", s, d, again, p)
			}
			if d.First().Compare(d.Last()) > 0 || d.Before(d) {
				t.Fatalf("%q: order of %v", s, d)
			}
		}
	})
}

func BenchmarkParseDate(b *testing.B) {
	for _, s := range []string{"2010-03-01", "2010年3月1日", "2015-06-10T00:00:00+00:00", "7/31/2018"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if d, _ := ParseDate(s, OrderUnknown); d.IsZero() {
					b.Fatal("missing")
				}
			}
		})
	}
}
