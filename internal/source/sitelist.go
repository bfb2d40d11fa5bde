package source

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/internal/finding"
)

// List names the regular files below a folder of the site, such as "data", with
// slash-separated paths relative to the site, sorted. Dotfiles and what editors
// and systems leave behind are passed over; links, devices and whatever cannot
// be read are findings and are not opened. An absent folder has no files.
func (s *Site) List(sub string, l *finding.List) []string {
	var names []string
	info, err := s.root.Lstat(sub)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			l.Add(readFinding(printable(sub), err))
		}
		return nil
	}
	if !info.IsDir() {
		l.Add(notRegular(sub, info.Mode()))
		return nil
	}
	// The walk never fails: what is wrong with an entry is said and passed over.
	_ = fs.WalkDir(s.root.FS(), sub, func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case name != sub && isLitter(base):
			return skip(d)
		case !isPlainName(base):
			l.Add(nameFinding(name))
			return skip(d)
		case err != nil:
			l.Add(readFinding(name, err))
			return skip(d)
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			l.Add(notRegular(name, d.Type()))
			return nil
		}
		names = append(names, name)
		return nil
	})
	slices.Sort(names)
	return names
}

func skip(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// isLitter recognises dotfiles and the files that Excel, Windows and editors
// leave beside the real ones.
func isLitter(base string) bool {
	lower := strings.ToLower(base)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") ||
		strings.HasSuffix(base, "~") || strings.HasPrefix(base, "#") && strings.HasSuffix(base, "#") ||
		lower == "thumbs.db" || lower == "desktop.ini" || lower == "__macosx" ||
		strings.HasSuffix(lower, ".swp") || strings.HasSuffix(lower, ".tmp") || strings.HasSuffix(lower, ".bak")
}

// isPlainName reports whether a name is visible UTF-8 text.
func isPlainName(base string) bool {
	return utf8.ValidString(base) && !strings.ContainsFunc(base, hidden)
}

// hidden are control characters and those that change the direction or are not
// seen at all.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}

func notRegular(name string, mode fs.FileMode) finding.Finding {
	f := readFinding(printable(name), errNotRegular)
	what := say("设备或特殊文件", "a device or special file")
	switch {
	case mode&fs.ModeSymlink != 0:
		what = say("符号链接", "a symbolic link")
	case mode&fs.ModeNamedPipe != 0:
		what = say("命名管道（FIFO）", "a named pipe (FIFO)")
	case mode&fs.ModeSocket != 0:
		what = say("套接字", "a socket")
	case mode.IsRegular():
		what = say("文件而不是文件夹", "a file where a folder is needed")
	}
	f.Message = say("这是"+what.ZH+"，未读取", "this is "+what.EN+" and was not read")
	return f
}

func nameFinding(name string) finding.Finding {
	quoted := strconv.QuoteToGraphic(name)
	return finding.Finding{
		Rule: ruleFileName, Pos: at(printable(name), 0, 0), Value: quoted,
		Message: finding.Textf("文件名 %s 含有不可见或无法识别的字符", "the name %s holds characters that cannot be seen or read", quoted),
		Hint:    say("重新命名，只用可见的文字", "rename it with visible letters only"),
	}
}

// printable is a name that is safe to print: what is hidden is shown escaped.
func printable(name string) string {
	if isPlainName(name) {
		return name
	}
	q := strconv.QuoteToGraphic(name)
	return q[1 : len(q)-1]
}
