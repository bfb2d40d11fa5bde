package model

import "gongkai/internal/finding"

// Rules lists every rule that reading a site's configuration, notes and
// folder can report.
func Rules() []*finding.Rule {
	return []*finding.Rule{
		badSettingRule, unknownLicenceRule, strayNoteRule, foreignNoteRule, unreadableNoteRule, unknownNoteRule, strayFileRule, ignoredFileRule,
		recognisedRule, noTablesRule, noSuchFileRule, noCurrencyRule, missingDocumentRule, badMapRule,
		sampleOCIDRule, noContactRule,
	}
}

func say(zh, en string) finding.Text { return finding.Text{ZH: zh, EN: en} }

const oneProject = "file: data/projects.csv\nid,title\nP1,Meals\n"

var (
	badSettingRule = &finding.Rule{
		ID: "bad-setting", Group: finding.GroupConfiguration, Severity: finding.Error,
		Title: say("设置的值读不懂", "A setting's value cannot be read"),
		Why:   say("网站会按错误的设置建成。", "The site would be built with a wrong setting."),
		Fix:   say("按手册改正这一处。", "Mend the value after the handbook."),
		Bad:   "file: data/site.yaml\ncurrency: XYZ\n" + oneProject,
		Good:  "file: data/site.yaml\ncurrency: CNY\n" + oneProject,
	}
	unknownLicenceRule = &finding.Rule{
		ID: "unknown-licence", Group: finding.GroupConfiguration, Severity: finding.Info,
		Title: say("许可的全文不知在哪里", "It is not known where the licence's text stands"),
		Why:   say("使用数据的人不知道可以怎样用。", "Who uses the data cannot read what is allowed."),
		Fix:   say("licence 写许可的网址，或常用许可的代码，如 CC-BY-4.0。", "Write the licence's address under licence:, or the code of a common one, such as CC-BY-4.0."),
		Bad:   "file: data/site.yaml\nlicence: CC-BY-9\n" + oneProject,
		Good:  "file: data/site.yaml\nlicence: CC-BY-4.0\n" + oneProject,
	}
	foreignNoteRule = &finding.Rule{
		ID: "foreign-note", Group: finding.GroupWeb, Severity: finding.Warning,
		Title: say("译文的语言不是网站的语言", "A translation is in a language that the site does not have"),
		Why:   say("它不会出现在任何页面上。", "It would appear on no page."),
		Fix:   say("改正文件名中的语言，或在 data/site.yaml 的 languages 中加上它。", "Mend the language in the file's name, or add it to languages: in data/site.yaml."),
		Bad:   "file: data/site.yaml\nlanguages: [zh, en]\nfile: content/pages/about.md\n公开。\nfile: content/pages/about.fr.md\nÀ propos.\n" + oneProject,
		Good:  "file: data/site.yaml\nlanguages: [zh, en]\nfile: content/pages/about.md\n公开。\nfile: content/pages/about.en.md\nAbout.\n" + oneProject,
	}
	strayNoteRule = &finding.Rule{
		ID: "stray-note", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("文稿不在该放的位置", "A note is not where notes belong"),
		Why:   say("它不会出现在网站上。", "It would not appear on the site."),
		Fix:   say("移到 content/policies、stories、pages 或 handbook。", "Move it to content/policies, stories, pages or handbook."),
		Bad:   "file: content/news.md\nText.\n" + oneProject,
		Good:  "file: content/stories/news.md\nText.\n" + oneProject,
	}
	unreadableNoteRule = &finding.Rule{
		ID: "unreadable-note", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("文件读不出", "A file cannot be read"),
		Why:   say("它不会出现在网站上。", "It would not appear on the site."),
		Fix:   say("检查文件的权限和大小（文稿不超过 4 MiB）。", "Check its permissions and size (up to 4 MiB for a note)."),
		Bad:   "file: content/stories/long.md\n<5 MiB>\n" + oneProject,
		Good:  "file: content/stories/long.md\nText.\n" + oneProject,
	}
	unknownNoteRule = &finding.Rule{
		ID: "unknown-note", Group: finding.GroupWeb, Severity: finding.Error,
		Title: say("引用的文稿不存在", "A note that is referred to does not exist"),
		Why:   say("读者会点到空处。", "Readers would follow a link to nowhere."),
		Fix:   say("写文稿的文件名，不带 .md。", "Write the note's file name without .md."),
		Bad:   "file: data/projects.csv\nid,title\nP1,Meals\nfile: data/programmes.csv\nid,title,policy\nF1,Fund,rules\n",
		Good:  "file: content/policies/rules.md\nText.\nfile: data/programmes.csv\nid,title,policy\nF1,Fund,rules\n",
	}
	strayFileRule = &finding.Rule{
		ID: "unknown-file", Group: finding.GroupForm, Severity: finding.Error,
		Title: say("data/ 中的文件不属于任何表", "A file in data/ belongs to no table"),
		Why:   say("其中的记录不会公布。", "Its records would not be published."),
		Fix:   say("按表名改名，或在 data/columns.yaml 的 files 中写明。", "Name it after its table, or list it under files: in data/columns.yaml."),
		Bad:   "file: data/project.csv\nid,title\nP2,Visits\n" + oneProject,
		Good:  oneProject,
	}
	ignoredFileRule = &finding.Rule{
		ID: "ignored-file", Group: finding.GroupForm, Severity: finding.Warning,
		Title: say("data/ 中的文件未读入", "A file in data/ is not read"),
		Why:   say("只读 CSV 和 YAML。", "Only CSV and YAML are read."),
		Fix:   say("另存为“CSV UTF-8”，或移到 static/documents/。", "Save it as CSV UTF-8, or move it to static/documents/."),
		Bad:   "file: data/notes.txt\nText.\n" + oneProject,
		Good:  oneProject,
	}
	recognisedRule = &finding.Rule{
		ID: "recognised-table", Group: finding.GroupForm, Severity: finding.Info,
		Title: say("按列名认出是哪一张表", "A lone CSV's table was told by its headings"),
		Why:   say("文件名不是表名，所以看列名。", "Its file name is no table's, so the headings decide."),
		Fix:   say("改用表名作文件名。", "Name the file after its table."),
		Bad:   "file: data/list.csv\nid,title,amount_awarded\nP1,Meals,500\n",
		Good:  "file: data/projects.csv\nid,title,amount_awarded\nP1,Meals,500\n",
	}
	noTablesRule = &finding.Rule{
		ID: "no-tables", Group: finding.GroupForm, Severity: finding.Error,
		Title: say("没有数据表", "There is no table"),
		Why:   say("没有可以公布的内容。", "There is nothing to publish."),
		Fix:   say("放一个 CSV 到 data/ 中。", "Put a CSV into data/."),
		Bad:   "file: content/stories/news.md\nText.\n",
		Good:  oneProject,
	}
	noSuchFileRule = &finding.Rule{
		ID: "no-such-file", Group: finding.GroupForm, Severity: finding.Error,
		Title: say("columns.yaml 的 files 不合任何文件", "files: of columns.yaml matches no file"),
		Why:   say("这张表会是空的。", "The table would be empty."),
		Fix:   say("改正文件名。", "Mend the name."),
		Bad:   "file: data/columns.yaml\nprojects: {files: [list-*.csv]}\nfile: data/calls.csv\nid,title\nC1,Meals\n",
		Good:  "file: data/columns.yaml\nprojects: {files: [list-*.csv]}\nfile: data/list-1.csv\nid,title\nP1,Meals\n",
	}
	missingDocumentRule = &finding.Rule{
		ID: "missing-document", Group: finding.GroupReferences, Severity: finding.Warning,
		Title: say("链接的文件不存在", "A document that is linked does not exist"),
		Why:   say("读者打不开它；页面只显示文字。", "Readers cannot open it; pages show it as text only."),
		Fix:   say("把文件放到 static/documents/，或写完整的 https:// 地址。", "Put the file into static/documents/, or write a full https:// address."),
		Bad:   "file: data/calls.csv\nid,title,document\nC1,Meals,documents/notice.pdf\n",
		Good:  "file: data/calls.csv\nid,title,document\nC1,Meals,https://example.org/notice.pdf\n",
	}
	badMapRule = &finding.Rule{
		ID: "bad-map", Group: finding.GroupForm, Severity: finding.Warning,
		Title: say("districts.geojson 有不能用的形状", "A shape of districts.geojson cannot be used"),
		Why:   say("地图上会少这个区域；没有可用的形状时，区域画成方格。", "The map would lack the district; without any shape, districts are shown as tiles."),
		Fix:   say("用经纬度的 Polygon 或 MultiPolygon，属性 id 或 name 与行政区表一致。", "Use Polygon or MultiPolygon in longitude and latitude, with the district's id or name as a property."),
		Bad:   "file: data/districts.geojson\n{\"type\": \"Topology\"}\n" + oneProject,
		Good:  "file: data/districts.geojson\n{\"type\": \"FeatureCollection\", \"features\": []}\n" + oneProject,
	}
	noCurrencyRule = &finding.Rule{
		ID: "no-currency", Group: finding.GroupMoney, Severity: finding.Warning,
		Title: say("金额没有货币", "Amounts have no currency"),
		Why:   say("读者不知道是哪一种钱。", "Readers cannot know which money is meant."),
		Fix:   say("在 data/site.yaml 写 currency。", "Write currency: in data/site.yaml."),
		Bad:   "file: data/projects.csv\nid,title,amount_awarded\nP1,Meals,500\n",
		Good:  "file: data/site.yaml\ncurrency: GBP\nfile: data/projects.csv\nid,title,amount_awarded\nP1,Meals,500\n",
	}
	sampleOCIDRule = &finding.Rule{
		ID: "sample-ocid-prefix", Group: finding.GroupConfiguration, Severity: finding.Warning,
		Title: say("OCDS 编号用的是示例前缀", "OCDS identifiers begin with the sample prefix"),
		Why:   say("前缀说明编号是谁的；用示例前缀，编号会与别人的相同，登记处也认不出。", "The prefix says whose the identifiers are; with the sample one they may equal those of others, and no register knows them."),
		Fix:   say("向 Open Contracting Partnership 登记（免费），在 data/site.yaml 写 ocid_prefix；或写 formats: {ocds: no}。", "Register with the Open Contracting Partnership, which is free, and write ocid_prefix: in data/site.yaml; or write formats: {ocds: no}."),
		Bad:   "file: data/site.yaml\nbase_url: https://example.org/\n" + oneProject,
		Good:  "file: data/site.yaml\nbase_url: https://example.org/\nocid_prefix: ocds-a1b2c3\n" + oneProject,
	}
	noContactRule = &finding.Rule{
		ID: "no-contact", Group: finding.GroupConfiguration, Severity: finding.Info,
		Title: say("没有联系邮箱", "There is no address for mail"),
		Why:   say("DCAT-US 1.1 要求写明联系邮箱，所以不生成 data.json；读者也不知道向谁报错。", "DCAT-US 1.1 requires one, so data.json is not made; nor do readers know to whom to report a mistake."),
		Fix:   say("在 data/site.yaml 的 publisher 下写 email，用单位邮箱。", "Write email: under publisher: in data/site.yaml, an office's address."),
		Bad:   "file: data/site.yaml\nbase_url: https://example.org/\n" + oneProject,
		Good:  "file: data/site.yaml\nbase_url: https://example.org/\npublisher: {email: office@example.org}\n" + oneProject,
	}
)
