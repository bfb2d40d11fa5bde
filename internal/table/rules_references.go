package table

import "gongkai/internal/finding"

var referenceRules = []*finding.Rule{unknownReferenceRule, ambiguousReferenceRule, nameVariantsRule, severalNamesRule}

var (
	unknownReferenceRule = &finding.Rule{
		ID: "unknown-reference", Group: finding.GroupReferences, Severity: finding.Error,
		Title: say("引用的记录不存在", "A row refers to a record that does not exist"),
		Why:   say("页面之间的链接会断，合计会漏。", "Pages would not link and totals would miss it."),
		Fix:   say("改正写法，或在被引用的表中加上该记录。", "Mend the spelling, or add the record to its table."),
		Bad:   "file: data/organizations.csv\nid,name\nO1,Sample Society\nfile: data/projects.csv\nid,title,organization\nP1,Meals,O7\n",
		Good:  "file: data/organizations.csv\nid,name\nO1,Sample Society\nfile: data/projects.csv\nid,title,organization\nP1,Meals,O1\n",
	}
	ambiguousReferenceRule = &finding.Rule{
		ID: "ambiguous-reference", Group: finding.GroupReferences, Severity: finding.Error,
		Title: say("引用的名称属于多条记录", "A row names more than one record"),
		Why:   say("不知道钱给了哪一家。", "Nothing says who received the money."),
		Fix:   say("改写编号或统一社会信用代码。", "Write the id or the credit code."),
		Bad:   "file: data/organizations.csv\nid,name\nO1,Sample Society\nO2,Sample Society\nfile: data/projects.csv\nid,title,organization\nP1,Meals,Sample Society\n",
		Good:  "file: data/organizations.csv\nid,name\nO1,Sample Society\nO2,Sample Society\nfile: data/projects.csv\nid,title,organization\nP1,Meals,O1\n",
	}
	nameVariantsRule = &finding.Rule{
		ID: "name-variants", Group: finding.GroupReferences, Severity: finding.Info,
		Title: say("同一名称有几种写法", "One name is written in several ways"),
		Why:   say("只差大小写、全半角或空格的名称看作同一家；显示最常见的写法。", "Names that differ only in case, width or spaces are taken as one; the most frequent spelling is shown."),
		Fix:   say("统一写法。", "Write it one way."),
		Bad:   "id,title,organization\nP1,Meals,Sample Society\nP2,Visits,SAMPLE SOCIETY\n",
		Good:  "id,title,organization\nP1,Meals,Sample Society\nP2,Visits,Sample Society\n",
	}
	severalNamesRule = &finding.Rule{
		ID: "several-names", Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("一格似有几个名称", "A cell seems to hold several names"),
		Why:   say("用顿号隔开的几家会成为另一家组织，它们各自的合计会漏。", "Several bodies in one cell, set apart with commas, make another body, and the totals of each miss the row."),
		Fix:   say("用分号隔开；排在最前的牵头。", "Set them apart with semicolons; the first leads."),
		Bad:   "id,title,organization\nP1,Meals,示例社\nP2,Visits,示例社、样例社\n",
		Good:  "id,title,organization\nP1,Meals,示例社\nP2,Visits,示例社;样例社\n",
	}
)
