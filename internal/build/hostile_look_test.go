package build_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gongkai/internal/finding"

	"golang.org/x/net/html"
)

// long, where it is set, makes tests try all that they could.
const long = "GONGKAI_TEST_LONG"

// TestHostileTextsStayText puts every hostile text through every field of every
// table, notes, the glossary, settings and names of files, and looks into every
// file of the site. What elements, attributes and kinds of files a site may have
// is learned from the same site with texts that mean nothing.
func TestHostileTextsStayText(t *testing.T) {
	plain := newHostile(t, plainTexts(30), true)
	plain.open()
	allowed := &look{t: t, shapes: map[string]bool{}, hosts: map[string]string{}, learning: true}
	allowed.all(plain.publish())

	bad := newHostile(t, hostileTexts(t), os.Getenv(long) != "")
	bad.open()
	seen := &look{t: t, shapes: allowed.shapes, hosts: allowed.hosts, slips: map[string][]string{}}
	seen.all(bad.publish())
	seen.report()
	if seen.pages < len(bad.texts)*8 {
		t.Errorf("there were %d pages only", seen.pages)
	}
}

// look looks through the files of a site.
type look struct {
	t        *testing.T
	shapes   map[string]bool   // elements and attributes that pages have, files' endings
	hosts    map[string]string // the files that hosts read
	learning bool
	pages    int
	slips    map[string][]string
}

func (k *look) say(file, kind, detail string) {
	if !k.learning && len(k.slips[kind]) < 1000 {
		k.slips[kind] = append(k.slips[kind], fmt.Sprintf("%s: %.200q", file, detail))
	}
}

func (k *look) report() {
	for kind, list := range k.slips {
		slices.Sort(list)
		k.t.Errorf("%s, %d times:\n\t%s", kind, len(list), strings.Join(spread(list), "\n\t"))
	}
}

// shape learns a shape, or says that it is not among those learned.
func (k *look) shape(file, shape, detail string) {
	if k.learning {
		k.shapes[shape] = true
	} else if !k.shapes[shape] {
		k.say(file, "no site has "+shape, detail)
	}
}

var safeName = regexp.MustCompile(`^[A-Za-z0-9_-][A-Za-z0-9_.-]*$`)

func (k *look) all(dir string) {
	folded := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		if other := folded[strings.ToLower(name)]; other != "" {
			k.say(name, "two names differ in case only", other)
		}
		folded[strings.ToLower(name)] = name
		stem, _, _ := strings.Cut(d.Name(), ".")
		document := strings.HasPrefix(name, "documents/") || name == ".gongkai-manifest"
		if (!safeName.MatchString(d.Name()) && !document) || slices.Contains([]string{"con", "nul", "aux", "prn", "com1"}, strings.ToLower(stem)) || len(d.Name()) > 200 {
			k.say(name, "a name that not every system takes", d.Name())
		}
		if d.IsDir() || document {
			return nil
		}
		if !d.Type().IsRegular() {
			k.say(name, "no regular file", d.Type().String())
			return nil
		}
		data, err := fs.ReadFile(os.DirFS(dir), name)
		k.file(name, data)
		return err
	})
	if err != nil {
		k.t.Fatal(err)
	}
}

func (k *look) file(name string, data []byte) {
	switch ext := path.Ext(name); {
	case ext == ".html":
		k.page(name, data)
	case ext == ".xml" || ext == ".svg":
		k.xml(name, data)
	case ext == ".json" || ext == ".jsonld" || ext == ".geojson" || ext == ".webmanifest":
		k.json(name, data)
	case ext == ".ndjson":
		for line := range bytes.Lines(data) {
			k.json(name, line)
		}
	case ext == ".csv":
		k.csv(name, data)
	case ext == ".xlsx":
		k.workbook(name, data)
	case ext == ".zip":
		k.archive(name, data)
	case name == "_headers" || name == "robots.txt" || strings.HasPrefix(name, "headers/"):
		if k.learning {
			k.hosts[name] = string(data)
		} else if k.hosts[name] != string(data) {
			k.say(name, "a file for hosts has a text of the site in it", string(data))
		}
	case ext == ".sqlite":
		k.database(name, data)
	case ext == ".css" || ext == ".js" || ext == ".png" || ext == ".ico" || ext == ".gz" || ext == ".bin" || ext == ".parquet" || ext == ".md" || ext == ".txt" || ext == ".woff2":
	default:
		k.shape(name, "a file "+path.Base(name), "")
	}
}

