package markdown

import "testing"

func TestShownIsWhatReadersSee(t *testing.T) {
	src := "# Call 138**0000**0000\n\nFirst line\nmail &#115;ample@&#8203;example.org\n\n| a | b |\n|---|---|\n| 1 | *2*3 |\n\n- one `x`\n\n> quoted\n"
	want := []struct {
		first, last int
		text        string
	}{
		{1, 1, "Call 13800000000"}, {3, 4, "First line mail sample@\u200bexample.org"},
		{6, 6, "a b"}, {8, 8, "1 23"}, {10, 10, "one x"}, {12, 12, "quoted"},
	}
	i := 0
	for lines, text := range Parse([]byte(src)).Shown() {
		if i == len(want) {
			t.Fatalf("more is shown: %v %q", lines, text)
		}
		if w := want[i]; lines != [2]int{w.first, w.last} || text != w.text {
			t.Errorf("got %v %q, want lines %d to %d, %q", lines, text, w.first, w.last, w.text)
		}
		i++
	}
	if i != len(want) {
		t.Errorf("%d blocks are shown, want %d", i, len(want))
	}
}
