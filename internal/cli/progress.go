package cli

import (
	"fmt"
	"io"
	"sync"
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
	began    time.Time

	mu      sync.Mutex // an interrupted build may still report
	silent  bool
	last    time.Time   // of the changing line
	stage   build.Stage // of the last plain line
	open    bool        // the changing line stands on the terminal
	planned bool        // what follows writes files
}

const (
	progressDelay    = time.Second
	progressInterval = 100 * time.Millisecond
)

func newProgress(c *console) *progress {
	return &progress{w: c.Err, lang: c.lang, terminal: isTerminal(c.Err), silent: c.quiet, began: time.Now()}
}

// update is what a build calls, from one goroutine at a time.
func (p *progress) update(stage build.Stage, done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.planned = p.planned || stage == build.StagePlan && done == total
	now := time.Now()
	if p.silent || now.Sub(p.began) < progressDelay {
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

// writing reports whether the build has come to writing files.
func (p *progress) writing() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.planned
}

// end takes the changing line away, for good.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.silent = true
	if p.open {
		fmt.Fprint(p.w, "\r\x1b[K")
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
	case build.StageSearch:
		return finding.Text{ZH: "编制索引", EN: "indexing for search"}
	case build.StageExport:
		return finding.Text{ZH: "生成下载文件", EN: "making downloads"}
	case build.StageWrite:
		return finding.Text{ZH: "替换旧网站", EN: "putting the new site in place"}
	}
	return finding.Text{ZH: string(s), EN: string(s)}
}
