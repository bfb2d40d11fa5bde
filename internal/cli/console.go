package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"gongkai/internal/finding"

	"golang.org/x/term"
)

// console is what a command is given: its streams and the global flags.
type console struct {
	Streams
	lang   string
	quiet  bool
	source string
}

// say prints a line of the command's result.
func (c *console) say(zh, en string, args ...any) {
	if !c.quiet {
		fmt.Fprintln(c.Out, finding.Textf(zh, en, args...).In(c.lang))
	}
}

// note prints a line beside the result.
func (c *console) note(zh, en string, args ...any) {
	if !c.quiet {
		fmt.Fprintln(c.Err, finding.Textf(zh, en, args...).In(c.lang))
	}
}

// text chooses the language.
func (c *console) text(zh, en string) string { return finding.Text{ZH: zh, EN: en}.In(c.lang) }

// color reports whether colours may be written: to a terminal only, and not
// where NO_COLOR is set.
func (c *console) color(w io.Writer) bool {
	return isTerminal(w) && c.Env("NO_COLOR") == "" && c.Env("TERM") != "dumb"
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// untilInterrupted gives a context that ends when the program is interrupted,
// for the commands that have something to put in order then; any other is
// killed. A second interrupt kills: whoever presses Ctrl-C twice means it.
func untilInterrupted() (ctx context.Context, stop func()) {
	ctx, stop = signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
