package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
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

// wide is a text in UTF-16, the low or the high byte of each unit first.
func wide(text string, highFirst bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if highFirst {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

func TestJSONInUTF16IsRead(t *testing.T) {
	const process = "{\"releases\": [{\"ocid\": \"a-1\",\r\n \"awards\": [{\"id\": \"1\", \"title\": \"送餐🍲\"}]}]}"
	const grant = `{"grants": [{"id": "g1", "title": "送餐🍲", "amountAwarded": 1, "currency": "GBP", "recipientOrganization": [{"id": "O1", "name": "One"}], "fundingOrganization": [{"id": "F", "name": "Fund"}]}]}`
	for _, text := range []string{process, grant} {
		for name, data := range map[string][]byte{
			"low byte first": wide("\ufeff"+text, false), "high byte first": wide("\ufeff"+text, true), "without a mark": wide(text, false),
		} {
			dir, b := again(t, "", "x.json", string(data))
			rows, err := os.ReadFile(filepath.Join(dir, "data", "projects.csv"))
			if err != nil || !strings.Contains(string(rows), "送餐🍲") {
				t.Errorf("%s: got\n%s\n%v", name, rows, err)
			}
			if len(b.Messages) == 0 || b.Messages[0].Text.EN != "the file is in UTF-16 and was read so" {
				t.Errorf("%s: it says %+v", name, b.Messages)
			}
		}
	}
	var images Batch
	if err := images.Read("x.json", wide("\u5089\u474e\u0a0d\u0a1a"+strings.Repeat("a", 99), false), ""); err == nil || !strings.Contains(err.Error(), "an image") {
		t.Errorf("an image: %v", err)
	}
	half := append(wide("\ufeff"+process, false), 0x7b)
	var b Batch
	if err := b.Read("x.json", half, ""); err == nil || !strings.Contains(err.Error(), `"x.json" seems to be UTF-16, but at line 2`) {
		t.Errorf("half a letter at the end: %v", err)
	}
}
