package value

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unsafe"
)

func TestTextFallsBackInAFixedOrder(t *testing.T) {
	var text Text
	if s, got := text.In("zh"); s != "" || got != "" || !text.IsZero() {
		t.Error(s, got)
	}
	text.Set("en", "care")
	if s, got := text.In("zh"); s != "care" || got != "en" {
		t.Error(s, got)
	}
	text.Set("", "照料")
	if s, got := text.In("zh"); s != "照料" || got != "" {
		t.Error(s, got)
	}
	copied := text
	text.Set("zh", "照护")
	if s, got := text.In("zh"); s != "照护" || got != "zh" {
		t.Error(s, got)
	}
	if copied.Exact("zh") != "" || text.Exact("en") != "care" || text.Exact("") != "照料" || text.Plain() != "照料" {
		t.Error("Set changed a copy, or Exact fell back")
	}
	if got := text.Langs(); !slices.Equal(got, []string{"en", "zh"}) {
		t.Error(got)
	}
	text.Set("en", "")
	text.Set("zh", "")
	text.Set("", "")
	if !text.IsZero() {
		t.Error("not zero after all texts were removed")
	}
}

func TestTextHoldsWhatIsNoUTF8(t *testing.T) {
	long := strings.Repeat("长", 1000)
	for _, s := range []string{"\xff", "\xff\x00\x01a", "\xfe\xff", long, "a\xffb"} {
		text := NewText(s)
		if text.Plain() != s || len(text.Langs()) != 0 {
			t.Errorf("%q became %q", s, text.Plain())
		}
		text.Set("en", s+s)
		text.Set(s, "tagged")
		if text.Plain() != s || text.Exact("en") != s+s || text.Exact(s) != "tagged" {
			t.Errorf("%q became %q and %q", s, text.Plain(), text.Exact("en"))
		}
	}
}

func TestEveryCountIsHeldAsItIs(t *testing.T) {
	for _, n := range []int64{0, 1, -1, math.MaxInt64, math.MinInt64 + 1} {
		if c := NewCount(n); c.Int() != n || c.IsZero() || c.String() != strconv.FormatInt(n, 10) {
			t.Errorf("%d is held as %v", n, c)
		}
	}
	if missing := (Count{}); !missing.IsZero() || missing.Int() != 0 || missing.String() != "" {
		t.Error("a missing count is not zero")
	}
}

func TestValuesStaySmall(t *testing.T) {
	for name, size := range map[string]uintptr{
		"Text": unsafe.Sizeof(Text{}) - 16, "Money": unsafe.Sizeof(Money{}) - 16, "Date": unsafe.Sizeof(Date{}) - 8,
		"Count": unsafe.Sizeof(Count{}) - 8,
	} {
		if size != 0 {
			t.Errorf("%s is off by %d bytes", name, int(size))
		}
	}
}

func TestFoldMakesSpellingsOfANameEqual(t *testing.T) {
	for _, c := range [][2]string{
		{"ACME  Care\tLtd ", "acme care ltd"}, {"ＡＣＭＥ　社区", "acme 社区"}, {"Straße", "STRASSE"},
		{"Cafe\u0301", "CAFÉ"}, {"(社)", "（社）"}, {" a", "A"}, {"a\u00a0b", "a b"},
	} {
		if Fold(c[0]) != Fold(c[1]) {
			t.Errorf("%q folds to %q, %q to %q", c[0], Fold(c[0]), c[1], Fold(c[1]))
		}
	}
	if Fold("北京") == Fold("上海") {
		t.Error("different names folded together")
	}
}

func TestCleanKeepsTextTidily(t *testing.T) {
	for in, want := range map[string]string{
		"\u3000a\r\nb\rc \t": "a\nb\nc", "Cafe\u0301": "Café", "": "", " \n": "", "社区　照护": "社区　照护",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q", in, got)
		}
	}
}

func TestInvisibleCharactersAreFoundAndShown(t *testing.T) {
	for _, c := range []struct {
		in, shown string
		at        int
	}{
		{"a\x00b", "a␀b", 1}, {"a\x1b[31m", "a␛[31m", 1}, {"\x7f", "␡", 0}, {"社\u202egnp", "社[U+202E]gnp", 3},
		{"a\u200bb", "a[U+200B]b", 1}, {"\ufeffa", "[U+FEFF]a", 0}, {"a\rb", "a␍b", 1}, {"a\u0085", "a[U+0085]", 1},
		{"👩\u200d", "👩[U+200D]", 4}, {"👩\u200dx", "👩[U+200D]x", 4}, {"a\u200d🙂", "a[U+200D]🙂", 1}, {"👩\u200d\u200d👧", "👩[U+200D][U+200D]👧", 4},
	} {
		if _, at, ok := Invisible(c.in); !ok || at != c.at {
			t.Errorf("Invisible(%q) = %d, %v", c.in, at, ok)
		}
		if got := Visible(c.in); got != c.shown {
			t.Errorf("Visible(%q) = %q", c.in, got)
		}
	}
	if _, _, ok := Invisible("第一行\n\t第二行 🙂 👩\u200d👧 👩🏽\u200d⚕️ ❤️\u200d🔥"); ok {
		t.Error("plain text has no such character")
	}
	if got := Visible("a\xffb"); got != "a[0xFF]b" {
		t.Error(got)
	}
}

