package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"gongkai/internal/build"
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

// failure is why a command could not run, and what to do about it.
type failure struct {
	what finding.Text
	hint finding.Text // may be empty
	err  error        // the cause, or nil
}

// Error is the English text.
func (f *failure) Error() string { return f.what.EN }

// Unwrap is the cause.
func (f *failure) Unwrap() error { return f.err }

// fail prints why the program could not run.
func (c *console) fail(err error) {
	what, hint := describe(err)
	fmt.Fprintf(c.Err, "gongkai: %s\n", value.MaskPersonal(oneLine(what.In(c.lang))))
	if !hint.IsZero() {
		fmt.Fprintf(c.Err, "    %s%s\n", c.text("提示：", "hint: "), value.MaskPersonal(oneLine(hint.In(c.lang))))
	}
}

// describe tells an error in both languages. Errors of the system are quoted as
// the system gives them.
func describe(err error) (what, hint finding.Text) {
	var own *failure
	if errors.As(err, &own) {
		return own.what, own.hint
	}
	var built *build.Error
	if errors.As(err, &built) {
		return built.Text, built.Hint
	}
	// Errors that other packages tell in both languages themselves.
	var told interface{ In(lang string) string }
	if errors.As(err, &told) {
		return finding.Text{ZH: told.In("zh"), EN: told.In("en")}, finding.Text{}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		what = finding.Textf("无法打开 %q：%v", "cannot open %q: %v", path.Path, path.Err)
		switch {
		case path.Op == "write":
			what = finding.Textf("无法写入 %q：%v", "cannot write to %q: %v", path.Path, path.Err)
		case errors.Is(err, fs.ErrNotExist):
			what = finding.Textf("没有文件夹或文件 %q", "there is no folder or file %q", path.Path)
			hint = finding.Textf("检查路径；网站的文件夹用 -s 指明", "look at the path; -s names the site's folder")
		case errors.Is(err, fs.ErrPermission):
			hint = finding.Textf("检查它的权限", "look at its permissions")
		}
		return what, hint
	}
	return finding.Text{ZH: err.Error(), EN: err.Error()}, finding.Text{}
}

// oneLine keeps a message that quotes a name with line breaks on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// usage tells an error of the arguments.
func usage(err error) error {
	if errors.Is(err, errShown) {
		return err
	}
	text, near, _ := strings.Cut(err.Error(), ", did you mean ")
	what := finding.Text{ZH: "命令行读不懂：" + text, EN: text}
	for _, t := range usageTexts() {
		if rest, ok := strings.CutPrefix(text, t.EN); ok {
			what.ZH = t.ZH + rest
			break
		}
	}
	hint := finding.Text{ZH: "gongkai --help 列出命令和选项", EN: "gongkai --help lists the commands and flags"}
	if near = strings.TrimSuffix(near, "?"); near != "" {
		hint = finding.Textf("是否指 %s？", "did you mean %s?", near)
	}
	return &failure{what: what, hint: hint, err: err}
}

// usageTexts are the beginnings of the parser's usual messages in Chinese.
func usageTexts() []finding.Text {
	return []finding.Text{
		{EN: "unknown flag ", ZH: "没有这个选项："},
		{EN: "unexpected argument ", ZH: "没有这个命令或参数："},
		{EN: "missing flags: ", ZH: "缺少选项："},
		{EN: "expected one of ", ZH: "缺少命令，可用："},
		{EN: "expected ", ZH: "缺少参数或值："},
	}
}
