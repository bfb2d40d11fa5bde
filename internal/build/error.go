package build

import (
	"errors"
	"fmt"
	"io/fs"

	"gongkai/internal/finding"
	"gongkai/internal/output"
)

// Error is why the program could not run, told in both languages. It is never
// about what stands in the publisher's tables: that is a finding.
type Error struct {
	Text finding.Text // what is
	Hint finding.Text // what to do; may be empty
	Err  error        // the cause, or nil
}

// Error is the English text with its hint.
func (e *Error) Error() string { return e.In("en") }

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// In is the text with its hint for a language tag, as output's errors have it.
func (e *Error) In(lang string) string {
	s := e.Text.In(lang)
	if e.Hint.IsZero() {
		return s
	}
	between := "; "
	if e.Hint.In(lang) == e.Hint.ZH {
		between = "；"
	}
	return s + between + e.Hint.In(lang)
}

// openError says why a site's folder could not be opened.
func openError(dir string, err error) error {
	e := &Error{
		Text: finding.Textf("打不开网站文件夹 %q：%v", "cannot open the site's folder %q: %v", dir, cause(err)),
		Hint: finding.Text{ZH: "用 -s 写明放有 data/ 或一个 CSV 的文件夹", EN: "name with -s the folder that holds data/ or a CSV"},
		Err:  err,
	}
	if errors.Is(err, fs.ErrNotExist) {
		e.Text = finding.Textf("没有文件夹 %q", "there is no folder %q", dir)
	}
	return e
}

// cause is an error without the path, which the message has.
func cause(err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	return err
}

// changedError refuses a site of which a file was written to while it was built:
// its pages and downloads might be of two states.
func changedError(name string) error {
	return &Error{
		Text: finding.Textf("生成期间 %q 有改动，网站未更新", "%q changed during the build, so the site stands as it was", name),
		Hint: finding.Textf("等改动完成后重新生成", "build again when nobody is changing it"),
	}
}

// pageError is a failure to make one page or file; where that takes a temporary
// file, of the disk too.
func pageError(url string, err error) error {
	e := &Error{
		Text: finding.Text{ZH: fmt.Sprintf("无法生成 %q：%v", url, err), EN: fmt.Sprintf("cannot make %q: %v", url, err)},
		Err:  err,
	}
	if disk := (*fs.PathError)(nil); errors.As(err, &disk) {
		e.Hint.ZH, e.Hint.EN = output.Hint(err)
	}
	return e
}
