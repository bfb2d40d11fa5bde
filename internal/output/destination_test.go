package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDestinations(t *testing.T) {
	top := t.TempDir()
	home := filepath.Join(top, "home", "me")
	site := filepath.Join(home, "sites", "town")
	for _, dir := range []string{"data/projects", "content", "layouts", "static", ".git", "public/old", "datasets"} {
		put(t, site, dir+"/x", "x")
	}
	for name, target := range map[string]string{
		"to-site": site, "to-data": filepath.Join(site, "data"), "to-home": home, "to-nothing": filepath.Join(top, "nothing"), "to-public": filepath.Join(site, "public"),
	} {
		if err := os.Symlink(target, filepath.Join(top, name)); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home) // the same on Windows
	for _, test := range []struct{ dest, why string }{
		{"/", "root of a disk"},
		{home, "home folder"},
		{filepath.Dir(home), "home folder"},
		{"to-home", "home folder"},
		{site, "source folder"},
		{site + "/.", "source folder"},
		{site + "/public/..", "source folder"},
		{filepath.Dir(site), "source folder"},
		{"to-site", "source folder"},
		{site + "/data", "site's data folder"},
		{site + "/data/projects/new/deep", "site's data folder"},
		{site + "/content", "site's content folder"},
		{site + "/layouts/x1", "site's layouts folder"},
		{site + "/static/x1", "site's static folder"},
		{site + "/.git/x1", "site's .git folder"},
		{"to-data", "site's data folder"},
		{"to-data/new", "site's data folder"},
		{"to-nothing", "leads nowhere"},
		{"to-nothing/x", "leads nowhere"},
		{site + "/content/x", "is a file"},
		{site + "/content/x/y", "not a directory"},
		{site + "/public", ""},
		{site + "/public/new/deep", ""},
		{site + "/datasets", ""},
		{site + "/data-public", ""},
		{"to-public", ""},
		{"elsewhere/new", ""},
	} {
		dest := test.dest
		if !filepath.IsAbs(dest) {
			dest = filepath.Join(top, dest)
		}
		err := CheckDestination(dest, site)
		switch {
		case test.why == "" && err != nil:
			t.Errorf("%s is refused: %v", test.dest, err)
		case test.why != "" && err == nil:
			t.Errorf("%s is taken", test.dest)
		case test.why != "" && !strings.Contains(err.Error(), test.why):
			t.Errorf("%s: %v, want %q", test.dest, err, test.why)
		}
	}
}

func TestAFolderThatTheSiteWouldReadIsNoDestination(t *testing.T) {
	site := t.TempDir()
	put(t, site, "data/projects.csv", "id\n")
	for _, name := range []string{"content", "layouts/x", "static/a/b", ".git"} {
		if err := CheckDestination(filepath.Join(site, name), site); err == nil || !strings.Contains(err.Error(), "choose a folder outside it") {
			t.Errorf("%s, which is not there yet: %v", name, err)
		}
	}
	for _, name := range []string{"statics", "..data", "public"} {
		if err := CheckDestination(filepath.Join(site, name), site); err != nil {
			t.Errorf("%s is refused: %v", name, err)
		}
	}
}

func TestALoneTableIsASourceToo(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "buys.csv", "id\n")
	table := filepath.Join(dir, "buys.csv")
	if err := CheckDestination(dir, table); err == nil {
		t.Error("the folder that holds the table is taken")
	}
	if err := CheckDestination(filepath.Join(dir, "public"), table); err != nil {
		t.Error(err)
	}
}
