package build

import (
	"context"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// gitPatience is how long git may take before its answer is done without.
const gitPatience = 20 * time.Second

// history is what git knows of a site's folder; the zero value is nothing.
type history struct {
	commit  string          // the last one that touched the folder
	seconds int64           // when it was made, since 1970
	dirty   map[string]bool // files, relative to the site, that differ from it
}

// gitHistory asks git. Without git, a repository or a commit there is no
// history, which is not a failure: links to sources then name file and line only.
func gitHistory(dir string) history {
	ctx, stop := context.WithTimeout(context.Background(), gitPatience)
	defer stop()
	text, err := git(ctx, dir, "log", "-1", "--format=%H %ct", "--", ".")
	if err != nil {
		return history{}
	}
	commit, when, _ := strings.Cut(strings.TrimSpace(text), " ")
	seconds, err := strconv.ParseInt(when, 10, 64)
	if commit == "" || err != nil {
		return history{}
	}
	// Paths are told from the repository's root; prefix is the way from there
	// to the site.
	prefix, err := git(ctx, dir, "rev-parse", "--show-prefix")
	if err != nil {
		return history{}
	}
	// Without the output, which may hold a hundred thousand files.
	status, err := git(ctx, dir, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", ".", ":(exclude)public")
	if err != nil {
		return history{}
	}
	return history{commit, seconds, dirtyFiles(status, strings.TrimSuffix(prefix, "\n"))}
}

// dirtyFiles reads the answer of `git status --porcelain -z`: entries of two
// letters, a space and a path, each ended by NUL.
func dirtyFiles(status, prefix string) map[string]bool {
	dirty := map[string]bool{}
	for entry := range strings.SplitSeq(status, "\x00") {
		if len(entry) > 3 {
			dirty[strings.TrimPrefix(entry[3:], prefix)] = true
		}
	}
	return dirty
}

// git runs one command that only reads. The folder is as little trusted as its
// tables: a monitor that its configuration names is not started, and variables
// that would point git at another repository are taken away.
func git(ctx context.Context, dir string, args ...string) (string, error) {
	args = append([]string{"-C", dir, "-c", "core.fsmonitor=false", "--no-optional-locks"}, args...)
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Env = []string{"LC_ALL=C"}
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "GIT_") && !strings.HasPrefix(v, "LC_ALL=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	out, err := cmd.Output()
	return string(out), err
}
