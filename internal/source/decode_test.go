package source

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"gongkai/internal/finding"
)

const chinese = "编号,项目名称,承接主体\nP1,社区居家养老服务,示例社会工作服务中心\nP2,残疾人就业培训,示例公益促进会\n"

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// told puts findings into lines: rule, line:column.
func told(l *finding.List) string {
	var out []string
	for _, f := range l.All() {
		out = append(out, fmt.Sprintf("%s %d:%d", f.Rule.ID, f.Pos.Line, f.Pos.Col))
	}
	return strings.Join(out, "; ")
}

func TestDecodeFindsTheEncodingByEvidence(t *testing.T) {
	le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	gb := simplifiedchinese.GB18030
	traditional := "編號,項目名稱\nP1,長者日間護理服務\nP2,社區電腦學習班\n"
	japaneseText := "番号,事業名\n1,地域の子どもたちを支える事業です\n2,シニアのための講座\n"
	french := "id,title\nP1,Société d'aide à l'été\nP2,Fête des élèves\n"
	for _, c := range []struct{ name, raw, encoding, want, told string }{
		{"utf-8", chinese, "", chinese, ""},
		{"utf-8 with a mark", "\uFEFF" + chinese, "", chinese, ""},
		{"utf-8 with two marks", "\uFEFF\uFEFF" + chinese, "", chinese, ""},
		{"a mark alone", "\uFEFF", "", "", ""},
		{"utf-16le with a mark", "\xFF\xFE" + encode(t, le, chinese), "", chinese, "decoded-as 0:0"},
		{"utf-16be with a mark", "\xFE\xFF" + encode(t, be, chinese), "", chinese, "decoded-as 0:0"},
		{"utf-16le without", encode(t, le, chinese), "", chinese, "decoded-as 0:0"},
		{"utf-16be without", encode(t, be, chinese), "", chinese, "decoded-as 0:0"},
		{"utf-16le of plain letters", encode(t, le, "id,title\nP1,Care\n"), "", "id,title\nP1,Care\n", "decoded-as 0:0"},
		{"gb18030", encode(t, gb, chinese), "", chinese, "decoded-as 0:0"},
		{"gb18030, four bytes", encode(t, gb, chinese+"P3,㐀𠀀\n"), "", chinese + "P3,㐀𠀀\n", "decoded-as 0:0"},
		{"gb18030, two letters", encode(t, gb, "联通"), "", "联通", "decoded-as 0:0"},
		{"gbk named", encode(t, gb, chinese), "GBK", chinese, ""},
		{"big5 named", encode(t, traditionalchinese.Big5, traditional), "Big5", traditional, ""},
		{"big5 is not guessed", encode(t, traditionalchinese.Big5, traditional), "", "", "bad-encoding 1:1"},
		{"shift_jis named", encode(t, japanese.ShiftJIS, japaneseText), "shift-jis", japaneseText, ""},
		{"shift_jis is not guessed", encode(t, japanese.ShiftJIS, japaneseText), "", "", "bad-encoding 1:1"},
		{"euc-jp is not guessed", encode(t, japanese.EUCJP, japaneseText), "", "", "bad-encoding 1:1"},
		{"euc-jp named", encode(t, japanese.EUCJP, japaneseText), "euc_jp", japaneseText, ""},
		{"windows-1252 is not guessed", encode(t, charmap.Windows1252, french), "", "", "bad-encoding 2:8"},
		{"windows-1252 named", encode(t, charmap.Windows1252, french), "windows-1252", french, ""},
		{"iso-8859-1 named", encode(t, charmap.ISO8859_1, french), "ISO-8859-1", french, ""},
		{"utf-8 with one bad byte", strings.Replace(chinese, "残", "\xE6\xAE", 1), "", "", "bad-encoding 3:4"},
		{"utf-8 cut off", chinese[:len(chinese)-2], "", "", "bad-encoding 3:18"},
		{"bad byte behind CR lines", "编号,名称\rP1,服务\rP2,务\xFF\r", "", "", "bad-encoding 3:5"},
		{"utf-8 named, gb18030 given", encode(t, gb, chinese), "utf-8", "", "bad-encoding 1:1"},
		{"gb18030 named, bytes that are not", "id\n\xFFx\n", "gb18030", "", "bad-encoding 2:1"},
		{"utf-16 cut off", "\xFF\xFE" + encode(t, le, chinese) + "x", "", "", "bad-encoding 4:1"},
		{"utf-16 named", encode(t, le, chinese), "utf-16", chinese, ""},
		{"utf-16 named, mark of the other order", "\xFE\xFF" + encode(t, be, chinese), "utf-16", chinese, ""},
		{"utf-16le holding � on purpose", "\xFF\xFE" + encode(t, le, "a,�\n"), "", "a,�\n", "decoded-as 0:0; replacement-character 1:3"},
		{"utf-16 named, utf-8 given", chinese, "utf-16", "", "bad-encoding 1:1"},
		{"unknown name", chinese, "utf8mb4", "", "unknown-encoding 0:0"},
		{"nul", "id,title\nP1,a\x00b\n", "", "", "nul-byte 2:5"},
		{"empty", "", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var l finding.List
			got, ok := Decode("data/x.csv", []byte(c.raw), c.encoding, &l)
			if string(got) != c.want || told(&l) != c.told {
				t.Errorf("got %q, told %q\nwant %q, told %q", got, told(&l), c.want, c.told)
			}
			if ok == l.HasErrors() {
				t.Errorf("ok is %v with %d errors", ok, l.Count(finding.Error))
			}
		})
	}
}

