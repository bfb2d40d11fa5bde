package export

import (
	"archive/zip"
	"cmp"
	"io"
	"strings"

	"gongkai/internal/model"
)

// archiver writes everything into one dated archive.
type archiver struct {
	d     *model.Dataset
	files []*Download
}

// name is that of the archive and of the folder in it.
func (a *archiver) name() string {
	if a.d.Config.AsOf.IsZero() {
		return "gongkai"
	}
	return "gongkai-" + a.d.Config.AsOf.Calendar().String()
}

func (a *archiver) write(w io.Writer, scratch string) error {
	z := zip.NewWriter(w)
	var sums strings.Builder
	day := a.d.Config.AsOf
	for _, d := range a.files {
		if !d.packed {
			continue
		}
		p, err := d.compressed(scratch)
		if err != nil {
			return err
		}
		f, err := d.File()
		if err != nil {
			return err
		}
		name := strings.TrimPrefix(d.Path, "data/")
		sums.WriteString(f.SHA256 + "  " + name + "\n")
		if err := p.add(z, a.name()+"/"+name, day); err != nil {
			return err
		}
	}
	for _, own := range []struct{ name, text string }{{"README.txt", a.readme()}, {"checksums.txt", sums.String()}} {
		p := newPacker(scratch)
		if _, err := io.WriteString(p, own.text); err != nil {
			return err
		}
		done, err := p.done()
		if err != nil {
			return err
		}
		if err := done.add(z, a.name()+"/"+own.name, day); err != nil {
			return err
		}
	}
	return z.Close()
}

// readme says what the archive is, where it came from and how to check it.
func (a *archiver) readme() string {
	c := &a.d.Config
	var b strings.Builder
	line := func(zh, en, text string) {
		if text != "" {
			b.WriteString(zh + " / " + en + ": " + text + "\n")
		}
	}
	b.WriteString(inAll(c, c.Title) + "\n\n")
	line("发布者", "Publisher", inAll(c, c.Publisher.Name))
	line("数据截至", "Data as of", c.AsOf.String())
	line("许可", "Licence", cmp.Or(c.Licence, "未写明 / not stated"))
	line("网址", "Address", c.BaseURL)
	if c.Demonstration {
		b.WriteString("演示数据：记录是生成的，并非真实采购。/ Demonstration: the records are generated, no purchase is real.\n")
	}
	b.WriteString("\n各表为 CSV、NDJSON 和 Parquet，另有工作簿、数据库和标准格式；JSON 和 Excel 用 CSV 的内容相同，未收入。\n" +
		"Tables as CSV, NDJSON and Parquet, a workbook, a database and open standards; JSON and CSV for Excel say the same and are left out.\n")
	b.WriteString("\n校验：sha256sum -c checksums.txt\nTo check: sha256sum -c checksums.txt\n")
	return b.String()
}
