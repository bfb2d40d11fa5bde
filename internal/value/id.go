package value

import (
	"crypto/sha256"
	"encoding/base32"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/unicode/norm"
)

const (
	maxID      = 120 // characters
	maxSegment = 80  // bytes, without the hash
)

// CheckID reports an identifier that is too long or has a character that does
// not show; nil when it is fine, or blank.
func CheckID(s string) *Problem {
	r, _, ok := Invisible(s)
	if at := strings.IndexAny(s, "\t\n"); at >= 0 { // an identifier is one line
		r, ok = rune(s[at]), true
	}
	if ok || !utf8.ValidString(s) {
		if !ok {
			r = utf8.RuneError
		}
		return problemf(BadID, "标识 %q 含有不可见字符 %U", "the identifier %q has a character that does not show, %U", s, r).
			hint("删去该字符", "remove the character")
	}
	if n := utf8.RuneCountInString(s); n > maxID {
		return problemf(BadID, "标识 %q 有 %d 个字符，超过 %d 个", "the identifier %q has %d characters, more than %d", s, n, maxID).
			hint("改用较短的编号", "use a shorter identifier")
	}
	return Rounded(s)
}

// Rounded reports an identifier that a spreadsheet took for a number and
// rounded, such as 1.23E+17: most of its digits are lost. Nil for any other.
func Rounded(s string) *Problem {
	if !roundedForm.MatchString(s) {
		return nil
	}
	return problemf(RoundedID, "编号 %q 被电子表格当作数字取整，后面的位数已经丢失", "a spreadsheet took the identifier %q for a number and rounded it: its last digits are lost", s).
		hint("从原始数据找回编号；在电子表格中先把该列设为“文本”再粘贴、导出", "restore it from the original; set the column to text in the spreadsheet before pasting, then export again")
}

var roundedForm = regexp.MustCompile(`^[0-9](\.[0-9]+)?[Ee]\+[0-9]{2,3}$`)

// Segment is the part of a path that stands for an identifier. It keeps ASCII
// letters, digits, "_", "-" and inner single points; Han becomes pinyin and
// accents go. Where anything had to change, or the name means something to a
// file system or to the site, a hash of the identifier is added, so that the
// segment depends on the identifier alone and two never meet.
func Segment(id string) string {
	if plainSegment(id) {
		return id
	}
	sum := sha256.Sum256([]byte(id))
	hash := strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
	name := spell(id)
	if len(name) > maxSegment {
		name = name[:maxSegment]
	}
	name = strings.Trim(name, "-.")
	if name == "" {
		return hash
	}
	// A device name is one also before a point, so the hash cannot follow it.
	if reserved(name) {
		name = strings.ReplaceAll(name, ".", "-")
	}
	return name + "-" + hash
}

// plainSegment reports whether an identifier can stand in a path as it is.
func plainSegment(id string) bool {
	if id == "" || len(id) > maxSegment || id[0] == '.' || id[len(id)-1] == '.' || reserved(id) {
		return false
	}
	for i := range len(id) {
		if !keeps(rune(id[i])) && (id[i] != '.' || id[i-1] == '.') {
			return false
		}
	}
	return true
}

// keeps reports whether a character other than the point stays in a segment.
func keeps(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-'
}

// reserved reports a name that is a device on Windows, also before a point, or
// the site's own index.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	switch stem = strings.ToUpper(stem); stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	case "INDEX":
		return strings.EqualFold(name, stem)
	}
	return len(stem) == 4 && (stem[:3] == "COM" || stem[:3] == "LPT") && stem[3] >= '1' && stem[3] <= '9'
}

// spell writes an identifier with the characters of a segment, as well as it
// can be; what has no spelling becomes one "-".
func spell(id string) string {
	var b strings.Builder
	gap, word := false, false // a "-" is due; the last was a syllable of pinyin
	write := func(s string) {
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(s)
	}
	for _, r := range norm.NFKD.String(id) {
		if b.Len() > 2*maxSegment {
			break
		}
		switch {
		case keeps(r):
			gap = gap || word
			word = false
			write(string(r))
		case r == '.':
			word = false
			if !gap && b.Len() > 0 && !strings.HasSuffix(b.String(), ".") {
				b.WriteByte('.')
			}
		case unicode.Is(unicode.Mn, r): // an accent that NFKD took off its letter
		case unicode.Is(unicode.Han, r):
			gap, word = true, true
			if syllable := Syllable(r); syllable != "" {
				write(syllable)
			}
		default:
			gap, word = true, false
		}
	}
	return b.String()
}

// Syllable is the most usual pinyin of a Han character without its tone, "" for
// one that the dictionary does not have.
func Syllable(r rune) string {
	first, _, _ := strings.Cut(pinyin.PinyinDict[int(r)], ",")
	var plain [8]byte
	n := 0
	for _, c := range first {
		if i := strings.IndexRune(toned, c); i >= 0 {
			c = rune(toneless[i/len("ā")])
		}
		if keeps(c) && n < len(plain) {
			plain[n] = byte(c)
			n++
		}
	}
	return string(plain[:n])
}

// The vowels of pinyin with their tones, and what remains of each.
const (
	toned    = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ"
	toneless = "aaaaeeeeiiiioooouuuuuuuuunnn"
)
