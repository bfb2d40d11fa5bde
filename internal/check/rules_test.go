package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/value"
)

func TestRuleIDsAreUniqueAndSorted(t *testing.T) {
	var ids []string
	for _, r := range Rules() {
		ids = append(ids, r.ID)
	}
	if !slices.IsSorted(ids) {
		t.Error("the rules are not sorted")
	}
	for i := 1; i < len(ids); i++ {
		if ids[i] == ids[i-1] {
			t.Errorf("%s is declared twice", ids[i])
		}
	}
}

func TestEveryProblemOfAValueHasARule(t *testing.T) {
	for _, id := range value.ProblemIDs() {
		if !slices.ContainsFunc(Rules(), func(r *finding.Rule) bool { return r.ID == id }) {
			t.Errorf("%s is in no rule", id)
		}
	}
}

func TestEveryRuleIsDocumented(t *testing.T) {
	blames := regexp.MustCompile(`[Ii]nvalid|[Pp]lease|!$`)
	for _, r := range Rules() {
		if r.Group == 0 || r.Severity == 0 || r.Bad == "" || r.Good == "" {
			t.Errorf("%s lacks group, severity or examples", r.ID)
		}
		for _, text := range []finding.Text{r.Title, r.Why, r.Fix} {
			if text.ZH == "" || text.EN == "" {
				t.Errorf("%s lacks a text: %+v", r.ID, text)
			}
			if blames.MatchString(text.EN) {
				t.Errorf("%s blames or begs: %q", r.ID, text.EN)
			}
		}
		if strings.HasSuffix(r.Title.EN, ".") || strings.HasSuffix(r.Title.ZH, "。") {
			t.Errorf("%s: the title ends in a full stop", r.ID)
		}
	}
}

// elsewhere are the rules of the reader below, whose examples its own tests
// read: they describe bytes, sizes and links that no text can hold.
func elsewhere() []*finding.Rule { return source.Rules() }

func TestEveryExampleShowsWhatItsRuleSays(t *testing.T) {
	for _, r := range Rules() {
		if slices.ContainsFunc(elsewhere(), func(o *finding.Rule) bool { return o.ID == r.ID }) {
			continue
		}
		t.Run(r.ID, func(t *testing.T) {
			if !slices.Contains(idsIn(t, r.Bad), r.ID) {
				t.Errorf("the bad example gives %v", idsIn(t, r.Bad))
			}
			for _, f := range findIn(t, layOut(r.Good)) {
				if f.Rule.ID == r.ID || f.Severity == finding.Error {
					t.Errorf("the good example gives %s: %s", f.Rule.ID, f.Message.EN)
				}
			}
		})
	}
}

func idsIn(t *testing.T, example string) []string {
	var ids []string
	for _, f := range findIn(t, layOut(example)) {
		ids = append(ids, f.Rule.ID)
	}
	return ids
}

var (
	bytesOf = regexp.MustCompile(`<([0-9A-F]{2}(?: [0-9A-F]{2})*)>`)
	sizeOf  = regexp.MustCompile(`<(\d+) MiB>`)
)

// layOut makes files of an example: a line "file: NAME" begins each, and text
// before the first is data/projects.csv. Angle brackets hold bytes or a size.
func layOut(example string) map[string]string {
	files := map[string]string{}
	name := "data/projects.csv"
	for line := range strings.Lines(example) {
		if next, ok := strings.CutPrefix(line, "file: "); ok {
			name = strings.TrimSuffix(next, "\n")
			continue
		}
		files[name] += expand(line)
	}
	return files
}

func expand(line string) string {
	line = sizeOf.ReplaceAllStringFunc(line, func(s string) string {
		n, _ := strconv.Atoi(sizeOf.FindStringSubmatch(s)[1])
		return strings.Repeat("x", n<<20)
	})
	return bytesOf.ReplaceAllStringFunc(line, func(s string) string {
		var b []byte
		for f := range strings.FieldsSeq(strings.Trim(s, "<>")) {
			n, _ := strconv.ParseUint(f, 16, 8)
			b = append(b, byte(n))
		}
		return string(b)
	})
}
