package cli

import (
	"fmt"
	"time"

	"gongkai/internal/build"
	"gongkai/internal/finding"
	"gongkai/internal/serve"
)

type serveCmd struct {
	Addr string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen, on this machine only; port 0 takes a free one." zh:"监听的本机地址；端口 0 取一个空闲的。"`
}

// Run previews a site until it is interrupted.
func (cmd *serveCmd) Run(c *console) error {
	listener, err := serve.Listen(cmd.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	c.tuneMemory()
	told := teller{c: c, seen: map[string]bool{}}
	s, err := serve.New(serve.Options{
		Build:   build.Options{Source: c.source, Epoch: c.Env("SOURCE_DATE_EPOCH")},
		Lang:    c.lang,
		Changed: told.changed,
	}, listener)
	if err != nil {
		return err
	}
	c.say("预览：http://%s/（Ctrl-C 结束）", "preview: http://%s/ (Ctrl-C ends it)", listener.Addr())
	ctx, stop := untilInterrupted()
	defer stop()
	return s.Run(ctx)
}

// teller prints the findings of a preview as the files change: those that were
// not there before, so that each is told once.
type teller struct {
	c     *console
	seen  map[string]bool
	began bool
}

// changed is told every time the site has been read.
func (t *teller) changed(s *build.Site, took time.Duration, err error) {
	if err != nil {
		t.c.fail(err)
		return
	}
	now := map[string]bool{}
	var fresh []finding.Finding
	for _, f := range s.Findings.All() {
		key := fmt.Sprint(f.Rule.ID, f.Pos, f.Message.EN)
		now[key] = true
		if !t.seen[key] && (f.Severity == finding.Error || !t.c.quiet) {
			fresh = append(fresh, f)
		}
	}
	first := !t.began
	t.seen, t.began = now, true
	if len(fresh) > 0 {
		err := finding.WriteText(t.c.Err, fresh, finding.TextOptions{
			Lang: t.c.lang, Color: t.c.color(t.c.Err), Line: s.Lines(), Max: maxFindings,
		})
		if err != nil {
			return // nobody reads standard error; the pages show the findings too
		}
	}
	if !first && !s.Findings.HasErrors() {
		t.c.note("已更新，用时 %d 毫秒", "updated in %d ms", took.Milliseconds())
	}
}
