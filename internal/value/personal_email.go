package value

import (
	"strings"
	"unicode/utf8"
)

// mailProviders are where people have private mailboxes. An office's own domain
// is not among them.
func mailProviders() []string {
	return []string{
		"qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "188.com", "139.com", "189.cn", "wo.cn",
		"sina.com", "sina.cn", "sina.com.cn", "sohu.com", "tom.com", "21cn.com", "aliyun.com", "263.net", "eyou.com",
		"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "live.cn", "msn.com",
		"yahoo.com", "yahoo.cn", "yahoo.com.cn", "yahoo.co.uk", "yahoo.co.jp",
		"icloud.com", "me.com", "mac.com", "aol.com", "gmx.com", "protonmail.com", "proton.me",
	}
}

// findEmails finds addresses at providers of private mailboxes.
func findEmails(s string) []Personal {
	var all []Personal
	for i := 0; i < len(s); i++ {
		size := atSign(s[i:])
		if size == 0 {
			continue
		}
		start, end := i, i+size
		for start > 0 && isMailByte(s[start-1]) {
			start--
		}
		for end < len(s) && isDomainByte(s[end]) {
			end++
		}
		for strings.HasPrefix(s[end:], "．") { // a point of full width
			for end += len("．"); end < len(s) && isDomainByte(s[end]); {
				end++
			}
		}
		domain := strings.TrimRight(s[i+size:end], ".-．")
		if start < i && private(strings.ToLower(strings.ReplaceAll(domain, "．", "."))) {
			all = append(all, Personal{Kind: Email, Start: start, End: i + size + len(domain)})
		}
		i = end - 1
	}
	return all
}

func atSign(s string) int {
	for _, sign := range []string{"@", "＠"} {
		if strings.HasPrefix(s, sign) {
			return len(sign)
		}
	}
	return 0
}

// private reports whether a domain is a provider's, or stands below one, as
// vip.163.com does.
func private(domain string) bool {
	for _, p := range mailProviders() {
		if rest, ok := strings.CutSuffix(domain, p); ok && (rest == "" || rest[len(rest)-1] == '.') {
			return true
		}
	}
	return false
}

func isMailByte(c byte) bool {
	return isASCIILetter(rune(c)) || c >= '0' && c <= '9' || strings.IndexByte("._%+-", c) >= 0
}

func isDomainByte(c byte) bool {
	return isASCIILetter(rune(c)) || c >= '0' && c <= '9' || c == '.' || c == '-'
}

// maskMailbox keeps the first character and the domain.
func maskMailbox(text string) string {
	at := strings.IndexAny(text, "@＠")
	if at <= 1 {
		return "*" + text[max(at, 0):]
	}
	_, first := utf8.DecodeRuneInString(text)
	return text[:first] + strings.Repeat("*", utf8.RuneCountInString(text[first:at])) + text[at:]
}
