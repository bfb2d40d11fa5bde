package render

import (
	"fmt"
	"html"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/finding"

	"gopkg.in/yaml.v3"
)

// wordsFile holds the words of layouts, as "key: {zh: …, en: …}".
const wordsFile = "words.yaml"

// words are the words of all languages: by key, then by language.
type words map[string]map[string]string

// wordForm finds {{t "key"}}. A word is put into the source before it is
// parsed, so that it costs nothing when a page is rendered.
var wordForm = regexp.MustCompile(`\{\{-?\s*t\s+"([^"\n]*)"\s*-?\}\}`)

// readWords reads the built-in words and the site's over them.
func readWords(builtin, own fs.FS) (words, error) {
	all := words{}
	if err := all.read(builtin); err != nil {
		return nil, err
	}
	if own == nil {
		return all, nil
	}
	found, err := exists(own, wordsFile)
	if err != nil {
		return nil, fmt.Errorf("reading layouts/%s: %w", wordsFile, err)
	}
	if !found {
		return all, nil
	}
	return all, all.read(own)
}

func (w words) read(from fs.FS) error {
	text, err := readText(from, wordsFile)
	if err != nil {
		return err
	}
	f := &file{path: "layouts/" + wordsFile, text: text}
	var doc map[string]map[string]yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return f.failed(yamlLine(err), err)
	}
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		if w[key] == nil {
			w[key] = map[string]string{}
		}
		for _, lang := range slices.Sorted(maps.Keys(doc[key])) {
			node := doc[key][lang]
			if strings.Contains(node.Value, "{{") {
				return f.at(node.Line, finding.Textf("词条 %q 含有 “{{”", "the word %q holds “{{”", key))
			}
			w[key][lang] = node.Value
		}
	}
	return nil
}

var yamlLineForm = regexp.MustCompile(`line ([0-9]+)`)

// yamlLine is the line that a YAML error speaks of, else 0.
func yamlLine(err error) int {
	m := yamlLineForm.FindStringSubmatch(err.Error())
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1]) // digits; one too long for an int is no line
	return n
}

// in is the word in a language, else in English, else in Chinese: a site may
// have a language that only its own words.yaml speaks.
func (w words) in(key, lang string) (string, bool) {
	for _, l := range []string{lang, "en", "zh"} {
		if word, ok := w[key][l]; ok {
			return word, true
		}
	}
	return "", false
}

// withWords is a copy of the files with the words of one language put in.
func (all *files) withWords(w words, lang string) (*files, error) {
	in := &files{partials: map[string]*file{}, layouts: map[string]*file{}}
	var err error
	if in.base, err = all.base.withWords(w, lang); err != nil {
		return nil, err
	}
	for name, f := range all.partials {
		if in.partials[name], err = f.withWords(w, lang); err != nil {
			return nil, err
		}
	}
	for name, f := range all.layouts {
		if in.layouts[name], err = f.withWords(w, lang); err != nil {
			return nil, err
		}
	}
	return in, nil
}

func (f *file) withWords(w words, lang string) (*file, error) {
	var b strings.Builder
	last := 0
	for _, m := range wordForm.FindAllStringSubmatchIndex(f.text, -1) {
		key := f.text[m[2]:m[3]]
		word, ok := w.in(key, lang)
		if !ok {
			line := 1 + strings.Count(f.text[:m[0]], "\n")
			return nil, f.at(line, finding.Textf("words.yaml 中没有词条 %q", "words.yaml has no word %q", key))
		}
		b.WriteString(f.text[last:m[0]])
		b.WriteString(html.EscapeString(word))
		last = m[1]
	}
	b.WriteString(f.text[last:])
	return &file{path: f.path, own: f.own, text: b.String()}, nil
}
