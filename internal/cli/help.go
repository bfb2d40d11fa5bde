package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/alecthomas/kong"
)

// printHelp prints what the program, or the command that was named, can do.
func printHelp(w io.Writer, ctx *kong.Context, lang string) {
	node := ctx.Selected()
	if node == nil {
		node = ctx.Model.Node
	}
	words := map[string]string{
		"usage": "Usage: ", "commands": "Commands:", "flags": "Flags:", "arguments": "Arguments:", "more": "Every command has --help.",
		"about": "gongkai makes a searchable public site from the tables of purchased services.",
	}
	if lang == "zh" {
		words = map[string]string{
			"usage": "用法：", "commands": "命令：", "flags": "选项：", "arguments": "参数：", "more": "每个命令都有 --help。",
			"about": "gongkai 把政府购买服务的表格变成可检索的公开网站。",
		}
	}
	if node.Type == kong.ApplicationNode {
		fmt.Fprintf(w, "%s\n\n%sgongkai <command> [flags]\n\n%s\n", words["about"], words["usage"], words["commands"])
		rows(w, commands(node, lang))
	} else {
		fmt.Fprintf(w, "%s\n\n%s%s\n", helpText(node.Help, node.Tag, lang), words["usage"], synopsis(node))
		if args := arguments(node, lang); len(args) > 0 {
			fmt.Fprintf(w, "\n%s\n", words["arguments"])
			rows(w, args)
		}
	}
	fmt.Fprintf(w, "\n%s\n", words["flags"])
	rows(w, flags(node, lang))
	if node.Type == kong.ApplicationNode {
		fmt.Fprintf(w, "\n%s\n", words["more"])
	}
}

func helpText(help string, tag *kong.Tag, lang string) string {
	if zh := tag.Get("zh"); lang == "zh" && zh != "" {
		return zh
	}
	return help
}

// synopsis is a command with its arguments and its own flags.
func synopsis(n *kong.Node) string {
	parts := []string{"gongkai", n.Name}
	for _, p := range n.Positional {
		name := strings.ToUpper(p.Name)
		if !p.Required {
			name = "[" + name + "]"
		}
		parts = append(parts, name)
	}
	for _, f := range n.Flags {
		if spelling := flagSpelling(f); f.Required {
			parts = append(parts, spelling)
		} else {
			parts = append(parts, "["+spelling+"]")
		}
	}
	return strings.Join(parts, " ")
}

func commands(n *kong.Node, lang string) [][2]string {
	var list [][2]string
	for _, c := range n.Children {
		list = append(list, [2]string{c.Name, helpText(c.Help, c.Tag, lang)})
	}
	return list
}

func arguments(n *kong.Node, lang string) [][2]string {
	var list [][2]string
	for _, p := range n.Positional {
		list = append(list, [2]string{strings.ToUpper(p.Name), helpText(p.Help, p.Tag, lang)})
	}
	return list
}

// flags lists the command's own flags, then the global ones.
func flags(n *kong.Node, lang string) [][2]string {
	var list [][2]string
	for ; n != nil; n = n.Parent {
		for _, f := range n.Flags {
			name := flagSpelling(f)
			if f.Short != 0 {
				name = "-" + string(f.Short) + ", " + name
			}
			text := helpText(f.Help, f.Tag, lang)
			if f.Name == "help" && lang == "zh" {
				text = "显示帮助。"
			}
			list = append(list, [2]string{name, text})
		}
	}
	return list
}

func flagSpelling(f *kong.Flag) string {
	if f.IsBool() {
		return "--" + f.Name
	}
	if f.PlaceHolder != "" {
		return "--" + f.Name + " " + f.PlaceHolder
	}
	return "--" + f.Name + " " + strings.ToUpper(f.Name)
}

func rows(w io.Writer, list [][2]string) {
	tw := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	for _, row := range list {
		fmt.Fprintf(tw, "  %s\t%s\n", row[0], row[1])
	}
	tw.Flush()
}
