package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"gongkai/internal/finding"
	"gongkai/internal/importer"
	"gongkai/internal/value"
)

type importCmd struct {
	From string   `enum:"xlsx,ocds,360giving," default:"" placeholder:"xlsx|ocds|360giving" help:"What the files are; told by their content by default." zh:"文件的格式；默认由内容判断。"`
	Args []string `arg:"" name:"file... dir" help:"The files, then the site's folder." zh:"要导入的文件，最后是网站的文件夹。"`
}

// maxImport is how many bytes of a file are read.
const maxImport = 1 << 30

// Run turns files into tables of a site. Only the list of what was made goes to
// standard output.
func (cmd *importCmd) Run(c *console) error {
	if len(cmd.Args) < 2 {
		return &failure{
			what: finding.Textf("缺少文件或文件夹", "a file or the folder is missing"),
			hint: finding.Textf("例如 gongkai import projects.xlsx my-site", "such as gongkai import projects.xlsx my-site"),
		}
	}
	c.tuneMemory()
	names, dir := cmd.Args[:len(cmd.Args)-1], cmd.Args[len(cmd.Args)-1]
	var b importer.Batch
	for _, name := range names {
		data, err := readUpTo(name, maxImport)
		if err != nil {
			return err
		}
		if err := b.Read(filepath.Base(name), data, importer.Format(cmd.From)); err != nil {
			return err
		}
	}
	if err := b.Finish(); err != nil {
		return err
	}
	for _, m := range b.Messages {
		c.imported(m)
	}
	files, err := b.Write(dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		c.say("%[1]s：%[2]d 行", "%[1]s: %[2]d rows", filepath.Join(dir, filepath.FromSlash(f.Path)), f.Rows)
	}
	c.note("下一步：gongkai check -s %[1]s", "next: gongkai check -s %[1]s", dir)
	return nil
}

// imported prints what was decided about a place of the input.
func (c *console) imported(m importer.Message) {
	if c.quiet && !m.Warning {
		return
	}
	word := c.text("提示", "info")
	if m.Warning {
		word = c.text("警告", "warning")
	}
	place := value.Visible(m.File)
	if m.Place != "" {
		place += " " + m.Place
	}
	fmt.Fprintf(c.Err, "%s: %s: %s\n", oneLine(value.MaskPersonal(place)), word, oneLine(value.MaskPersonal(value.Visible(m.Text.In(c.lang)))))
}

// readUpTo reads a file of at most so many bytes, whatever size it claims.
func readUpTo(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	room := int64(bytes.MinRead)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		room += min(info.Size(), most) // else twice as much is taken as the buffer grows
	}
	data := bytes.NewBuffer(make([]byte, 0, room))
	if _, err := data.ReadFrom(io.LimitReader(f, most+1)); err != nil {
		return nil, err
	}
	if int64(data.Len()) > most {
		return nil, &failure{what: finding.Textf("%q 超过 1 GiB", "%q has more than 1 GiB", name)}
	}
	return data.Bytes(), nil
}
