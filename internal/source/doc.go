// Package source turns the bytes of a publisher's files into records with
// positions. It knows encodings, CSV, YAML and front matter, and no domain: what
// a heading or a key means is the caller's business.
//
// Everything read here is hostile or damaged until shown otherwise. Files are
// opened through os.Root only, every limit has its own finding, and a position
// is always the line and character that the publisher's own editor shows.
//
// Read OpenCSV first: it is the path nearly every file takes, from the text that
// Decode made to a csv.Reader standing at the headings. ParseYAML and ListTable
// are its counterpart for YAML, FrontMatter for notes, and Site for the folder.
package source
