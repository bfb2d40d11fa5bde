package check

import "strings"

// section is a file of a case in testdata, in the txtar format: a line
// "-- name --" and what follows it.
type section struct{ name, text string }

// parseArchive gives the comment before the first file, and the files.
func parseArchive(text string) (comment string, files []section) {
	for line := range strings.Lines(text) {
		name, begins := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		name, ends := strings.CutSuffix(name, " --")
		switch {
		case begins && ends:
			files = append(files, section{name: strings.TrimSpace(name)})
		case len(files) == 0:
			comment += line
		default:
			files[len(files)-1].text += line
		}
	}
	return comment, files
}

func formatArchive(comment string, files []section) string {
	var b strings.Builder
	b.WriteString(comment)
	for _, f := range files {
		b.WriteString("-- " + f.name + " --\n" + f.text)
	}
	return b.String()
}
