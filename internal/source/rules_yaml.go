package source

import "gongkai/internal/finding"

func yamlRules() []*finding.Rule {
	return []*finding.Rule{
		ruleYAMLSyntax, ruleYAMLAlias, ruleYAMLTag, ruleYAMLDocuments, ruleYAMLForm,
		ruleDuplicateKey, ruleUnknownKey, ruleFrontMatter,
	}
}

var ruleYAMLSyntax = &finding.Rule{
	ID: "yaml-syntax", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("YAML 写法有误", "The YAML does not read"),
	Why:   say("一处写错，整个文件都读不出来。", "One slip keeps the whole file from being read."),
	Fix:   say("看该行及上一行：冒号后要有空格，缩进用空格，含冒号的文字用引号括起。", "Look at the line and the one above: a space after each colon, indentation by spaces, quotation marks around text with a colon."),
	Bad:   "file: data/areas.yaml\n- id: A1\n  name: care: at home\n",
	Good:  "file: data/areas.yaml\n- id: A1\n  name: \"care: at home\"\n",
}

var ruleYAMLAlias = &finding.Rule{
	ID: "yaml-alias", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("YAML 中用了锚点、别名或合并键", "The YAML uses an anchor, an alias or a merge key"),
	Why:   say("引用让一处的修改悄悄改变别处，也可用来耗尽内存。", "References make one edit change another place unseen, and can exhaust the memory."),
	Fix:   say("把内容直接写在需要的地方。以 & 或 * 开头的文字用引号括起。", "Write the content where it is needed. Put text that starts with & or * in quotation marks."),
	Bad:   "file: data/areas.yaml\n- &a {id: A1}\n- *a\n",
	Good:  "file: data/areas.yaml\n- id: A1\n- id: A2\n",
}

var ruleYAMLTag = &finding.Rule{
	ID: "yaml-tag", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("YAML 中用了标签（!）", "The YAML uses a tag (!)"),
	Why:   say("标签要求程序另行解释，此处所有值都是文字。", "Tags ask a program for special treatment; here every value is text."),
	Fix:   say("删去标签。以 ! 开头的文字用引号括起。", "Remove the tag. Put text that starts with ! in quotation marks."),
	Bad:   "file: data/areas.yaml\n- id: !secret A1\n",
	Good:  "file: data/areas.yaml\n- id: A1\n",
}

var ruleYAMLDocuments = &finding.Rule{
	ID: "yaml-documents", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("一个文件中有几份 YAML", "The file holds several YAML documents"),
	Why:   say("第二份会被漏读。", "The second one would go unread."),
	Fix:   say("删去中间的 ---，或分成几个文件。", "Remove the --- between them, or make several files."),
	Bad:   "file: data/areas.yaml\n- id: A1\n---\n- id: A2\n",
	Good:  "file: data/areas.yaml\n- id: A1\n- id: A2\n",
}

var ruleYAMLForm = &finding.Rule{
	ID: "yaml-form", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("YAML 的结构不合要求", "The YAML has another shape than is needed"),
	Why:   say("表是记录的列表，每条记录是“名称: 值”。", "A table is a list of records, and each record is a map of names and values."),
	Fix:   say("每条记录以“- ”开头，其下每行一个“名称: 值”。", "Start each record with “- ” and put one “name: value” on each line below it."),
	Bad:   "file: data/areas.yaml\nid: A1\nname: Care\n",
	Good:  "file: data/areas.yaml\n- id: A1\n  name: Care\n",
}

var ruleDuplicateKey = &finding.Rule{
	ID: "duplicate-key", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("同一个名称写了两次", "The same key stands twice"),
	Why:   say("两个值只能取一个，取哪个无从知道。", "Only one of the two values can count, and which is unknown."),
	Fix:   say("删去其中一个。", "Remove one of them."),
	Bad:   "file: data/areas.yaml\n- id: A1\n  name: Care\n  name: Home care\n",
	Good:  "file: data/areas.yaml\n- id: A1\n  name: Home care\n",
}

var ruleUnknownKey = &finding.Rule{
	ID: "unknown-key", Group: finding.GroupConfiguration, Severity: finding.Error,
	Title: say("名称不认识", "The key is not a known one"),
	Why:   say("写错的设置不会生效，而看起来像是生效了。", "A misspelt setting does nothing while it seems to work."),
	Fix:   say("改用提示中的名称，或删去。", "Use one of the keys that the hint names, or remove it."),
	Bad:   "file: data/site.yaml\ntitel: Purchased services\n",
	Good:  "file: data/site.yaml\ntitle: Purchased services\n",
}

var ruleFrontMatter = &finding.Rule{
	ID: "front-matter", Group: finding.GroupWeb, Severity: finding.Error,
	Title: say("文件头（---）读不出来", "The note's head (---) cannot be read"),
	Why:   say("标题、日期和文号都写在文件头里。", "Title, date and number stand in it."),
	Fix:   say("文件头以单独一行 --- 开始，也以单独一行 --- 结束，中间每行一个“名称: 值”。", "Start it with a line --- and end it with a line ---; between them one “name: value” a line."),
	Bad:   "file: content/policies/fund.md\n---\ntitle: Special fund\n\nThe fund pays for services.\n",
	Good:  "file: content/policies/fund.md\n---\ntitle: Special fund\n---\n\nThe fund pays for services.\n",
}
