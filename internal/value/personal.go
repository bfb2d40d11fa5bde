package value

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// PersonalKind is a kind of data about a person that no public table may hold.
type PersonalKind uint8

// The kinds of personal data that FindPersonal recognises.
const (
	IDNumber    PersonalKind = iota + 1 // of a resident, of 18 characters or the older 15
	Mobile                              // a mobile number of mainland China
	BankCard                            // a card number that its check digit confirms
	Email                               // an address at a provider of private mailboxes
	HomeAddress                         // with road, number and room
)

// Personal is personal data in a text.
type Personal struct {
	Kind       PersonalKind
	Start, End int // bytes of the text
	// Bare says that it is nothing but digits, which in a column of identifiers
	// or amounts are just that.
	Bare bool
	// Office says that an address may be one of an office: nothing around it
	// tells that somebody lives there.
	Office bool
}

// FindPersonal finds personal data in a line of text, in order and without
// overlaps: resident ID numbers, mobile numbers, bank cards, private e-mail and
// home addresses, also with full-width digits, spaces and hyphens in them.
// Digits that are part of an identifier, a decimal, an amount or a web address
// are not taken for numbers of people.
func FindPersonal(line string) []Personal {
	if !MayHoldPersonal(line) {
		return nil
	}
	all := append(findEmails(line), findNumbers(line)...)
	all = append(all, findAddresses(line)...)
	// What begins first wins, of two the longer: the digits before an @ are no
	// number beside the address that they are part of.
	slices.SortStableFunc(all, func(a, b Personal) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	end := 0
	return slices.DeleteFunc(all, func(p Personal) bool {
		if p.Start < end {
			return true
		}
		end = p.End
		return false
	})
}

// MaskPersonal replaces what FindPersonal finds by a masked form of as many
// characters, so that places in the text stay what they were.
func MaskPersonal(text string) string {
	if !MayHoldPersonal(text) {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		at := 0
		for _, p := range FindPersonal(line) {
			b.WriteString(line[at:p.Start])
			b.WriteString(p.Masked(line))
			at = p.End
		}
		b.WriteString(line[at:])
	}
	return b.String()
}

// Masked is the masked form of what was found in a line: 138****1234,
// 110101********1234, z***@qq.com.
func (p Personal) Masked(line string) string {
	text := line[p.Start:p.End]
	switch p.Kind {
	case Email:
		return maskMailbox(text)
	case HomeAddress:
		return hideDigits(text, 0, 0)
	case Mobile:
		return hideDigits(text, countDigits(text)-mobileDigits+3, 4)
	case IDNumber:
		if countDigits(text) < 17 {
			return hideDigits(text, 6, 3)
		}
		return hideDigits(text, 6, 4)
	default:
		return hideDigits(text, 6, 4)
	}
}

// hideDigits writes stars for the digits of a text but the first and last few.
// The X that may end an ID number counts as one.
func hideDigits(text string, first, last int) string {
	total, n := countDigits(text), 0
	return strings.Map(func(r rune) rune {
		if !isNumberRune(r) {
			return r
		}
		if n++; n <= first || n > total-last {
			return r
		}
		return '*'
	}, text)
}

func countDigits(text string) int {
	n := 0
	for _, r := range text {
		if isNumberRune(r) {
			n++
		}
	}
	return n
}

func isNumberRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r == 'X' || r == 'x' || r == 'Ｘ' || r == 'ｘ'
}

// runeBefore and runeAfter are the characters beside a place, 0 at the ends.
func runeBefore(s string, at int) rune {
	if at <= 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return r
}

func runeAfter(s string, at int) rune {
	if at >= len(s) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return r
}