// page holds a page's elements and attributes against those learned, and its
// addresses against what may be followed.
func (k *look) page(name string, data []byte) {
	k.pages++
	p := parsePage(name, "", data, func(kind, detail string) { k.say(name, kind, detail) })
	p.checkActive(func(kind, detail string) { k.say(name, kind, detail) })
	k.characters(name, data)
	for _, n := range p.all {
		k.shape(name, "<"+n.Data+">", text(n))
		for _, a := range n.Attr {
			if a.Key == "aria-label" || a.Key == "id" && a.Val != "" || a.Key == "tabindex" { // a table of many rows has more of them
				continue
			}
			k.shape(name, "<"+n.Data+" "+a.Namespace+":"+a.Key+">", a.Val)
			switch a.Key {
			case "href", "src", "action", "formaction", "xlink:href", "srcset", "poster", "cite", "data", "background", "ping":
				k.address(name, n.Data, a.Val)
			}
		}
		if n.Data == "script" && n.FirstChild != nil {
			k.json(name, []byte(n.FirstChild.Data))
		}
	}
	for n := range p.root.Descendants() {
		if n.Type == html.CommentNode {
			k.shape(name, "a comment", n.Data)
		}
	}
}

// address reads an address as browsers do: white space and controls before it,
// and tabs and line ends within, do not count.
func (k *look) address(name, element, to string) {
	s := strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return -1
		}
		return r
	}, strings.TrimLeftFunc(to, func(r rune) bool { return r <= ' ' }))
	s = strings.ReplaceAll(s, "\\", "/")
	switch scheme, _, has := strings.Cut(strings.ToLower(s), ":"); {
	case strings.HasPrefix(s, "//"):
		k.say(name, "an address of a third party without a scheme", to)
	case !has || strings.ContainsAny(scheme, "/?#"): // relative
	case scheme != "http" && scheme != "https" && scheme != "mailto":
		k.say(name, "an address of another scheme", element+" "+to)
	case element != "a" && !strings.HasPrefix(s, "https://example.org/open/"):
		k.say(name, "a third party is asked", element+" "+to)
	}
	if _, err := url.Parse(to); err != nil {
		k.say(name, "an address that does not parse", to)
	}
}

// betweenPictures reports whether a joiner makes one emoji of two.
func betweenPictures(data []byte, at int, r rune) bool {
	before := bytes.TrimRightFunc(data[:at], func(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Sk) })
	last, _ := utf8.DecodeLastRune(before)
	next, _ := utf8.DecodeRune(data[at+utf8.RuneLen(r):])
	return r == 0x200D && unicode.Is(unicode.So, last) && unicode.Is(unicode.So, next)
}

// characters finds what pages show and do not obey.
func (k *look) characters(name string, data []byte) {
	if !utf8.Valid(data) {
		k.say(name, "no UTF-8", "")
	}
	note := strings.Contains(name, "stories/") || strings.Contains(name, "policies/") // prose may have marks of direction and joiners
	for i, r := range string(data) {
		bends := r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
		if bends || unicode.IsControl(r) && r != '\n' && r != '\t' || r&0xFFFE == 0xFFFE || !note && (unicode.Is(unicode.Cf, r) && !betweenPictures(data, i, r) || r == 0x2028 || r == 0x2029) {
			k.say(name, fmt.Sprintf("the character %U", r), string(data[max(0, i-40):min(len(data), i+20)]))
			return
		}
	}
}

func (k *look) xml(name string, data []byte) {
	k.characters(name, data)
	k.parts(name, data)
}

// parts holds the elements of XML against those learned.
func (k *look) parts(name string, data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			k.say(name, "XML that does not parse", err.Error())
			return
		}
		switch n := token.(type) {
		case xml.StartElement:
			k.shape(name, "<"+n.Name.Space+" "+n.Name.Local+">", "")
			for _, a := range n.Attr {
				if a.Name.Local == "space" { // kept, as Excel does
					continue
				}
				k.shape(name, "<"+n.Name.Local+" "+a.Name.Space+" "+a.Name.Local+">", a.Value)
				if a.Name.Local == "href" {
					k.address(name, "a", a.Value)
				}
			}
		case xml.Directive, xml.Comment:
			k.shape(name, fmt.Sprintf("an XML %T", n), "")
		case xml.ProcInst:
			k.shape(name, "<?"+n.Target, "")
		}
	}
}

