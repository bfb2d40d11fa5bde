package value

// class is what a byte may be of personal data.
type class uint8

const (
	classOther class = iota // ends a number
	classDigit
	classWithin // may be, or be a part of, what stands between digits
	classAt
	classHan  // begins 室 and 单, among others
	classWide // begins a full-width digit or ＠, among others
)

// classes tells the class of each byte. A table, because every byte of a site
// is asked for.
var classes = makeClasses()

func makeClasses() [256]class {
	t := [256]class{'@': classAt, ' ': classWithin, '-': classWithin, '.': classWithin,
		0xE2: classWithin, 0xE3: classWithin, 0xE5: classHan, 0xEF: classWide}
	for c := '0'; c <= '9'; c++ {
		t[c] = classDigit
	}
	for c := 0x80; c < 0xC3; c++ { // what follows a first byte, and the first byte of signs
		t[c] = classWithin
	}
	return t
}

// MayHoldPersonal reports whether a line is worth a closer look: it has an @,
// eleven digits with little between them, or a word for a room. Few lines of a
// table are, and looking at each byte once costs next to nothing.
func MayHoldPersonal[T string | []byte](line T) bool {
	digits := 0
	for i := 0; i < len(line); i++ {
		switch classes[line[i]] {
		case classOther:
			digits = 0
		case classDigit:
			if digits++; digits >= mobileDigits {
				return true
			}
		case classWithin:
		case classAt:
			return true
		case classHan:
			if i+2 < len(line) && (line[i+1] == 0xAE && line[i+2] == 0xA4 || line[i+1] == 0x8D && line[i+2] == 0x95) {
				return true // 室 or 单
			}
			digits = 0
		case classWide:
			if i+2 < len(line) && line[i+1] == 0xBC && line[i+2] >= 0x90 && line[i+2] <= 0xA0 {
				// A full-width digit, or one of the signs up to ＠ that follow them.
				if digits++; digits >= mobileDigits || line[i+2] == 0xA0 {
					return true
				}
			}
		}
	}
	return false
}
