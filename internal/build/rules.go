package build

import (
	"cmp"
	"slices"

	"gongkai/internal/check"
	"gongkai/internal/finding"
	"gongkai/internal/integrity"
	"gongkai/internal/site"
)

// Rules lists every rule of the program, sorted by id.
func Rules() []*finding.Rule {
	all := append(check.Rules(), laterRules()...)
	slices.SortFunc(all, func(a, b *finding.Rule) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// laterRules are those of the stages after the checks. The checks know them
// because site.yaml may set the severity of any rule.
func laterRules() []*finding.Rule {
	return append(slices.Concat(integrity.Rules(), site.Rules()), layoutRule, strayLayoutRule, occupiedRule, assetNameRule)
}

func say(zh, en string) finding.Text { return finding.Text{ZH: zh, EN: en} }

const oneProject = "file: data/projects.csv\nid,title\nP1,Meals\n"

var (
	layoutRule = &finding.Rule{
		ID: "bad-layout", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("自备的布局不能用", "A layout of the site's own cannot be used"),
		Why:   say("用到它的页面都无法生成。", "None of the pages that use it could be made."),
		Fix:   say("改正这一行，或删去该文件，改用内置的布局。", "Mend the line, or delete the file to use the built-in layout."),
		Bad:   "file: layouts/404.html\n{{.Titel}}\n" + oneProject,
		Good:  "file: layouts/404.html\n<h1>{{.Title}}</h1>\n" + oneProject,
	}
	strayLayoutRule = &finding.Rule{
		ID: "stray-layout", Group: finding.GroupWeb, Severity: finding.Warning,
		Title: say("布局文件的名称不对应任何页面", "A layout's name is that of no page"),
		Why:   say("没有页面会用到它。", "No page would use it."),
		Fix:   say("改成内置布局的文件名，如 project.html；共用的部分放在 layouts/_partials/。", "Give it the name of a built-in layout, such as project.html; shared parts belong in layouts/_partials/."),
		Bad:   "file: layouts/projekt.html\n<h1>{{.Title}}</h1>\n" + oneProject,
		Good:  "file: layouts/404.html\n<h1>{{.Title}}</h1>\n" + oneProject,
	}
	occupiedRule = &finding.Rule{
		ID: "occupied-address", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("static/ 中的文件占了网站自己的地址", "A file in static/ stands at an address of the site's own"),
		Why:   say("两个文件不能在同一个地址，其中一个会丢失。", "Two files cannot stand at one address; one would be lost."),
		Fix:   say("把它改名或移到 static/documents/ 中。", "Rename it or move it into static/documents/."),
		Bad:   "file: static/data/projects.csv\nid\nP9\n" + oneProject,
		Good:  "file: static/documents/projects.csv\nid\nP9\n" + oneProject,
	}
	assetNameRule = &finding.Rule{
		ID: "asset-name", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("static/ 中的文件名不能作网址", "A file name in static/ cannot be an address"),
		Why:   say("在别的系统上它存不下，或指向别处。", "Other systems cannot store it, or it means something else there."),
		Fix:   say("改名，不用冒号、反斜杠和 CON、NUL 等设备名，也不以点或空格结尾。", "Rename it without a colon, a backslash or a device's name such as CON or NUL, and without a dot or space at its end."),
		Bad:   "file: static/documents/con.pdf\nText.\n" + oneProject,
		Good:  "file: static/documents/contract.pdf\nText.\n" + oneProject,
	}
)
