package source

import "gongkai/internal/finding"

func fileRules() []*finding.Rule {
	return []*finding.Rule{ruleNotRegular, ruleUnreadable, ruleFileName, ruleBadGzip}
}

var ruleNotRegular = &finding.Rule{
	ID: "not-a-regular-file", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("不是普通文件", "This is not a regular file"),
	Why:   say("符号链接和设备可能指向网站文件夹之外，因此不读取。", "Links and devices can lead outside the site's folder, so they are not opened."),
	Fix:   say("用文件本身代替链接。", "Put the file itself in place of the link."),
	Bad:   "file: data/projects.csv <a link>\n",
	Good:  "file: data/projects.csv\nid,title\nP1,Meals at home\n",
}

var ruleUnreadable = &finding.Rule{
	ID: "unreadable-file", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("文件或文件夹打不开", "The file or folder cannot be opened"),
	Why:   say("缺了它，网站就不完整。", "Without it the site would be incomplete."),
	Fix:   say("检查权限和磁盘，然后再试。", "Look at its permissions and the disk, then try again."),
	Bad:   "file: data/projects.csv <no permission>\n",
	Good:  "file: data/projects.csv\nid,title\nP1,Meals at home\n",
}

var ruleFileName = &finding.Rule{
	ID: "file-name", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("文件名含有不可见的字符", "The file's name holds characters that cannot be seen"),
	Why:   say("控制符和双向符能让文件看似另一个名称。", "Control and bidi characters can make a file look like another one."),
	Fix:   say("重新命名，只用可见的文字。", "Rename it with visible letters only."),
	Bad:   "file: data/projects<E2 80 AE>vsc.csv\nid,title\n",
	Good:  "file: data/projects.csv\nid,title\nP1,Meals at home\n",
}

var ruleBadGzip = &finding.Rule{
	ID: "bad-gzip", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("压缩文件解不开", "The compressed file cannot be unpacked"),
	Why:   say("只读到一半的表会让总数出错。", "A table read by half would give wrong totals."),
	Fix:   say("重新压缩，或直接提交未压缩的 .csv。", "Compress it again, or commit the plain .csv."),
	Bad:   "file: data/projects.csv.gz\nid,title\nP1,Meals at home\n",
	Good:  "file: data/projects.csv\nid,title\nP1,Meals at home\n",
}
