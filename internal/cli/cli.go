// Package cli is the command line: one file per command. Read Main first, then
// grammar, which lists the commands; console is what each of them is given.
//
// The rules of the terminal. What was asked for goes to standard output, and
// everything else to standard error. A finding is printed once. A failure to
// run is one line, "gongkai: …", and a hint where a person can act. The exit
// code is 0, or 1 when the publisher's files have a finding of error severity,
// or 2 when the command could not run.
package cli

import (
	"errors"
	"io"

	"github.com/alecthomas/kong"
)

// Streams are what a run of the program is connected to.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Env      func(name string) string // of the environment, as os.Getenv
}

// The exit codes.
const (
	exitClean    = 0
	exitFindings = 1
	exitFailure  = 2
)

// grammar is every command and flag. The help is in the tags: help in English,
// zh in Chinese.
type grammar struct {
	Source  string `short:"s" default:"." placeholder:"DIR" help:"The site's folder." zh:"网站所在的文件夹。"`
	Lang    string `enum:"zh,en" default:"${lang}" placeholder:"zh|en" help:"Language of the messages; that of the system by default." zh:"消息的语言；默认随系统。"`
	Quiet   bool   `short:"q" help:"Print errors only." zh:"只输出错误。"`
	Version bool   `help:"Print the version." zh:"显示版本。"`

	Init    initCmd    `cmd:"" help:"Make a small site in an empty folder." zh:"在空文件夹中建一个小网站。"`
	Import  importCmd  `cmd:"" help:"Make tables from a workbook or from data of a standard." zh:"把工作簿或标准格式的数据变成表。"`
	Check   checkCmd   `cmd:"" help:"Check a site's files." zh:"检查网站的文件。"`
	Build   buildCmd   `cmd:"" help:"Check, and write the site." zh:"检查并生成网站。"`
	Serve   serveCmd   `cmd:"" help:"Preview the site in a browser while its files are edited." zh:"边改边在浏览器中预览。"`
	Search  searchCmd  `cmd:"" help:"Search a built site." zh:"在已生成的网站中搜索。"`
	Explain explainCmd `cmd:"" help:"Explain a finding: why it matters and how to fix it." zh:"解释一种问题：为什么重要，怎么改。"`
	Schema  schemaCmd  `cmd:"" help:"Describe the tables and their columns." zh:"说明各表和各列。"`
	Synth   synthCmd   `cmd:"" help:"Write a generated site of any size." zh:"生成任意规模的演示网站。"`
	Show    versionCmd `cmd:"" name:"version" help:"Print the version." zh:"显示版本。"`
}

// errShown ends parsing when what was asked for, such as help, is printed.
var errShown = errors.New("shown")

// errFindings is the result of a command whose findings hold an error.
var errFindings = errors.New("findings of error severity")

// Main runs the program and returns its exit code.
func Main(args []string, s Streams) int {
	c := &console{Streams: s, lang: language(args, s.Env)}
	switch err := run(args, c); {
	case err == nil, errors.Is(err, errShown):
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	default:
		c.fail(err)
		return exitFailure
	}
}

// run parses the arguments and runs the command they name.
func run(args []string, c *console) error {
	var g grammar
	parser, err := kong.New(&g,
		kong.Name("gongkai"),
		kong.Vars{"lang": c.lang},
		kong.Writers(c.Out, c.Err),
		kong.Exit(func(int) {}), // the help printer ends parsing by errShown
		kong.Help(func(_ kong.HelpOptions, ctx *kong.Context) error {
			printHelp(c.Out, ctx, c.lang)
			return errShown
		}),
	)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	for _, a := range args {
		if a == "--version" { // alone it is no command, which parsing would ask for
			return (&versionCmd{}).Run(c)
		}
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		return usage(err)
	}
	c.source, c.quiet = g.Source, g.Quiet
	return ctx.Run(c)
}