func TestDecodeUnifiesLineEnds(t *testing.T) {
	for raw, want := range map[string]string{
		"a\r\nb\r\n":            "a\nb\n",
		"a\rb\r":                "a\nb\n",
		"a\nb\r\nc\rd":          "a\nb\nc\nd",
		"\"x\r\ny\",1\r\n":      "\"x\ny\",1\n",
		"\r\r\n\n":              "\n\n\n",
		"no end of line at all": "no end of line at all",
	} {
		var l finding.List
		if got, _ := Decode("x", []byte(raw), "", &l); string(got) != want {
			t.Errorf("%q gives %q, want %q", raw, got, want)
		}
	}
}

func TestDecodeTellsAFileCutOffInALetter(t *testing.T) {
	for _, encoding := range []string{"", "utf-8"} {
		var l finding.List
		Decode("data/x.csv", []byte(chinese[:len(chinese)-2]), encoding, &l)
		if found := l.All(); len(found) != 1 || !strings.Contains(found[0].Message.EN, "ends in the middle of a letter") {
			t.Errorf("encoding %q: found %v", encoding, found)
		}
	}
}

func TestDecodeDoesNotCopyWhatIsRightAlready(t *testing.T) {
	raw := []byte(chinese)
	var l finding.List
	got, _ := Decode("x", raw, "", &l)
	if &got[0] != &raw[0] {
		t.Error("plain UTF-8 was copied")
	}
	raw = []byte("a\r\nb\r\n")
	Decode("x", raw, "", &l)
	if string(raw) != "a\r\nb\r\n" {
		t.Errorf("the caller's bytes became %q", raw)
	}
}

func TestDecodeWarnsOfGarbledText(t *testing.T) {
	for _, c := range []struct{ text, told string }{
		{"id\n锟斤拷\n", "mojibake 2:1"},
		{"id\nCafÃ© du coin\n", "mojibake 2:4"},
		{"id\nthe clientâ€™s home\n", "mojibake 2:11"},
		{"id\nä¸\u00adæ–‡\n", "mojibake 2:1"},
		{"id\na price of Â£5\n", "mojibake 2:12"},
		{"id\n绀轰緥绀惧尯鏈嶅姟\n", "mojibake 2:1"},
		{"id\n社�服务�\n", "replacement-character 2:2"},
		// Honest text that comes near.
		{"id\nSão João, “MENÜ”, CAFÉ» à «l'été»… Ångström\n", ""},
		{"id\n浠水县社区服务，锛、涓\n", ""},
	} {
		var l finding.List
		if _, ok := Decode("x", []byte(c.text), "", &l); !ok || told(&l) != c.told {
			t.Errorf("%q: told %q, want %q", c.text, told(&l), c.told)
		}
	}
}

func TestDecodeNamesFilesOfOtherPrograms(t *testing.T) {
	for head, want := range map[string]string{
		"PK\x03\x04....[Content_Types].xml....xl/workbook.xml":                 "an Excel workbook",
		"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "an OpenDocument file",
		"PK\x03\x04....a.csv":                      "a zip archive",
		"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00": "an old Excel or Word file",
		"%PDF-1.7\n":                               "a PDF file",
		"\x1F\x8B\x08\x00":                         "a gzip file",
		"\x89PNG\r\n\x1A\n":                        "an image",
	} {
		var l finding.List
		_, ok := Decode("data/x.csv", []byte(head), "", &l)
		if ok || len(l.All()) != 1 || !strings.Contains(l.All()[0].Message.EN, want) {
			t.Errorf("%q: %v %+v, want %q", head, ok, l.All(), want)
		}
	}
}
