package value

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// addressReach is how many characters before a room are looked at for its road,
// and before the road for who is there.
const addressReach = 48

// homeEnd is a home address up to the place where its room is: a road or
// village, a number, what may stand between, and the room.
var homeEnd = regexp.MustCompile(`(?:路|街|道|巷|里|村|弄|胡同|小区|公寓|花园|家园|苑)[^，。；,;"\t0-9０-９]{0,6}` +
	`[0-9０-９]+[ ]?(?:号|弄|栋|幢|座|组)[^，。；,;"\t]{0,20}?[0-9０-９]{2,5}[ ]?(?:室|户)?$`)

// findAddresses finds homes: a road with a number and a room.
func findAddresses(s string) []Personal {
	var all []Personal
	for i := 0; i < len(s); {
		end := nextRoom(s, i)
		if end < 0 {
			break
		}
		from := max(i, back(s, end, addressReach))
		if at := homeEnd.FindStringIndex(s[from:end]); at != nil {
			start := max(i, roadName(s, from+at[0]))
			around := s[max(i, back(s, start, addressReach/2)):end]
			all = append(all, Personal{Kind: HomeAddress, Start: start, End: end, Office: !lived(around, s[start:end])})
		}
		i = end
	}
	return all
}

// roadName is the place before a road's last character where its name begins:
// two characters are enough to tell which it is.
func roadName(s string, at int) int {
	for range 2 {
		r := runeBefore(s, at)
		if !unicode.Is(unicode.Han, r) {
			break
		}
		at -= utf8.RuneLen(r)
	}
	return at
}

// nextRoom is the end of the next room: digits and 室, or those behind 单元;
// -1 behind the last.
func nextRoom(s string, from int) int {
	for at := from; at < len(s); at++ {
		switch {
		case s[at] != '\xE5': // the first byte of both words
		case strings.HasPrefix(s[at:], "室"):
			if _, size := digitAt(s, at-lastSize(s[:at])); size > 0 {
				return at + len("室")
			}
		case strings.HasPrefix(s[at:], "单元"):
			if end, ok := roomBehind(s, at+len("单元")); ok {
				return end
			}
		}
	}
	return -1
}

// roomBehind is the end of a room's number that begins at a place, with the
// word that may follow it.
func roomBehind(s string, at int) (end int, ok bool) {
	end, n := at, 0
	for _, size := digitAt(s, end); size > 0; _, size = digitAt(s, end) {
		end, n = end+size, n+1
	}
	for _, word := range []string{"室", "户"} {
		if strings.HasPrefix(s[end:], word) {
			end += len(word)
		}
	}
	return end, n >= 2
}

func lastSize(s string) int {
	_, size := utf8.DecodeLastRuneInString(s)
	return size
}

// back is the place some characters before another.
func back(s string, at, characters int) int {
	for ; characters > 0 && at > 0; characters-- {
		at -= lastSize(s[:at])
	}
	return at
}

// lived reports whether an address is where somebody lives: what stands before
// says so, or it has a staircase, or a building and nothing that speaks of an
// office.
func lived(around, address string) bool {
	if containsAny(around, "家住", "住址", "家庭", "住在", "居住", "户籍", "现住") || strings.Contains(address, "单元") {
		return true
	}
	building := containsAny(address, "号楼", "栋", "幢", "弄")
	return building && !containsAny(around, "公司", "中心", "办公", "地址", "地点", "大厦", "广场", "商务", "写字楼",
		"产业园", "科技园", "大楼", "机关", "服务站", "会议室", "教室", "协会", "学会", "基金会", "服务社", "居委会", "报名", "现场")
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
