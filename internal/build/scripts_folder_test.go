package build

import "testing"

// A build may run in a folder that holds a built site.
func TestScriptsAreJoinedWhereverTheProgramRuns(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, small())
	want := get(t, openDir(t, Options{Source: dir}).inMemory(t, 1), "compare/compare.js")
	built := t.TempDir()
	write(t, built, map[string]string{"compare/compare.js": "export {}\n"})
	t.Chdir(built)
	if got := get(t, openDir(t, Options{Source: dir}).inMemory(t, 1), "compare/compare.js"); got != want {
		t.Errorf("the script is %d bytes, elsewhere %d", len(got), len(want))
	}
}
