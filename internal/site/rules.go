package site

import (
	"gongkai/internal/finding"
	"gongkai/internal/markdown"
	"gongkai/internal/model"
)

// Rules lists every rule that planning a site can report.
func Rules() []*finding.Rule {
	return []*finding.Rule{samePageRule, noteRecordRule, noteEmbedRule, noteLinkRule, noteUnsafeRule, noteHTMLRule, noteLargeRule}
}

func say(zh, en string) finding.Text { return finding.Text{ZH: zh, EN: en} }

const oneProject = "file: data/projects.csv\nid,title\nP1,Meals\n"

var (
	samePageRule = &finding.Rule{
		ID: "same-address", Group: finding.GroupReferences, Severity: finding.Error,
		Title: say("两样内容会占用同一地址", "Two things would stand at one address"),
		Why:   say("其中一页会丢失。", "One of the pages would be lost."),
		Fix:   say("改一个编号或文件名。", "Rename one of them."),
		Bad:   "file: static/projects/P1.html\nText.\n" + oneProject,
		Good:  "file: static/documents/P1.html\nText.\n" + oneProject,
	}
	noteRecordRule = &finding.Rule{
		ID: "unknown-record-link", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("文稿链接的记录不存在", "A note links to a record that does not exist"),
		Why:   say("读者会点到空处。", "Readers would follow a link to nowhere."),
		Fix:   say("改正 [[表:编号]] 中的编号。", "Mend the id in [[table:id]]."),
		Bad:   "file: content/stories/news.md\nSee [[project:P7]].\n" + oneProject,
		Good:  "file: content/stories/news.md\nSee [[project:P1]].\n" + oneProject,
	}
	noteEmbedRule = &finding.Rule{
		ID: "unknown-embed", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("文稿中的短代码不能执行", "A note's shortcode cannot be answered"),
		Why:   say("该处会是空的。", "The place would be empty."),
		Fix:   say("改正短代码的名称、表或字段。", "Mend the shortcode's name, table or field."),
		Bad:   "file: content/stories/news.md\n{{total projects.colour}}\n" + oneProject,
		Good:  "file: content/stories/news.md\n{{total projects.amount_awarded}}\n" + oneProject,
	}
	noteLinkRule = &finding.Rule{
		ID: "dead-link", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("文稿中的链接没有去处", "A link of a note leads nowhere"),
		Why:   say("读者会点到空处。", "Readers would follow a link to nowhere."),
		Fix:   say("改正路径；文件放在 static/documents/ 之下。", "Mend the path; documents belong in static/documents/."),
		Bad:   "file: content/stories/news.md\n[Report](documents/report.pdf)\n" + oneProject,
		Good:  "file: content/stories/news.md\n[Report](https://example.org/report.pdf)\n" + oneProject,
	}
	noteUnsafeRule = &finding.Rule{
		ID: "unsafe-link", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("文稿中的地址不能公布", "A note has an address that cannot be published"),
		Why:   say("只公布 http、https、mailto 和本站之内的地址。", "Only http, https, mailto and the site's own paths are published."),
		Fix:   say("换一个地址，或只写文字。", "Use another address, or plain text."),
		Bad:   "file: content/stories/news.md\n[Report](javascript:alert(1))\n" + oneProject,
		Good:  "file: content/stories/news.md\n[Report](https://example.org/)\n" + oneProject,
	}
	noteHTMLRule = &finding.Rule{
		ID: "raw-html", Group: finding.GroupWeb, Severity: finding.Warning,
		Title: say("文稿中的 HTML 按文字显示", "HTML in a note is shown as text"),
		Why:   say("HTML 可能带有会执行的内容，因此不放行。", "HTML can carry active content, so none passes."),
		Fix:   say("改用 Markdown 的写法。", "Write it in Markdown."),
		Bad:   "file: content/stories/news.md\n<b>Bold</b>\n" + oneProject,
		Good:  "file: content/stories/news.md\n**Bold**\n" + oneProject,
	}
	noteLargeRule = &finding.Rule{
		ID: "note-too-large", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("文稿超过可以处理的大小", "A note is larger than can be rendered"),
		Why:   say("其余部分不会出现。", "The rest of it would not appear."),
		Fix:   say("分成几篇，或减少嵌套。", "Split it, or nest less."),
		Bad:   "file: content/stories/news.md\n<5 MiB>\n" + oneProject,
		Good:  "file: content/stories/news.md\nText.\n" + oneProject,
	}
)

var noteRules = map[string]*finding.Rule{
	markdown.UnknownRecord: noteRecordRule, markdown.UnknownEmbed: noteEmbedRule, markdown.DeadLink: noteLinkRule,
	markdown.UnsafeLink: noteUnsafeRule, markdown.RawHTML: noteHTMLRule, markdown.TooLarge: noteLargeRule,
}

// checkNotes renders every note once, in its own language, and reports what it
// refers to in vain.
func (p *Plan) checkNotes(l *finding.List) {
	for i, n := range p.Data.Notes {
		for _, t := range n.Texts {
			c := newContext(p, p.notePage(i, n, t.Lang))
			_, problems := t.Doc.HTML(c.resolver(n))
			for i, pr := range problems {
				f := finding.Finding{
					Rule: noteRules[pr.Kind], Pos: finding.Pos{File: t.File, Line: t.Line + pr.Line - 1, Col: pr.Col}, Value: pr.Value,
					Message: finding.Text{ZH: pr.MessageZH, EN: pr.Message}, Hint: noteRules[pr.Kind].Hint(),
				}
				if pr.Kind == markdown.UnknownRecord && i < maxNear {
					f.Hint = p.index.nearLink(pr.Value, f.Hint)
				}
				l.Add(f)
			}
		}
	}
}

// notePage is the page that shows a note's text: that of its language, else of
// the site's first.
func (p *Plan) notePage(i int, n *model.Note, lang string) *Page {
	langs := p.Data.Config.Languages
	show := langs[0]
	for _, have := range langs {
		if have == lang {
			show = lang
		}
	}
	return &Page{URL: p.prefix(show) + notePath(n) + ".html", Layout: "note", Lang: show, kind: kindNote, num: int32(i)}
}
