package site

import "html/template"

// Note is a page of text.
type Note struct {
	Frame
	Kind         string
	Facts        []Fact // date, issuer, number, status
	Body         template.HTML
	BodyLang     string
	Untranslated bool // the text is in another language than the page
	Contents     []Heading
	Related      []Link
	ReplacedBy   []Link
	Draft        bool
	Status       Chip     // whether it is in force; no text where that is not said
	Totals       []Amount // of the projects that rest on it
	Rests        Table    // what rests on it
}

// Heading is a line of a note's table of contents.
type Heading struct {
	Text, ID string
	Level    int
}

// Notes is a list of notes.
type Notes struct {
	Frame
	Items []NoteItem
}

// NoteItem is one entry of a list of notes.
type NoteItem struct {
	Link
	Date    string
	Issuer  string
	Status  Chip
	Summary string
	Number  string // 文号
}
