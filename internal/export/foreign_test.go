package export

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// run gives what a program that others wrote prints; the test is skipped where
// the machine has none.
func run(t *testing.T, dir, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("there is no %s here", program)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = dir
	var failed bytes.Buffer
	cmd.Stderr = &failed
	out, err := cmd.Output()
	if strings.Contains(failed.String(), "ModuleNotFoundError") {
		t.Skipf("%s lacks a library", program)
	}
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, failed.String())
	}
	return strings.TrimSpace(string(out))
}

// systemPython is the one for which a system's packages install libraries.
const systemPython = "/usr/bin/python3"

// TestForeignProgramsAgree opens the files with programs that nobody here wrote
// and asks each for the rows and the sum of the amounts.
func TestForeignProgramsAgree(t *testing.T) {
	dir := t.TempDir()
	for path, data := range made(t, load(t, awkward())) {
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(path)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, want, program, code string }{
		{"sqlite3", "ok\n0\n3|9000000000149575", "sqlite3", "PRAGMA integrity_check; SELECT count(*) FROM pragma_foreign_key_check; SELECT count(*), sum(amount_awarded_minor) FROM projects"},
		{"csv", "3 90000000001495.75", systemPython, `
import csv; from decimal import Decimal
rows = list(csv.DictReader(open("projects.csv", encoding="utf-8", newline="")))
print(len(rows), sum(Decimal(r["amount_awarded"] or 0) for r in rows))`},
		{"json", "3 90000000001495.75", systemPython, `
import json; from decimal import Decimal
rows = json.load(open("projects.json", encoding="utf-8"), parse_float=Decimal)
print(len(rows), sum(r["amount_awarded"] for r in rows))`},
		{"openpyxl", "3 90000000001495.75 2010-03-05", systemPython, `
import openpyxl; from decimal import Decimal
rows = list(openpyxl.load_workbook("gongkai.xlsx", read_only=True)["projects"].iter_rows(values_only=True))
amount, day = rows[0].index("amount_awarded"), rows[0].index("decided")
print(len(rows) - 1, sum(Decimal(str(r[amount])) for r in rows[1:]), rows[1][day].date())`},
		{"pandas", "3 90000000001495.75", systemPython, `
import pandas
amounts = pandas.read_excel("gongkai.xlsx", sheet_name="projects")["amount_awarded"]
print(len(amounts), amounts.sum())`},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := []string{"-c", c.code}
			if c.program == "sqlite3" {
				args = []string{"gongkai.sqlite", c.code}
			}
			if got := run(t, dir, c.program, args...); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
