package cli

import (
	"fmt"
	"io"
	"time"

	"gongkai/internal/build"
	"gongkai/internal/finding"
)

// progress tells on standard error how far long work is: on a terminal in one
// line that changes, elsewhere in a line for each stage. Work that is done
// within a second is silent.
type progress struct {
	w        io.Writer
	lang     string
	terminal bool
	silent   bool
	began    time.Time
	last     time.Time   // of the changing line
	stage    build.Stage // of the last plain line
	open     bool        // the changing line stands on the terminal
}

const (
	progressDelay    = time.Second
	progressInterval = 100 * time.Millisecond
)

func newProgress(c *console) *progress {
	return &progress{w: c.Err, lang: c.lang, terminal: isTerminal(c.Err), silent: c.quiet, began: time.Now()}
}

// report is what a build is given to call; nil for silence.
func (p *progress) report() func(build.Stage, int, int) {
	if p.silent {
		return nil
	}
	return p.update
}

func (p *progress) update(stage build.Stage, done, total int) {
	now := time.Now()
	if now.Sub(p.began) < progressDelay {
		return
	}
	if !p.terminal {
		if stage != p.stage && done < total {
			p.stage = stage
			fmt.Fprintf(p.w, "gongkai: %s …\n", stageName(stage).In(p.lang))
		}
		return
	}
	if now.Sub(p.last) < progressInterval {
		return
	}
	p.last, p.open = now, true
	text := stageName(stage).In(p.lang)
	if total > 1 {
		text = fmt.Sprintf("%s %d / %d", text, done, total)
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s", text)
}

// end takes the changing line away.
func (p *progress) end() {
	if p.open {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.open = false
	}
}

func stageName(s build.Stage) finding.Text {
	switch s {
	case build.StageRead:
		return finding.Text{ZH: "读取", EN: "reading"}
	case build.StageCheck:
		return finding.Text{ZH: "检查", EN: "checking"}
	case build.StagePlan:
		return finding.Text{ZH: "规划", EN: "planning"}
	case build.StageRender:
		return finding.Text{ZH: "生成网页", EN: "making pages"}
	case build.StageExport:
		return finding.Text{ZH: "生成下载文件", EN: "making downloads"}
	case build.StageWrite:
		return finding.Text{ZH: "替换旧网站", EN: "putting the new site in place"}
	}
	return finding.Text{ZH: string(s), EN: string(s)}
}