func (k *look) json(name string, data []byte) {
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		k.say(name, "JSON that does not parse", err.Error()+string(data[:min(100, len(data))]))
	}
	if !utf8.Valid(data) {
		k.say(name, "no UTF-8", "")
	}
	for _, s := range []string{"</script", "<!--", "\u2028", "\u2029"} {
		if i := bytes.Index(data, []byte(s)); i >= 0 {
			k.say(name, fmt.Sprintf("JSON with a bare %q", s), string(data[max(0, i-60):min(len(data), i+20)]))
		}
	}
}

// csv reads a table for programs, and one for spreadsheets, in which nothing may
// be taken for a formula however a cell is cut.
func (k *look) csv(name string, data []byte) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	rows, err := r.ReadAll()
	if err != nil {
		k.say(name, "CSV that does not parse", err.Error())
	}
	if !strings.Contains(name, "excel") {
		return
	}
	for _, row := range rows {
		for _, cell := range row {
			if formula(cell) {
				k.say(name, "a cell that a spreadsheet runs", cell)
			}
		}
	}
}

var number = regexp.MustCompile(`^-?[0-9.]+$`)

func formula(cell string) bool {
	s := strings.TrimLeftFunc(cell, unicode.IsSpace)
	return s != "" && strings.ContainsRune("=+-@|%＝＋－＠", []rune(s)[0]) && !number.MatchString(s)
}

// workbook looks for formulas, links, macros and foreign parts.
func (k *look) workbook(name string, data []byte) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		k.say(name, "a workbook that does not open", err.Error())
		return
	}
	for _, f := range z.File {
		part, err := readPart(f)
		if err != nil {
			k.say(name, "a workbook that does not open", err.Error())
			continue
		}
		k.shape(name, "a part "+cmp.Or(regexp.MustCompile(`[0-9]+\.`).ReplaceAllString(f.Name, "."), f.Name), "")
		k.parts(name+"/"+f.Name, part)
		for _, s := range []string{"<f>", "<f ", "<hyperlink", "TargetMode=\"External\"", "ddeLink"} {
			if bytes.Contains(part, []byte(s)) {
				k.say(name+"/"+f.Name, "an active part of a workbook", s)
			}
		}
	}
}

// archive holds what an archive has against what is looked for beside it.
func (k *look) archive(name string, data []byte) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		k.say(name, "an archive that does not open", err.Error())
		return
	}
	for _, f := range z.File {
		if !fs.ValidPath(f.Name) || strings.Contains(f.Name, "\\") {
			k.say(name, "a path in an archive", f.Name)
		}
		part, err := readPart(f)
		if err != nil {
			k.say(name, "an archive that does not open", err.Error())
		}
		k.file(name+"/"+f.Name, part)
	}
}

func readPart(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// checkPrinted holds what is printed of findings against what a terminal, a
// program and a host's log would obey.
func checkPrinted(t *testing.T, all []finding.Finding) {
	t.Helper()
	for _, lang := range []string{"zh", "en"} {
		var text, object, sarif, github bytes.Buffer
		err := errors.Join(
			finding.WriteText(&text, all, finding.TextOptions{Lang: lang}),
			finding.WriteJSON(&object, all, lang),
			finding.WriteSARIF(&sarif, all, lang, "1"),
			finding.WriteGitHub(&github, all, lang),
		)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range []*bytes.Buffer{&text, &object, &sarif, &github} {
			for _, r := range b.String() {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
					t.Errorf("findings are printed with %U", r)
					break
				}
			}
		}
		for _, b := range []*bytes.Buffer{&object, &sarif} {
			if !json.Valid(b.Bytes()) {
				t.Error("findings are printed as JSON that does not parse")
			}
		}
		for line := range strings.Lines(github.String()) {
			if !regexp.MustCompile(`^::(error|warning|notice) [^:]*::`).MatchString(line) {
				t.Errorf("a line for a host's log: %.200q", line)
			}
		}
	}
}
