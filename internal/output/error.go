package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// Error is a failure told in both languages: the act, the path and what to do.
type Error struct {
	ZH, EN string
	Err    error // the cause, or nil
}

// Error is the English text.
func (e *Error) Error() string { return e.EN }

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// In is the text for a language tag: Chinese for "zh" and its variants, English
// for every other.
func (e *Error) In(lang string) string {
	if len(lang) >= 2 && lang[:2] == "zh" {
		return e.ZH
	}
	return e.EN
}

// A phrase is part of a message: what was being done, or what to do about it.
type phrase struct{ zh, en string }

// fail says what could not be done to path, and what a person can do about the
// cause. An error that is already told passes unchanged.
func fail(doing phrase, path string, err error) error {
	if told := (*Error)(nil); errors.As(err, &told) {
		return err
	}
	cause := err
	// The same file told twice, the second time by its name in the stage, would
	// tell a reader nothing.
	if p := (*fs.PathError)(nil); errors.As(err, &p) && filepath.Base(p.Path) == filepath.Base(path) {
		cause = p.Err
	}
	hint := hintFor(err)
	return &Error{
		EN:  fmt.Sprintf("cannot %s %q: %v; %s", doing.en, path, cause, hint.en),
		ZH:  fmt.Sprintf("无法%s %q：%v；%s", doing.zh, path, cause, hint.zh),
		Err: err,
	}
}

// Hint is what to do about the cause of an error of the disk, in both languages.
func Hint(err error) (zh, en string) {
	h := hintFor(err)
	return h.zh, h.en
}

// hintFor is what to do about the cause of err.
func hintFor(err error) phrase {
	for _, known := range causes() {
		if errors.Is(err, known.err) {
			return known.hint
		}
	}
	return phrase{"检查该位置所在的磁盘，然后重新生成", "look at the disk that holds it and build again"}
}

type cause struct {
	err  error
	hint phrase
}

// commonCauses are the causes that every system names alike; causes, which
// differs by system, puts the finer ones before them.
func commonCauses() []cause {
	return []cause{
		{fs.ErrPermission, phrase{"授予该文件夹的写入权限，或用 -d 选择别的输出位置", "allow writing in that folder or choose another destination with -d"}},
		{fs.ErrNotExist, phrase{"生成期间它被移走或删除；重新生成即可", "it went away during the build; build again"}},
		{fs.ErrExist, phrase{"它在生成期间出现；移开后重新生成", "it appeared during the build; move it away and build again"}},
	}
}
