package cli

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"gongkai/internal/build"

	"github.com/alecthomas/kong"
)

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		args, env string
		want      string
	}{
		{"", "", "en"},
		{"", "LANG=zh_CN.UTF-8", "zh"},
		{"", "LANG=en_US.UTF-8", "en"},
		{"", "LANG=zh_CN.UTF-8 LC_ALL=C", "en"},
		{"", "LANG=en_GB LC_MESSAGES=zh_TW", "zh"},
		{"check --lang zh", "LANG=en_GB", "zh"},
		{"--lang=en check", "LANG=zh_CN", "en"},
		{"--lang fr check", "LANG=zh_CN", "zh"},
		{"--lang", "", "en"},
	} {
		env := func(name string) string {
			for _, pair := range strings.Fields(c.env) {
				if k, v, _ := strings.Cut(pair, "="); k == name {
					return v
				}
			}
			return ""
		}
		if got := language(strings.Fields(c.args), env); got != c.want {
			t.Errorf("args %q, environment %q: %s, want %s", c.args, c.env, got, c.want)
		}
	}
}

// TestEveryFlagHasHelpInBothLanguages keeps commands, arguments and flags from
// going undocumented.
func TestEveryFlagHasHelpInBothLanguages(t *testing.T) {
	parser, err := kong.New(&grammar{}, kong.Vars{"lang": "en"})
	if err != nil {
		t.Fatal(err)
	}
	need := func(what, help, zh string) {
		if help == "" || !strings.HasSuffix(help, ".") || !strings.HasSuffix(zh, "。") {
			t.Errorf("%s: help %q, zh %q: each is a sentence", what, help, zh)
		}
	}
	values := func(of string, n *kong.Node) {
		for _, v := range n.Values() {
			if v.Name != "help" {
				need(of+" "+v.Name, v.Help, v.Tag.Get("zh"))
			}
		}
	}
	values("gongkai", parser.Model.Node)
	for _, n := range parser.Model.Children {
		need(n.Name, n.Help, n.Tag.Get("zh"))
		values(n.Name, n)
	}
}

// TestCommandsRun holds that every command of the grammar has a Run; kong finds
// a missing one only when it is called.
func TestCommandsRun(t *testing.T) {
	type command interface{ Run(c *console) error }
	g := reflect.TypeFor[grammar]()
	for i := range g.NumField() {
		if f := g.Field(i); f.Type.Kind() == reflect.Struct {
			if _, ok := reflect.New(f.Type).Interface().(command); !ok {
				t.Errorf("%s has no Run(*console) error", f.Name)
			}
		}
	}
}

func TestProgressIsPlainWhereNobodySeesATerminal(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(&console{Streams: Streams{Err: &out}, lang: "en"})
	p.update(build.StageRead, 0, 1)
	if out.Len() > 0 {
		t.Errorf("within the first second: %q", out.String())
	}
	p.began = time.Now().Add(-time.Hour)
	for done := range 4 {
		p.update(build.StageRender, done, 3)
	}
	p.update(build.StageWrite, 0, 1)
	p.end()
	p.update(build.StageWrite, 0, 1)
	if got, want := out.String(), "gongkai: making pages …\ngongkai: putting the new site in place …\n"; got != want {
		t.Errorf("progress %q, want %q", got, want)
	}
}

func TestProgressIsOneLineOnATerminal(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(&console{Streams: Streams{Err: &out}, lang: "zh"})
	p.terminal, p.began = true, time.Now().Add(-time.Hour)
	p.update(build.StageRender, 10, 300)
	p.update(build.StageRender, 20, 300) // at once: not shown
	p.end()
	if got, want := out.String(), "\r\x1b[K生成网页 10 / 300\r\x1b[K"; got != want {
		t.Errorf("progress %q, want %q", got, want)
	}
}