func TestNoCharacterThatHidesIsMissed(t *testing.T) {
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) && !hidden(r) {
			t.Errorf("%U", r)
		}
		if unicode.In(r, unicode.Han, unicode.Zs) && hidden(r) {
			t.Errorf("%U counts as hidden", r)
		}
	}
}

func TestFoldTakesNoShortCutThatShows(t *testing.T) {
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		if s := string(r); Fold(s) != Fold("é" + s)[len("é"):] {
			t.Errorf("%q folds to %q alone", s, Fold(s))
		}
	}
}

func TestCheckID(t *testing.T) {
	for _, ok := range []string{"", "P001", "北京-2010/3", strings.Repeat("社", 120)} {
		if p := CheckID(ok); p != nil {
			t.Errorf("CheckID(%q): %v", ok, p)
		}
	}
	for _, bad := range []string{"a\nb", "a\tb", "a\u200b", "\u202ea", "a\xff", strings.Repeat("社", 121)} {
		if p := CheckID(bad); p == nil || p.ID != BadID || p.HintZH == "" {
			t.Errorf("CheckID(%q): %+v", bad, p)
		}
	}
	if p := CheckID("a\tb\nc"); !strings.HasSuffix(p.EN, "U+0009") {
		t.Errorf("of a tab it says %q", p.EN)
	}
}

func TestSegmentKeepsPlainIdentifiers(t *testing.T) {
	for _, id := range []string{"P001", "2010", "a_b-c.d", "360G-ABC-1.2", "indexes", "COM0", "console", strings.Repeat("a", 80)} {
		if got := Segment(id); got != id {
			t.Errorf("Segment(%q) = %q", id, got)
		}
	}
}

func TestSegmentMarksWhatItChanges(t *testing.T) {
	for id, start := range map[string]string{
		"北京市": "bei-jing-shi-", "妇女绿化": "fu-nu-lu-hua-", "上海 A1": "shang-hai-A1-", "Café": "Cafe-", "a/b": "a-b-", "../etc/passwd": "etc-passwd-",
		"a..b": "a.b-", ".hidden": "hidden-", "end.": "end-", "CON": "CON-", "con.x": "con-x-", "lpt1": "lpt1-",
		"index": "index-", "INDEX": "INDEX-", "ＡＢＣ": "ABC-", "a b": "a-b-", "%2e%2e": "2e-2e-", "a\\b": "a-b-",
		strings.Repeat("a", 81): strings.Repeat("a", 80) + "-", "": "", "///": "", "🙂": "", "..": "",
	} {
		got := Segment(id)
		hash, ok := strings.CutPrefix(got, start)
		if !ok || !regexp.MustCompile(`^[a-z2-7]{8}$`).MatchString(hash) {
			t.Errorf("Segment(%q) = %q, want %s and a hash", id, got, start)
		}
	}
	if Segment("a b") == Segment("a/b") {
		t.Error("two identifiers share a segment")
	}
}

func FuzzSegment(f *testing.F) {
	for _, id := range []string{"P001", "北京市", "../x", "CON.txt", "index", "a..b", "\xff", ""} {
		f.Add(id)
	}
	allowed := regexp.MustCompile(`^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$`)
	f.Fuzz(func(t *testing.T, id string) {
		got := Segment(id)
		if !allowed.MatchString(got) || len(got) > 100 || reserved(got) {
			t.Fatalf("Segment(%q) = %q", id, got)
		}
		if Segment(got) != got && len(got) <= 80 {
			t.Fatalf("a segment is no identifier of its own: %q", got)
		}
	})
}

func BenchmarkSegment(b *testing.B) {
	for _, id := range []string{"P001", "北京市社区服务中心"} {
		b.Run(id, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if Segment(id) == "" {
					b.Fatal("empty")
				}
			}
		})
	}
}

func BenchmarkFold(b *testing.B) {
	for _, name := range []string{"acme care", "ACME Care Ltd", "北京市社区服务中心", "北京市社区服务中心（东城）"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if Fold(name) == "" {
					b.Fatal("empty")
				}
			}
		})
	}
}
