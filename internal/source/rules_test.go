package source

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"gongkai/internal/finding"
)

func TestEveryRuleIsDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] {
			t.Errorf("%s is declared twice", r.ID)
		}
		seen[r.ID] = true
		if r.Severity == 0 || r.Bad == "" || r.Good == "" {
			t.Errorf("%s lacks severity or examples", r.ID)
		}
		for _, text := range []finding.Text{r.Title, r.Why, r.Fix} {
			if text.ZH == "" || text.EN == "" {
				t.Errorf("%s lacks a text: %+v", r.ID, text)
			}
			if regexp.MustCompile(`[Ii]nvalid|[Pp]lease|!$`).MatchString(text.EN) {
				t.Errorf("%s blames or begs: %q", r.ID, text.EN)
			}
		}
		if strings.HasSuffix(r.Title.EN, ".") || strings.HasSuffix(r.Title.ZH, "。") {
			t.Errorf("%s: the title ends in a full stop", r.ID)
		}
	}
}

// An example with a file too large to write down is built here from what its
// angle brackets say.
func bigExample(id string) string {
	switch id {
	case "cell-too-large":
		return "id,summary\nP1," + strings.Repeat("x", MaxCell+1) + "\n"
	case "row-too-large":
		return "id,summary\nP1" + strings.Repeat(","+strings.Repeat("x", MaxCell-1), 5) + "\n"
	case "too-many-columns":
		return strings.Repeat("a,", 1000) + "a\nP1\n"
	case "too-many-rows":
		return "id,title\n" + strings.Repeat("a\n", MaxRows+1)
	case "yaml-too-large":
		return "# " + strings.Repeat("x", MaxYAML)
	case "yaml-too-deep":
		return strings.Repeat("[", MaxLevels+1) + strings.Repeat("]", MaxLevels+1)
	}
	return ""
}

func TestEveryBadExampleIsFoundAndEveryGoodOneIsNot(t *testing.T) {
	for _, r := range Rules() {
		t.Run(r.ID, func(t *testing.T) {
			switch r.ID {
			case "file-too-large", "unreadable-file":
				// Tested with the function that tells them: a file of 2 GiB or
				// one that root cannot read is nothing for a test to make.
				t.Skip("see TestWhatCannotBeReadIsToldApart")
			case "too-many-rows":
				if testing.Short() {
					t.Skip("40 MB of rows")
				}
			}
			if got := readExample(t, r.Bad, bigExample(r.ID)); !slices.Contains(got, r.ID) {
				t.Errorf("the bad example gives %v", got)
			}
			if got := readExample(t, r.Good, ""); len(got) > 0 {
				t.Errorf("the good example gives %v", got)
			}
		})
	}
}

var (
	hexBytes  = regexp.MustCompile(`<([0-9A-F]{2}(?: [0-9A-F]{2})*)>`)
	parameter = regexp.MustCompile(` <(\w+): (\w+)>`)
)

// readExample writes an example into a site, reads it as its name says, and
// gives the ids of what is found.
func readExample(t *testing.T, example, big string) []string {
	t.Helper()
	name, encoding, skip, link := "data/projects.csv", "", 0, false
	if rest, ok := strings.CutPrefix(example, "file: "); ok {
		name, example, _ = strings.Cut(rest, "\n")
		if m := parameter.FindStringSubmatch(name); m != nil {
			name = strings.Replace(name, m[0], "", 1)
			if m[1] == "encoding" {
				encoding = m[2]
			} else {
				skip, _ = strconv.Atoi(m[2])
			}
		}
		name, link = strings.CutSuffix(name, " <a link>")
	}
	unhex := func(s string) string {
		return hexBytes.ReplaceAllStringFunc(s, func(h string) string {
			var b []byte
			for f := range strings.FieldsSeq(strings.Trim(h, "<>")) {
				n, _ := strconv.ParseUint(f, 16, 8)
				b = append(b, byte(n))
			}
			return string(b)
		})
	}
	name, content := unhex(name), unhex(example)
	if big != "" {
		content = big
	}
	dir := t.TempDir()
	full := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if link {
		if err := os.Symlink(os.DevNull, full); err != nil {
			t.Skip(err)
		}
	} else if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return readSite(t, dir, encoding, skip)
}

func readSite(t *testing.T, dir, encoding string, skip int) (ids []string) {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var l finding.List
	for _, name := range append(s.List("data", &l), s.List("content", &l)...) {
		raw, ok := s.ReadData(name, &l)
		if !ok {
			continue
		}
		data, ok := Decode(name, raw, encoding, &l)
		if !ok {
			continue
		}
		switch filepath.Ext(name) {
		case ".md":
			FrontMatter(name, data, &l)
		case ".yaml":
			n, ok := ParseYAML(name, data, &l)
			if ok && name == "data/site.yaml" {
				CheckKeys(name, n, []string{"title", "publisher"}, &l)
			} else if ok {
				ListTable(name, n, &l)
			}
		default:
			readRows(name, data, CSVOptions{SkipRows: skip, Known: knownHeadings}, &l)
		}
	}
	for _, f := range l.All() {
		ids = append(ids, f.Rule.ID)
	}
	return ids
}

// knownHeadings is a caller that knows a few headings in two languages.
func knownHeadings(cells []string) int {
	n := 0
	for _, c := range cells {
		if slices.Contains([]string{"id", "title", "year", "organization", "summary", "项目名称", "年度", "承接主体"}, c) {
			n++
		}
	}
	return n
}

func TestWhatCannotBeReadIsToldApart(t *testing.T) {
	for want, err := range map[string]error{
		"file-too-large":     tooLarge("data/a.csv", 10),
		"not-a-regular-file": errNotRegular,
		"unreadable-file":    &os.PathError{Op: "open", Path: "data/a.csv", Err: syscall.EACCES},
	} {
		if f := readFinding("data/a.csv", err); f.Rule.ID != want || f.Message.ZH == "" || f.Hint.IsZero() {
			t.Errorf("%v is told as %s: %+v", err, f.Rule.ID, f.Message)
		}
	}
}
