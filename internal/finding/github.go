package finding

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteGitHub writes findings as workflow commands, which GitHub shows beside
// the lines of a change.
func WriteGitHub(w io.Writer, list []Finding, lang string) error {
	out := bufio.NewWriter(w)
	for _, f := range list {
		var properties []string
		if f.Pos.File != "" {
			properties = append(properties, "file="+escapeProperty(show(f.Pos.File)))
		}
		if f.Pos.Line > 0 {
			properties = append(properties, fmt.Sprintf("line=%d", f.Pos.Line))
		}
		if f.Pos.Col > 0 {
			properties = append(properties, fmt.Sprintf("col=%d", f.Pos.Col))
		}
		properties = append(properties, "title="+escapeProperty(f.Rule.ID))
		message := show(f.Message.In(lang))
		if !f.Hint.IsZero() {
			message += "\n" + show(f.Hint.In(lang))
		}
		fmt.Fprintf(out, "::%s %s::%s\n", command(f.Severity), strings.Join(properties, ","), escapeData(message))
	}
	return out.Flush()
}

// command is the workflow command of a severity.
func command(s Severity) string {
	switch s {
	case Info:
		return "notice"
	case Warning:
		return "warning"
	}
	return "error"
}

// escapeData escapes what would end a command, and the escape itself.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// escapeProperty escapes also what would end a property.
func escapeProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeData(s))
}
