package model

import (
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// documentFiles reports links that are no address and name no file of the site:
// pages show them as text, since they would lead nowhere.
func (d *Dataset) documentFiles(src *source.Site, l *finding.List) {
	for _, t := range d.Tables() {
		for _, f := range t.Schema().Fields {
			if f.Kind != table.KindLink {
				continue
			}
			for i := range t.Len() {
				link := f.Plain(t.At(i))
				path := strings.TrimPrefix(link, "static/")
				if link == "" || strings.Contains(link, ":") || src.Exists("static/"+path) {
					continue
				}
				l.Add(missingDocument(t.At(i).Rec().Origin.Pos(f.Name), f.Name, link))
			}
		}
	}
}

func missingDocument(at finding.Pos, field, link string) finding.Finding {
	fd := finding.Finding{
		Rule: missingDocumentRule, Pos: at, Field: field, Value: link,
		Message: finding.Textf("static/ 下没有文件 %q，它也不是网址", "%q is no file under static/ and no web address", value.Visible(link)),
		Hint:    finding.Textf("把文件放到 static/documents/，或写 https:// 开头的地址", "put the file into static/documents/, or write an address that begins with https://"),
	}
	if strings.HasPrefix(strings.ToLower(link), "www.") {
		fd.Hint = finding.Textf("是否指 %q？", "did you mean %q?", "https://"+link)
	}
	return fd
}
