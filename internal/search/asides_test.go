package search

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTalliesAreTheSameHoweverFewAreHeld(t *testing.T) {
	write := func(limit int) (written map[string][]byte, shape string, runs int) {
		written = map[string][]byte{}
		a := asides{limit: limit, spill: func() (io.ReadWriteSeeker, error) {
			f, err := os.CreateTemp(t.TempDir(), "run")
			t.Cleanup(func() { f.Close() })
			return f, err
		}}
		for i := range uint32(500) {
			a.add(mix(number(i%50))|1<<31, int(i%3), fmt.Sprintf("词%d", i), slices.Repeat([]byte{byte(i)}, int(i%40)))
		}
		tree, err := a.tree(newFiles(func(path string, data []byte) error {
			written[path] = slices.Clone(data)
			return nil
		}), 300)
		if err != nil {
			t.Fatal(err)
		}
		if shape, err = tree.finish(); err != nil {
			t.Fatal(err)
		}
		return written, shape, len(a.runs)
	}
	want, shape, _ := write(1 << 30)
	if len(want) < 20 {
		t.Fatalf("there are %d files", len(want))
	}
	for _, limit := range []int{1, 1000, 20_000} {
		got, itsShape, runs := write(limit)
		if runs < 2 || itsShape != shape {
			t.Errorf("within %d bytes: %d runs, the shape is %v", limit, runs, itsShape == shape)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("within %d bytes (-want +got):\n%s", limit, diff)
		}
	}
}

func TestTalliesWithoutRoomOnTheDiskAreAnError(t *testing.T) {
	full := errors.New("no space left")
	a := asides{limit: 1, spill: func() (io.ReadWriteSeeker, error) { return nil, full }}
	a.add(1, 0, "a", nil)
	a.add(2, 0, "b", nil)
	if _, err := a.tree(newFiles(func(string, []byte) error { return nil }), 300); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}
