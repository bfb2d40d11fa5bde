package render

import (
	"bytes"
	"html/template"
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"gongkai/internal/site"
)

// filler fills every field of a view, two elements to a list; with chance,
// lists have up to three, and numbers and booleans are any.
type filler struct {
	text   func(field string) string
	count  int
	chance *rand.Rand
}

func (f *filler) bool(field string) bool {
	if f.chance != nil {
		return f.chance.IntN(2) == 0
	}
	return field != "Missing"
}

func (f *filler) int(usual, chances int) int {
	if f.chance != nil {
		return f.chance.IntN(chances)
	}
	return usual
}

// filled is a view of the type of v with every field set.
func (f *filler) filled(v any) any {
	r := reflect.New(reflect.TypeOf(v)).Elem()
	f.fill(r, "")
	return r.Interface()
}

func (f *filler) fill(v reflect.Value, field string) {
	switch v.Interface().(type) {
	case template.HTML:
		v.SetString("<p>Markdown, made safe before</p>")
		return
	}
	switch v.Kind() {
	case reflect.String:
		f.count++
		v.SetString(f.text(field))
	case reflect.Bool:
		v.SetBool(f.bool(field))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.int(3, 4)))
	case reflect.Slice:
		count := f.int(2, 4)
		list := reflect.MakeSlice(v.Type(), count, count)
		for i := range count {
			f.fill(list.Index(i), field)
		}
		v.Set(list)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Field(i).Name)
		}
	default:
		panic("a view has a field of kind " + v.Kind().String() + ": " + field)
	}
}

// plain fills views with texts that are what the fields promise to hold.
func plain(lang string) *filler {
	f := &filler{}
	f.text = func(field string) string {
		n := strconv.Itoa(f.count)
		switch field {
		case "Lang", "NameLang", "BodyLang", "SummaryLang", "OtherLang":
			return lang
		case "ID", "Name":
			return "n" + n
		case "Href", "Home", "JSON", "Prev", "Next", "Website":
			return "../page.html?a=1&b=" + n
		case "Root", "Up":
			return "../"
		case "Canonical", "URL":
			return "https://example.org/" + n
		case "Kind", "Chip":
			return "good"
		case "Layout":
			return "project"
		default:
			return "文本 text " + n
		}
	}
	return f
}

// filled is a view of a layout with every field set.
func filled(t testing.TB, layout, lang string) any {
	t.Helper()
	v, ok := views()[layout]
	if !ok {
		t.Fatalf("layout %q has no view", layout)
	}
	return plain(lang).filled(v)
}

// empty is a view that says nothing but what every page has.
func empty(layout, lang string) any {
	r := reflect.New(reflect.TypeOf(views()[layout])).Elem()
	r.FieldByName("Lang").SetString(lang)
	r.FieldByName("Title").SetString("Title")
	r.FieldByName("SiteTitle").SetString("Site")
	r.FieldByName("Home").SetString("index.html")
	return r.Interface()
}

func render(t testing.TB, l *Layouts, layout, lang string, view any) string {
	t.Helper()
	var b bytes.Buffer
	if err := l.Render(&b, &site.Page{URL: layout + ".html", Layout: layout, Lang: lang}, view); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
