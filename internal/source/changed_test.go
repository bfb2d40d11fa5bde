package source

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestFilesThatChangeAfterTheyWereReadAreNamed(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"written to": func(path string) error { return os.WriteFile(path, []byte("id\n2\n3\n"), 0o644) },
		"touched": func(path string) error {
			return os.Chtimes(path, time.Time{}, time.Unix(1_000_000_000, 0))
		},
		"removed": os.Remove,
		"replaced": func(path string) error {
			if err := os.WriteFile(path+".new", []byte("id\n1\n"), 0o644); err != nil {
				return err
			}
			return os.Rename(path+".new", path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, file := range []string{"a.csv", "b.csv"} {
				if err := os.WriteFile(filepath.Join(dir, file), []byte("id\n1\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			s, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if _, err := s.Read("b.csv", 100); err != nil {
				t.Fatal(err)
			}
			if err := os.Remove(filepath.Join(dir, "a.csv")); err != nil { // which nobody read
				t.Fatal(err)
			}
			if got := s.Changed(); got != "" {
				t.Errorf("%q is said to have changed", got)
			}
			if err := change(filepath.Join(dir, "b.csv")); err != nil {
				t.Fatal(err)
			}
			if got := s.Changed(); got != "b.csv" {
				t.Errorf("what changed is %q", got)
			}
		})
	}
}
