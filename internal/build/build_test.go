package build

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// run builds the site in dir into its public/.
func run(t *testing.T, o Options) (Result, *Site) {
	t.Helper()
	r, s, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return r, s
}

func TestASecondBuildWritesOnlyWhatChanged(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	first, _ := run(t, Options{Source: dir})
	if first.Pages == 0 || first.Written != first.Files || first.Files <= first.Pages || first.Bytes == 0 {
		t.Errorf("first build: %+v", first)
	}
	second, _ := run(t, Options{Source: dir})
	if second.Written != 0 || second.Removed != 0 || second.Unchanged != first.Files {
		t.Errorf("second build: %+v", second)
	}
	write(t, dir, map[string]string{"data/projects.csv": "id,title,organization,year,amount_awarded\nP1,送餐,示例社,2010,1500\n"})
	third, _ := run(t, Options{Source: dir})
	if third.Written == 0 || third.Removed < 3 { // the two pages of P2 and its JSON, and what was of the search index
		t.Errorf("third build: %+v", third)
	}
}

func TestAnErrorKeepsTheOldSite(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	run(t, Options{Source: dir})
	before := disk(t, filepath.Join(dir, "public"))
	write(t, dir, map[string]string{"data/projects.csv": "id,title,amount_awarded\nP1,Meals,12x\n"})
	r, s := run(t, Options{Source: dir})
	if r.Findings.Error != 1 || r.Files != 0 || s.Plan != nil {
		t.Errorf("got %+v with errors\n%s", r, errorsOf(s))
	}
	if diff := cmp.Diff(before, disk(t, filepath.Join(dir, "public"))); diff != "" {
		t.Errorf("the site changed (-before +after)\n%s", diff)
	}
}

func TestABuildThatIsGivenUpKeepsTheOldSite(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	run(t, Options{Source: dir})
	before := disk(t, dir)
	before["data/projects.csv"] = "id,title\nP9,Other\n"
	write(t, dir, before)
	ctx, stop := context.WithCancel(t.Context())
	o := Options{Source: dir, Progress: func(stage Stage, done, total int) {
		if stage == StageRender {
			stop()
		}
	}}
	_, s, err := Run(ctx, o)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	s.Close()
	if diff := cmp.Diff(before, disk(t, dir)); diff != "" {
		t.Errorf("the folder changed (-before +after)\n%s", diff)
	}
}

func TestWorkersDoNotChangeAByte(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	one := openDir(t, Options{Source: dir}).inMemory(t, 1)
	four := openDir(t, Options{Source: dir}).inMemory(t, 4)
	if diff := cmp.Diff(one.Paths(), four.Paths()); diff != "" {
		t.Fatalf("(-one +four)\n%s", diff)
	}
	for _, path := range one.Paths() {
		if diff := cmp.Diff(get(t, one, path), get(t, four, path)); diff != "" {
			t.Errorf("%s (-one +four)\n%s", path, diff)
		}
	}
}

func TestProgressTellsTheStagesInOrder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	var stages []Stage
	last := map[Stage][2]int{}
	run(t, Options{Source: dir, Progress: func(stage Stage, done, total int) {
		if !slices.Contains(stages, stage) {
			stages = append(stages, stage)
		}
		last[stage] = [2]int{done, total}
	}})
	// Whole tables are exported before the pages, which tell their sizes.
	want := []Stage{StageRead, StageCheck, StagePlan, StageExport, StageSearch, StageRender, StageWrite}
	if diff := cmp.Diff(want, stages); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for stage, n := range last {
		if n[0] != n[1] {
			t.Errorf("%s ended at %d of %d", stage, n[0], n[1])
		}
	}
}

func TestAFolderThatIsNotThereIsNoFinding(t *testing.T) {
	_, _, err := Run(t.Context(), Options{Source: filepath.Join(t.TempDir(), "gone"), Destination: t.TempDir()})
	var told *Error
	if !errors.As(err, &told) {
		t.Fatalf("got %v", err)
	}
	if zh := told.In("zh"); !strings.Contains(zh, "没有文件夹") || !strings.Contains(zh, "；") {
		t.Errorf("got %q", zh)
	}
	if en := told.Error(); !strings.Contains(en, "there is no folder") || !strings.Contains(en, "; name with -s") {
		t.Errorf("got %q", en)
	}
}

func TestADangerousDestinationIsRefused(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	before := disk(t, dir)
	for _, dest := range []string{dir, filepath.Dir(dir), filepath.Join(dir, "data")} {
		if _, s, err := Run(t.Context(), Options{Source: dir, Destination: dest}); err == nil || s != nil {
			t.Errorf("%s was not refused", dest)
		}
	}
	if diff := cmp.Diff(before, disk(t, dir)); diff != "" {
		t.Errorf("the folder changed (-before +after)\n%s", diff)
	}
}
