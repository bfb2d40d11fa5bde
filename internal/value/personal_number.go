package value

import (
	"slices"
	"strings"
	"time"
)

// mobileDigits is the length of a mobile number, the shortest that is looked
// for.
const mobileDigits = 11

// findNumbers finds the numbers of people among a line's digits.
func findNumbers(s string) []Personal {
	var all []Personal
	r := run{text: s}
	for next, ok := r.next(0); ok; next, ok = r.next(next) {
		if len(r.digits) < mobileDigits {
			continue
		}
		for i := 0; i < len(r.digits); {
			p, n := r.numberAt(i)
			if n == 0 {
				for i++; i < len(r.digits) && r.gaps[i] == gapNone; i++ {
				}
				continue
			}
			all, i = append(all, p), i+n
		}
	}
	return all
}

// numberAt is the number that begins with a digit, and how many digits of the
// run it takes; 0 where none does. What proves itself best is tried first.
func (r *run) numberAt(i int) (Personal, int) {
	for _, read := range []func(int) (Personal, int){r.idNumber, r.oldIDNumber, r.bankCard, r.mobile} {
		if p, n := read(i); n > 0 {
			return p, n
		}
	}
	return Personal{}, 0
}

// found is the finding of digits from..to.
func (r *run) found(kind PersonalKind, from, to int) Personal {
	return Personal{Kind: kind, Start: r.starts[from], End: r.ends[to-1]}
}

// idNumber reads a resident ID number of 18 characters (GB 11643-1999): a
// region, a day of birth, a serial number and a check character, which may be
// an X.
func (r *run) idNumber(i int) (Personal, int) {
	const digits = 17
	if i+digits > len(r.digits) || !knownProvince(r.digits[i:]) || !isDay(string(r.digits[i+6:i+14])) {
		return Personal{}, 0
	}
	sum, weight := 0, 1
	for j := digits - 1; j >= 0; j-- {
		weight = weight * 2 % 11
		sum += int(r.digits[i+j]-'0') * weight
	}
	p := r.found(IDNumber, i, i+digits)
	// In an identifier a district, a recent day and a serial number can stand
	// as well, and a check digit is right by chance once in eleven times.
	p.Bare = string(r.digits[i+6:i+10]) >= "2000" || CreditCode(string(r.digits[i:min(len(r.digits), i+digits+1)])) == nil
	check := "10X98765432"[sum%11]
	if check == 'X' {
		end, ok := r.checkX(i + digits)
		p.End = end
		return p, taken(digits, ok && r.begins(i, false))
	}
	to := i + digits + 1
	if to > len(r.digits) || r.digits[to-1] != check {
		return Personal{}, 0
	}
	p.End = r.ends[to-1]
	return p, taken(to-i, r.apart(i, to, false))
}

// taken is a number of digits, or none where something speaks against them.
func taken(n int, ok bool) int {
	if !ok {
		return 0
	}
	return n
}

// checkX is the end of the X that follows a run's digits; false where no X, or
// more than one letter, does.
func (r *run) checkX(to int) (end int, ok bool) {
	if to != len(r.digits) {
		return 0, false
	}
	_, at := readGap(r.text, r.ends[to-1])
	for _, x := range []string{"X", "x", "Ｘ", "ｘ"} {
		if strings.HasPrefix(r.text[at:], x) {
			end = at + len(x)
			after := runeAfter(r.text, end)
			_, digit := digitAt(r.text, end)
			return end, digit == 0 && !isASCIILetter(after)
		}
	}
	return 0, false
}

// oldIDNumber reads a number of 15 digits, as they were given until 1999. It
// has no check digit, so the whole must stand alone, and a year that is rather
// that of a contract's number, from a district, a day and a serial number, is
// not taken for one of birth.
func (r *run) oldIDNumber(i int) (Personal, int) {
	to := i + 15
	if to > len(r.digits) || !knownProvince(r.digits[i:]) || string(r.digits[i+6:i+8]) < "27" || !isDay("19"+string(r.digits[i+6:i+12])) || !r.alone(i, to) {
		return Personal{}, 0
	}
	groups, _, ok := r.shape(i, to)
	if !ok || len(groups) > 1 && !slices.Equal(groups, []int{6, 6, 3}) {
		return Personal{}, 0
	}
	p := r.found(IDNumber, i, to)
	p.Bare = len(groups) == 1
	return p, 15
}

// knownProvince reports whether digits begin with the code of a province, or
// with one of those for residents from abroad.
func knownProvince(digits []byte) bool {
	const known = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91"
	return strings.Contains(known, string(digits[:2]))
}

// isDay reports whether eight digits are a day on which somebody alive may have
// been born.
func isDay(digits string) bool {
	t, err := time.Parse("20060102", digits)
	return err == nil && t.Year() >= 1900 && t.Year() < 2050
}

// bankCard reads a card number: of UnionPay, Visa or Mastercard by its first
// digits, and right by the check digit of ISO/IEC 7812.
func (r *run) bankCard(i int) (Personal, int) {
	longest, shortest := 19, 16
	switch d := r.digits[i:]; {
	case len(d) < shortest:
		return Personal{}, 0
	case d[0] == '6' && d[1] == '2':
	case d[0] == '4', d[0] == '5' && d[1] >= '1' && d[1] <= '5':
		longest = 16
	default:
		return Personal{}, 0
	}
	for n := min(longest, len(r.digits)-i); n >= shortest; n-- {
		to := i + n
		groups, _, ok := r.shape(i, to)
		if !ok || !cardGroups(groups) || !r.alone(i, to) || !luhn(r.digits[i:to]) {
			continue
		}
		if n == 18 && CreditCode(string(r.digits[i:to])) == nil {
			continue // a credit code without letters
		}
		p := r.found(BankCard, i, to)
		p.Bare = len(groups) == 1
		return p, n
	}
	return Personal{}, 0
}

// cardGroups reports whether digits are grouped as on a card: by four, or six
// and the rest.
func cardGroups(groups []int) bool {
	if len(groups) <= 2 {
		return len(groups) == 1 || groups[0] == 6
	}
	for _, n := range groups[:len(groups)-1] {
		if n != 4 {
			return false
		}
	}
	return groups[len(groups)-1] <= 4
}

func luhn(digits []byte) bool {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d = d/5 + d*2%10 // the sum of the digits of twice d
		}
		sum += d
	}
	return sum%10 == 0
}
