package render

import (
	"strings"
)

// escaper appends a text so that it stays what it is where it stands.
type escaper func(out []byte, text string) []byte

// escaperPrefix begins the names of the functions that html/template adds to
// the end of a printing action.
const escaperPrefix = "_html_template_"

// nativeEscaper does, in one pass and without allocating, what html/template's
// functions of these names do to a string one after the other: the same bytes,
// as FuzzEscapers holds against the original. It is nil for functions that have
// no such counterpart.
func nativeEscaper(names []string) escaper {
	switch strings.Join(names, " ") {
	case "htmlescaper", // text
		"attrescaper",   // an attribute's value in quotes
		"rcdataescaper": // a title
		return appendText
	case "urlfilter urlnormalizer attrescaper": // a whole address
		return appendAddress
	case "urlnormalizer attrescaper": // an address whose scheme is the layout's
		return appendAddressRest
	case "urlescaper attrescaper": // behind the ? or # of an address
		return appendAddressPart
	}
	return nil
}

// appendText escapes what could end a text or a quoted attribute. Bytes are
// enough: none of these is part of a longer character, and like html/template
// it leaves bytes that are not UTF-8 alone.
func appendText(out []byte, text string) []byte {
	done := 0
	for i := 0; i < len(text); i++ {
		if text[i] > '>' { // the highest of them; nearly every byte is above
			continue
		}
		entity := entityOf(text[i])
		if entity == "" {
			continue
		}
		out = append(out, text[done:i]...)
		out = append(out, entity...)
		done = i + 1
	}
	return append(out, text[done:]...)
}

func entityOf(c byte) string {
	switch c {
	case 0:
		return "\uFFFD"
	case '"':
		return "&#34;"
	case '&':
		return "&amp;"
	case '\'':
		return "&#39;"
	case '+':
		return "&#43;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	}
	return ""
}

// refusedAddress stands for an address with a scheme that could act.
const refusedAddress = "#ZgotmplZ"

// appendAddress is appendAddressRest for an address that is relative or has a
// scheme that only leads somewhere.
func appendAddress(out []byte, address string) []byte {
	scheme, _, found := strings.Cut(address, ":")
	if found && !strings.Contains(scheme, "/") && !harmless(scheme) {
		return append(out, refusedAddress...)
	}
	return appendAddressRest(out, address)
}

// harmless folds letters as Unicode does, because html/template does.
func harmless(scheme string) bool {
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// appendAddressRest keeps what has a meaning in an address and what is percent-
// encoded already, and percent-encodes the rest. Of what it keeps only & and +
// are escaped in an attribute.
func appendAddressRest(out []byte, address string) []byte {
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case unreserved(c):
			out = append(out, c)
		case c == '&' || c == '+':
			out = append(out, entityOf(c)...)
		case strings.IndexByte("!#$*,/:;=?@[]", c) >= 0:
			out = append(out, c)
		case c == '%' && i+2 < len(address) && isHex(address[i+1]) && isHex(address[i+2]):
			out = append(out, c)
		default:
			out = appendPercent(out, c)
		}
	}
	return out
}

// appendAddressPart percent-encodes all that could have a meaning in an address.
func appendAddressPart(out []byte, part string) []byte {
	for i := 0; i < len(part); i++ {
		if c := part[i]; unreserved(c) {
			out = append(out, c)
		} else {
			out = appendPercent(out, c)
		}
	}
	return out
}

func appendPercent(out []byte, c byte) []byte {
	const digits = "0123456789abcdef"
	return append(out, '%', digits[c>>4], digits[c&15])
}

func unreserved(c byte) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return true
	}
	return c == '-' || c == '.' || c == '_' || c == '~'
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
