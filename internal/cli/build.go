package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"gongkai/internal/build"
	"gongkai/internal/finding"
)

type buildCmd struct {
	Destination string `short:"d" placeholder:"DIR" help:"Where to write; public in the site's folder by default." zh:"输出位置；默认为网站文件夹中的 public。"`
	BaseURL     string `name:"base-url" placeholder:"URL" help:"Address at which the site will stand, in place of site.yaml's." zh:"网站将来的地址，代替 site.yaml 中的。"`
	JSON        bool   `name:"json" help:"Print the result as JSON." zh:"以 JSON 输出结果。"`
}

// Run builds a site. Only the result goes to standard output.
func (cmd *buildCmd) Run(c *console) error {
	c.tuneMemory()
	p := newProgress(c)
	o := build.Options{
		Source: c.source, Destination: cmd.Destination, BaseURL: cmd.BaseURL,
		Epoch: c.Env("SOURCE_DATE_EPOCH"), Progress: p.update,
	}
	result, s, err := runBuild(o, p)
	p.end()
	if s != nil {
		defer s.Close()
	}
	if errors.Is(err, context.Canceled) {
		return &failure{what: finding.Textf("已中断，原来的网站没有改动", "interrupted; the old site stands as it was"), err: err}
	}
	if err != nil {
		return err
	}
	if result.Findings != (build.Counts{}) {
		if err := c.findings(c.Err, s); err != nil {
			return err
		}
	}
	if cmd.JSON {
		if err := writeJSON(c.Out, result); err != nil {
			return err
		}
	}
	if s.Findings.HasErrors() {
		c.note("没有生成：先改正上面的错误。%q 没有改动。", "nothing was written: the errors above come first. %q stands as it was.", o.Target())
		return errFindings
	}
	if !cmd.JSON {
		summary(c, o.Target(), result)
	}
	return nil
}

// runBuild builds until it is interrupted. While nothing is written yet there is
// nothing to put in order, and an interrupt ends the program at once.
func runBuild(o build.Options, p *progress) (result build.Result, s *build.Site, err error) {
	ctx, stop := untilInterrupted()
	defer stop()
	done := make(chan struct{})
	go func() {
		defer close(done)
		result, s, err = build.Run(ctx, o)
	}()
	select {
	case <-done:
	case <-ctx.Done():
		if !p.writing() {
			return build.Result{}, nil, ctx.Err()
		}
		<-done
	}
	return result, s, err
}

// summary says what a build did and what its time went into.
func summary(c *console, target string, r build.Result) {
	c.say("%[1]s：%[2]d 个文件（%[3]d 个网页，%.1[4]f MB）；新写 %[5]d，未变 %[6]d，删去 %[7]d",
		"%[1]s: %[2]d files (%[3]d pages, %.1[4]f MB); %[5]d written, %[6]d unchanged, %[7]d removed",
		target, r.Files, r.Pages, float64(r.Bytes)/1e6, r.Written, r.Unchanged, r.Removed)
	var parts []string
	for _, stage := range []struct {
		zh, en  string
		seconds float64
	}{
		{"读取", "read", r.Seconds.Read}, {"检查", "check", r.Seconds.Check}, {"规划", "plan", r.Seconds.Plan},
		{"网页", "render", r.Seconds.Render}, {"检索", "search", r.Seconds.Search}, {"下载", "export", r.Seconds.Export},
		{"写入", "write", r.Seconds.Write},
	} {
		if share := 100 * stage.seconds / max(r.Seconds.Total, 1e-9); share >= 0.5 {
			parts = append(parts, fmt.Sprintf("%s %.0f%%", c.text(stage.zh, stage.en), share))
		}
	}
	c.say("用时 %.2[1]f 秒：%[2]s", "%.2[1]f s: %[2]s", r.Seconds.Total, strings.Join(parts, c.text("，", ", ")))
}
