package cli

import "strings"

// language is the language of messages: that of --lang, looked for before the
// arguments are parsed so that their errors are in it too, else the system's.
func language(args []string, env func(string) string) string {
	for i, a := range args {
		v, ok := strings.CutPrefix(a, "--lang=")
		if a == "--lang" && i+1 < len(args) {
			v, ok = args[i+1], true
		}
		if ok && (v == "zh" || v == "en") {
			return v
		}
	}
	// As the C library does it: the first that is set decides.
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "zh") {
				return "zh"
			}
			return "en"
		}
	}
	return "en"
}
