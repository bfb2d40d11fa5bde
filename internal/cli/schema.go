package cli

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

type schemaCmd struct {
	Table string `arg:"" optional:"" help:"One table; all are listed without it." zh:"一张表；不写则列出各表。"`
	JSON  bool   `name:"json" help:"Print JSON." zh:"输出 JSON。"`
}

// Run describes one table, or lists all.
func (cmd *schemaCmd) Run(c *console) error {
	schemas := model.Schemas()
	if cmd.Table == "" {
		if cmd.JSON {
			list := make([]tableJSON, len(schemas))
			for i, s := range schemas {
				list[i] = newTableJSON(s, c.lang)
			}
			return writeJSON(c.Out, list)
		}
		return listTables(c, schemas)
	}
	i := slices.IndexFunc(schemas, func(s *table.Schema) bool { return s.Info.Name == cmd.Table })
	if i < 0 {
		return unknownTable(cmd.Table, schemas)
	}
	if cmd.JSON {
		return writeJSON(c.Out, newTableJSON(schemas[i], c.lang))
	}
	return describeTable(c, schemas[i])
}

func listTables(c *console, schemas []*table.Schema) error {
	w := tabwriter.NewWriter(c.Out, 0, 0, 2, ' ', 0)
	for _, s := range schemas {
		fmt.Fprintf(w, "%s\t%s\n", s.Info.Name, join(c, s.Info.Title, s.Info.About))
	}
	return w.Flush()
}

func describeTable(c *console, s *table.Schema) error {
	fmt.Fprintf(c.Out, "%s: %s\n\n", s.Info.Name, join(c, s.Info.Title, s.Info.About))
	w := tabwriter.NewWriter(c.Out, 0, 0, 2, ' ', 0)
	for _, f := range s.Fields {
		fmt.Fprintf(w, "%s\t%s\t%s\n", f.Name, fieldType(f), join(c, f.Title, f.About))
		if f.Enum != nil {
			for _, v := range f.Enum.Values {
				fmt.Fprintf(w, "\t\t  %s  %s\n", v.Code, v.Title.In(c.lang))
			}
		}
	}
	return w.Flush()
}

func join(c *console, title, about finding.Text) string {
	if about.IsZero() {
		return title.In(c.lang)
	}
	return title.In(c.lang) + c.text("：", ": ") + about.In(c.lang)
}

// fieldType is a field's kind, with the table that a reference leads to.
func fieldType(f *table.Field) string {
	switch {
	case f.Many:
		return "→ " + f.Target + " (;)"
	case f.Target != "":
		return "→ " + f.Target
	}
	return f.Kind.String()
}

func unknownTable(name string, schemas []*table.Schema) error {
	names := make([]string, len(schemas))
	for i, s := range schemas {
		names[i] = s.Info.Name
	}
	f := &failure{
		what: finding.Textf("没有名为 %q 的表", "there is no table named %q", name),
		hint: finding.Textf("有这些表：%s", "the tables are %s", strings.Join(names, ", ")),
	}
	if near, ok := value.Nearest(name, names); ok {
		f.hint = finding.Textf("是否指 %q？", "did you mean %q?", near)
	}
	return f
}

// The description of a table for programs, in the language of the run.
type (
	tableJSON struct {
		Name   string      `json:"name"`
		Title  string      `json:"title"`
		One    string      `json:"one"`
		About  string      `json:"about"`
		Fields []fieldJSON `json:"fields"`
	}
	fieldJSON struct {
		Name      string     `json:"name"`
		Type      string     `json:"type"`
		Title     string     `json:"title"`
		About     string     `json:"about,omitempty"`
		Target    string     `json:"target,omitempty"` // the table that a reference leads to
		Many      bool       `json:"many,omitempty"`
		Localised bool       `json:"localised,omitempty"` // takes NAME_zh, NAME_en
		Aliases   []string   `json:"aliases,omitempty"`
		Codes     []codeJSON `json:"codes,omitempty"`
	}
	codeJSON struct {
		Code    string   `json:"code"`
		Title   string   `json:"title"`
		Aliases []string `json:"aliases,omitempty"`
	}
)

func newTableJSON(s *table.Schema, lang string) tableJSON {
	t := tableJSON{Name: s.Info.Name, Title: s.Info.Title.In(lang), One: s.Info.One.In(lang), About: s.Info.About.In(lang)}
	for _, f := range s.Fields {
		field := fieldJSON{
			Name: f.Name, Type: f.Kind.String(), Title: f.Title.In(lang), About: f.About.In(lang),
			Target: f.Target, Many: f.Many, Localised: f.Localised(), Aliases: slices.Concat(f.Aliases, f.Weak),
		}
		if f.Enum != nil {
			for _, v := range f.Enum.Values {
				field.Codes = append(field.Codes, codeJSON{v.Code, v.Title.In(lang), v.Aliases})
			}
		}
		t.Fields = append(t.Fields, field)
	}
	return t
}
