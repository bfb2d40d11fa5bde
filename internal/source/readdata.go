package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"gongkai/internal/finding"
)

// ReadData reads a data file and unpacks one whose name ends in .gz. False means
// that a finding says why there is nothing to read.
func (s *Site) ReadData(name string, l *finding.List) ([]byte, bool) {
	data, err := s.Read(name, MaxFile)
	if err != nil {
		l.Add(readFinding(name, err))
		return nil, false
	}
	if !strings.HasSuffix(strings.ToLower(name), ".gz") {
		return data, true
	}
	data, err = unpack(data, MaxFile, freeRatio)
	if err != nil {
		l.Add(gzipFinding(name, err))
		return nil, false
	}
	return data, true
}

var (
	errBomb   = errors.New("it unpacks to more than a table can")
	errNotZip = errors.New("it is not gzip")
)

// unpack reads gzip data of at most max bytes. Beyond free bytes the data must
// not be more than maxRatio times what it was packed to.
func unpack(packed []byte, max, free int) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, errNotZip
	}
	limit := min(max, maxRatio*len(packed)+free)
	// It is unpacked twice: counting first keeps a bomb out of memory, and
	// gives the room that the data takes.
	n, err := io.Copy(io.Discard, io.LimitReader(z, int64(limit)+1))
	switch {
	case err != nil:
		return nil, err
	case n > int64(max):
		return nil, ErrTooLarge
	case n > int64(limit):
		return nil, errBomb
	}
	if err := z.Reset(bytes.NewReader(packed)); err != nil {
		return nil, err
	}
	data := make([]byte, n)
	if _, err := io.ReadFull(z, data); err != nil {
		return nil, err
	}
	return data, nil
}

// readFinding turns an error of Read into a finding of the rule it breaks.
func readFinding(name string, err error) finding.Finding {
	f := finding.Finding{Pos: at(name, 0, 0)}
	switch {
	case errors.Is(err, ErrTooLarge):
		f.Rule = ruleFileTooLarge
		f.Message = finding.Textf("文件超过 %s", "the file is larger than %s", inUnits(MaxFile))
		f.Hint = say("把表拆成几个文件，放在同名文件夹中", "split the table into several files in a folder of its name")
	case errors.Is(err, errNotRegular):
		f.Rule = ruleNotRegular
		f.Message = say("不是普通文件，未读取", "this is not a regular file and was not read")
		f.Hint = say("用文件本身代替链接", "put the file itself in place of the link")
	default:
		f.Rule = ruleUnreadable
		f.Message = finding.Textf("打不开：%s", "it cannot be opened: %s", cause(err))
		f.Hint = UnreadableHint(err)
	}
	return f
}

// UnreadableHint says what to do about a file that cannot be read.
func UnreadableHint(err error) finding.Text {
	switch {
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return say("提高打开文件数的上限（ulimit -n），然后再试", "raise the limit of open files (ulimit -n), then try again")
	case errors.Is(err, fs.ErrNotExist):
		return say("它在读取期间被移走；等文件放好再试", "it went away while the site was read; try again when the files are in place")
	}
	return say("检查权限和磁盘，然后再试", "look at its permissions and the disk, then try again")
}

func gzipFinding(name string, err error) finding.Finding {
	f := finding.Finding{
		Rule: ruleBadGzip, Pos: at(name, 0, 0),
		Hint: say("重新压缩，或直接提交未压缩的 .csv", "compress it again, or commit the plain .csv"),
	}
	switch {
	case errors.Is(err, ErrTooLarge), errors.Is(err, errBomb):
		f.Rule = ruleFileTooLarge
		f.Message = finding.Textf("解压后超过 %s", "the file unpacks to more than %s", inUnits(MaxFile))
		if errors.Is(err, errBomb) {
			f.Message = finding.Textf("解压后超过原来的 %d 倍，不像是表格", "the file unpacks to more than %d times its size, as no table does", maxRatio)
		}
		f.Hint = say("把表拆成几个文件，放在同名文件夹中", "split the table into several files in a folder of its name")
	case errors.Is(err, errNotZip):
		f.Message = say("文件名以 .gz 结尾，内容却不是 gzip", "the name ends in .gz but the content is not gzip")
	case errors.Is(err, io.ErrUnexpectedEOF):
		f.Message = say("压缩文件不完整，中途结束", "the compressed file ends in the middle")
	default:
		f.Message = finding.Textf("压缩文件已损坏：%v", "the compressed file is damaged: %v", err)
	}
	return f
}

// cause is the reason of a file error without the path, which the finding has.
func cause(err error) string {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err.Error()
	}
	return err.Error()
}

// inUnits writes a limit as people say it.
func inUnits(n int) string {
	if n >= 1<<30 {
		return fmt.Sprintf("%d GiB", n>>30)
	}
	return fmt.Sprintf("%d MiB", n>>20)
}
