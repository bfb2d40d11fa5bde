package model

import (
	"errors"
	"path"
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/markdown"
	"gongkai/internal/source"
	"gongkai/internal/value"

	"gopkg.in/yaml.v3"
)

// The folders of content/ that hold notes; a policy's folder is "policies".
var noteKinds = []string{"policies", "stories", "pages", "handbook"}

// maxNote is the largest note, in bytes.
const maxNote = 4 << 20

// Note is a Markdown text with its translations.
type Note struct {
	Kind string // "policies", "stories", "pages" or "handbook"
	Slug string // the file name without its ending and language

	Date     value.Date
	Issuer   value.Text
	Number   string // 文号
	Status   NoteStatus
	Replaces []string // slugs of the notes that this one replaces
	Topics   []string
	Related  []string // subjects: "programmes:pudong-2007"

	Texts []NoteText // the site's default language first

	places map[string]finding.Pos // of what Replaces and Related name
}

// NoteText is a note in one language.
type NoteText struct {
	Lang  string
	Title string
	Doc   *markdown.Doc
	File  string
	Line  int // line of the file where Doc begins
}

// NoteStatus is whether a policy is in force.
type NoteStatus string

// The statuses of a policy.
const (
	StatusInForce  NoteStatus = "in_force"
	StatusDraft    NoteStatus = "draft"
	StatusRepealed NoteStatus = "repealed"
)

// In is the note's text for a language: the translation, else the first one.
func (n *Note) In(lang string) NoteText {
	for _, t := range n.Texts {
		if t.Lang == lang {
			return t
		}
	}
	return n.Texts[0]
}

// readNotes reads every note under content/. broken are those, by kind and
// slug, of which no file could be read.
func readNotes(src *source.Site, languages []string, l *finding.List) (notes []*Note, broken map[string]bool) {
	byKey := map[string]*Note{}
	broken = map[string]bool{}
	for _, name := range src.List("content", l) {
		rest := strings.TrimPrefix(name, "content/")
		if rest == "glossary.yaml" {
			continue
		}
		dir, base := path.Split(rest)
		kind := strings.TrimSuffix(dir, "/")
		if !slices.Contains(noteKinds, kind) || !strings.HasSuffix(base, ".md") {
			l.Add(strayNote(name))
			continue
		}
		slug, lang := noteSlug(base, languages)
		key := kind + "/" + slug
		text, ok := readText(src, name, l)
		if !ok {
			broken[key] = true
			continue
		}
		n := byKey[key]
		if n == nil {
			n = &Note{Kind: kind, Slug: slug}
			byKey[key] = n
			notes = append(notes, n)
		}
		n.read(name, lang, text, l)
	}
	notes = slices.DeleteFunc(notes, func(n *Note) bool {
		if len(n.Texts) == 0 {
			broken[n.Kind+"/"+n.Slug] = true
		}
		return len(n.Texts) == 0
	})
	for _, n := range notes {
		slices.SortStableFunc(n.Texts, func(a, b NoteText) int {
			return languageRank(languages, a.Lang) - languageRank(languages, b.Lang)
		})
		for _, t := range n.Texts[1:] {
			if !slices.Contains(languages, t.Lang) {
				l.Add(foreignNote(t, languages))
			}
		}
	}
	return notes, broken
}

// foreignNote is about a text that no page shows, as a text in a language of the
// site stands beside it.
func foreignNote(t NoteText, languages []string) finding.Finding {
	return finding.Finding{
		Rule: foreignNoteRule, Pos: finding.Pos{File: t.File}, Value: t.Lang,
		Message: finding.Textf("网站没有语言 %q，这篇译文不会显示", "the site does not have the language %q, so this translation is not shown", t.Lang),
		Hint:    finding.Textf("网站的语言是 %s：改文件名，或在 data/site.yaml 的 languages 中加上", "the site has %s: rename the file, or add the language to languages: in data/site.yaml", strings.Join(languages, ", ")),
	}
}

// languageRank orders texts by the site's languages; one that the site does not
// speak comes last.
func languageRank(languages []string, lang string) int {
	if i := slices.Index(languages, lang); i >= 0 {
		return i
	}
	return len(languages)
}

