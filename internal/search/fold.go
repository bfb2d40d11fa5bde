package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is the form in which texts are compared: NFKC, lower case, accents off.
// static/search/engine.js does the same.
func fold(s string) string {
	if plain(s) {
		return strings.ToLower(s)
	}
	s = norm.NFD.String(strings.ToLower(norm.NFKC.String(s)))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if s, ok := simplified[r]; ok {
			return s
		}
		if r == 'ς' {
			return 'σ'
		}
		return r
	}, s)
}

// plain reports a text of common Han characters and ASCII, which only lower case
// can change.
func plain(s string) bool {
	for _, r := range s {
		if r >= 0x80 {
			return false
		}
	}
	return true
}

// joined reports a character that is written without spaces between words: it
// is found by pairs.
func joined(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー')
}

// token is a run of joined characters or a word.
type token struct {
	text string
	han  bool
}

// tokens takes a folded text apart. Runs go on across punctuation, and also
// across white space where spaces is set, so that what stands in two parts is
// found as it is read.
func tokens(s string, spaces bool) []token {
	var out []token
	var run, word []rune
	end := func() {
		if len(word) > 0 {
			out = append(out, token{string(word), false})
			word = word[:0]
		}
	}
	endRun := func() {
		if len(run) > 0 {
			out = append(out, token{string(run), true})
			run = run[:0]
		}
	}
	for _, r := range s {
		switch {
		case joined(r):
			end()
			run = append(run, r)
		case unicode.In(r, unicode.L, unicode.N):
			endRun()
			if len(word) < maxWord {
				word = append(word, r)
			}
		default:
			end()
			if !spaces && unicode.IsSpace(r) {
				endRun()
			}
		}
	}
	end()
	endRun()
	return out
}

// maxWord is the longest word, in characters; what follows is left out.
const maxWord = 40
