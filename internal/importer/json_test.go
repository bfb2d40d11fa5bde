package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestATimeThatOnlyBeginsOrEndsADayIsADay(t *testing.T) {
	for written, want := range map[string]string{
		"2010-03-01":                     "2010-03-01",
		"2010-03":                        "2010-03",
		"2010-03-01T00:00:00Z":           "2010-03-01",
		"2010-03-01T00:00:00+08:00":      "2010-03-01",
		"2010-03-01T00:00:00.000Z":       "2010-03-01",
		"2010-03-01T00:00:00":            "2010-03-01",
		"2010-03-31T23:59:59-03:00":      "2010-03-31",
		"2010-03-31T23:59:59.999+0800":   "2010-03-31",
		"2010-03-01T10:30:00Z":           "2010-03-01T10:30:00Z",
		"2010-03-01T00:00:01+08:00":      "2010-03-01T00:00:01+08:00",
		"2010-03-01T00:00:00 in Beijing": "2010-03-01T00:00:00 in Beijing",
	} {
		if got := (object{"date": written}).day("date"); got != want {
			t.Errorf("%s is read as %s", written, got)
		}
	}
}

func TestBinaryFractionsAreTheNumbersMeant(t *testing.T) {
	for text, want := range map[string]string{
		"0.30000000000000004": "0.3", "1234.5600000000001": "1234.56", "99.99999999999999": "100", "-0.30000000000000004": "-0.3",
		"1234.333333333333": "1234.333333333333", "51.50735091234567": "51.50735091234567", "90000000000001495.75": "90000000000001495.75", "0.123456789": "0.123456789",
		"5e2": "500", "1.5e-3": "0.0015",
	} {
		if got := plainNumber(text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestADocumentALineIsAList(t *testing.T) {
	dir, b := again(t, "", "x.jsonl", `{"ocid": "a-1", "awards": [{"id": "1", "title": "一"}, {"id": "2", "suppliers": [{"id": "S"}, {}]}]}`+"\r\n\n"+`{"releases": [{"ocid": "a-2"}]}`+"\n")
	text, err := os.ReadFile(filepath.Join(dir, "data", "projects.csv"))
	if err != nil || !strings.HasPrefix(string(text), "id,title,organization,") || strings.Count(string(text), "\n") != 4 || !strings.Contains(string(text), "a-1-2,,S,") {
		t.Errorf("got\n%s\n%v, %+v", text, err, b.Messages)
	}
}
