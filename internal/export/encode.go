package export

import (
	"io"
	"unicode/utf8"

	"gongkai/internal/value"
)

// encoder builds JSON in the order it is told, into one buffer that is reused.
// encoding/json would need a struct or a map for every shape of record: the one
// cannot have a table's columns, the other loses their order.
type encoder struct {
	b     []byte
	first []bool // per open object or array: nothing was written into it yet
}

func (e *encoder) open(c byte) {
	e.b = append(e.b, c)
	e.first = append(e.first, true)
}

func (e *encoder) close(c byte) {
	e.first = e.first[:len(e.first)-1]
	e.b = append(e.b, c)
}

// drained is how much is encoded before it goes on.
const drained = 64 << 10

// drain hands on what is encoded, where it is much. It comes after the end of an
// element.
func (e *encoder) drain(w io.Writer) error {
	if len(e.b) < drained {
		return nil
	}
	_, err := w.Write(e.b)
	e.b = e.b[:0]
	return err
}

// next begins another member or element. Members of the outermost object stand
// on lines of their own, which people and diff can read.
func (e *encoder) next() {
	top := len(e.first) - 1
	if !e.first[top] {
		e.b = append(e.b, ',')
	}
	e.first[top] = false
	if top == 0 {
		e.b = append(e.b, '\n', ' ')
	} else if e.b[len(e.b)-1] == ',' {
		e.b = append(e.b, ' ')
	}
}

// key begins a member of the open object.
func (e *encoder) key(name string) {
	e.next()
	e.str(name)
	e.b = append(e.b, ':', ' ')
}

// raw appends what is JSON already, such as a number's digits.
func (e *encoder) raw(s string) { e.b = append(e.b, s...) }

// member writes a text member; an empty text is null.
func (e *encoder) member(name, s string) {
	e.key(name)
	e.orNull(s)
}

func (e *encoder) orNull(s string) {
	if s == "" {
		e.raw("null")
		return
	}
	e.str(s)
}

// text writes a localised text: a string where its language is not said, else
// an object by language, in which "und" holds what is in none.
func (e *encoder) text(t value.Text) {
	langs := t.Langs()
	if len(langs) == 0 {
		e.orNull(t.Plain())
		return
	}
	e.open('{')
	if t.Plain() != "" {
		e.key("und")
		e.str(t.Plain())
	}
	for _, lang := range langs {
		e.key(lang)
		e.str(t.Exact(lang))
	}
	e.close('}')
}

const hexDigits = "0123456789abcdef"

// str writes a string. "<" is escaped as well, so that a browser which is led to
// take the file for a page finds no tag in it.
func (e *encoder) str(s string) {
	e.b = append(e.b, '"')
	from := 0 // what of s is not written yet
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '<' {
			i++
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
			if r != utf8.RuneError && r != 0x2028 && r != 0x2029 {
				i += n
				continue
			}
		}
		e.b = append(e.b, s[from:i]...)
		e.escape(r)
		i += n
		from = i
	}
	e.b = append(e.b, s[from:]...)
	e.b = append(e.b, '"')
}

func (e *encoder) escape(r rune) {
	switch r {
	case '"', '\\':
		e.b = append(e.b, '\\', byte(r))
	case '\n':
		e.b = append(e.b, '\\', 'n')
	case 0x2028, 0x2029:
		e.b = append(e.b, '\\', 'u', '2', '0', '2', hexDigits[r&15])
	case utf8.RuneError:
		e.b = append(e.b, `\ufffd`...)
	default:
		e.b = append(e.b, '\\', 'u', '0', '0', hexDigits[r>>4], hexDigits[r&15])
	}
}
