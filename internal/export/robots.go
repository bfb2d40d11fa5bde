package export

import "io"

// WriteRobots prints robots.txt: everything may be read. Sitemap is its absolute
// address, "" where the site does not know its own.
func WriteRobots(w io.Writer, sitemap string) error {
	text := "User-agent: *\nAllow: /\n"
	if sitemap != "" {
		text += "\nSitemap: " + sitemap + "\n"
	}
	_, err := io.WriteString(w, text)
	return err
}