func strayNote(name string) finding.Finding {
	return finding.Finding{
		Rule: strayNoteRule, Pos: finding.Pos{File: name}, Value: name,
		Message: finding.Textf("%q 不在放文稿的位置", "%q is not where notes belong", name),
		Hint:    finding.Textf("文稿放在 content/%s 之一，文件名以 .md 结尾", "notes are .md files in one of content/%s", strings.Join(noteKinds, ", content/")),
	}
}

// noteSlug splits "fund.en.md" into its slug and language.
func noteSlug(base string, languages []string) (slug, lang string) {
	slug = strings.TrimSuffix(base, ".md")
	if i := strings.LastIndexByte(slug, '.'); i > 0 && isLanguage(slug[i+1:]) {
		return slug[:i], slug[i+1:]
	}
	return slug, languages[0]
}

// readText reads a small text file as UTF-8.
func readText(src *source.Site, name string, l *finding.List) ([]byte, bool) {
	raw, err := src.Read(name, maxNote)
	if err != nil {
		f := finding.Finding{
			Rule: unreadableNoteRule, Pos: finding.Pos{File: name},
			Message: finding.Textf("文件读不出：%v", "the file cannot be read: %v", err),
			Hint:    source.UnreadableHint(err),
		}
		if errors.Is(err, source.ErrTooLarge) {
			f.Message = finding.Textf("文件超过 %d MiB", "the file is larger than %d MiB", maxNote>>20)
			f.Hint = finding.Textf("拆成几个文件；附件放到 static/documents/", "split it into several; put documents into static/documents/")
		}
		l.Add(f)
		return nil, false
	}
	return source.Decode(name, raw, "", l)
}

// read adds one language's file to the note. What is the same in every
// language is taken from the first file that says it.
func (n *Note) read(name, lang string, text []byte, l *finding.List) {
	front, body, line, ok := source.FrontMatter(name, text, l)
	if !ok {
		return
	}
	t := NoteText{Lang: lang, File: name, Line: line}
	r := configReader{name, l}
	if front != nil {
		r.keys(front, map[string]func(*yaml.Node){
			"title":    func(v *yaml.Node) { t.Title = r.text(v) },
			"date":     func(v *yaml.Node) { n.Date = r.date(v) },
			"issuer":   func(v *yaml.Node) { n.issuer(r, lang, v) },
			"number":   func(v *yaml.Node) { n.Number = r.text(v) },
			"status":   func(v *yaml.Node) { n.status(r, v) },
			"replaces": func(v *yaml.Node) { n.Replaces = n.names(r, v) },
			"topics":   func(v *yaml.Node) { n.Topics = r.texts(v) },
			"related":  func(v *yaml.Node) { n.Related = n.names(r, v) },
		})
	}
	t.Doc = markdown.Parse(body)
	if t.Title == "" {
		t.Title = n.Slug
		if hs := t.Doc.Headings(); len(hs) > 0 {
			t.Title = hs[0].Text
		}
	}
	n.Texts = append(n.Texts, t)
}

// names reads what a note names, and notes where.
func (n *Note) names(r configReader, v *yaml.Node) []string {
	if n.places == nil {
		n.places = map[string]finding.Pos{}
	}
	for _, item := range r.items(v) {
		if s, ok := source.Scalar(item); ok {
			n.places[value.Clean(s)] = source.NodePos(r.file, item)
		}
	}
	return r.texts(v)
}

func (n *Note) issuer(r configReader, lang string, v *yaml.Node) {
	if s, ok := source.Scalar(v); ok {
		n.Issuer.Set(lang, value.Clean(s))
		return
	}
	n.Issuer = r.localised(v)
}

func (n *Note) status(r configReader, v *yaml.Node) {
	switch s := NoteStatus(r.text(v)); s {
	case StatusInForce, StatusDraft, StatusRepealed, "":
		n.Status = s
	default:
		r.bad(v, string(s), finding.Textf("%q 不是文件的状态", "%q is no status of a note", s), finding.Textf("可写 in_force、draft、repealed", "it takes in_force, draft or repealed"))
	}
}
