package source

import "gongkai/internal/finding"

func limitRules() []*finding.Rule {
	return []*finding.Rule{
		ruleFileTooLarge, ruleCellTooLarge, ruleRowTooLarge, ruleTooManyColumns,
		ruleTooManyRows, ruleYAMLTooLarge, ruleYAMLTooDeep,
	}
}

var ruleFileTooLarge = &finding.Rule{
	ID: "file-too-large", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("文件太大", "The file is too large"),
	Why:   say("读入会耗尽内存。", "Reading it would exhaust the memory."),
	Fix:   say("把表拆成几个文件，放在同名文件夹中。", "Split the table into several files in a folder of its name."),
	Bad:   "file: data/projects.csv\n<more than 2 GiB>\n",
	Good:  "file: data/projects/2010.csv\nid,title\nP1,Meals at home\n",
}

var ruleCellTooLarge = &finding.Rule{
	ID: "cell-too-large", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("单元格太长", "A cell is too long"),
	Why:   say("多半是漏了引号，使许多行并入一格。", "Usually a missing quotation mark made many rows run into one cell."),
	Fix:   say("检查该格的引号；长文请放在 content/ 或 static/documents/。", "Look at the cell's quotation marks; keep long texts in content/ or static/documents/."),
	Bad:   "id,summary\nP1,<a text of more than 1 MiB>\n",
	Good:  "id,summary\nP1,Meals at home\n",
}

var ruleRowTooLarge = &finding.Rule{
	ID: "row-too-large", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("一行太长", "A row is too long"),
	Why:   say("多半是漏了引号，使许多行并成一行。", "Usually a missing quotation mark made many rows run into one."),
	Fix:   say("检查该行的引号。", "Look at the row's quotation marks."),
	Bad:   "id,summary\nP1,<cells of more than 4 MiB>\n",
	Good:  "id,summary\nP1,Meals at home\n",
}

var ruleTooManyColumns = &finding.Rule{
	ID: "too-many-columns", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("一行的单元格太多", "A row has too many cells"),
	Why:   say("多半是分隔符读错，或表被横向粘贴。", "Usually the separator is another one, or the table was pasted sideways."),
	Fix:   say("删去多余的列，每行一条记录。", "Remove the columns that are not needed; one record is one row."),
	Bad:   "<1,001 columns>\n",
	Good:  "id,title\nP1,Meals at home\n",
}

var ruleTooManyRows = &finding.Rule{
	ID: "too-many-rows", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("行数太多", "There are too many rows"),
	Why:   say("超过一次构建所能处理的数量。", "They are more than one build can handle."),
	Fix:   say("把表分成几个网站，例如按年度。", "Divide the table among several sites, by year for instance."),
	Bad:   "id,title\n<20,000,001 rows>\n",
	Good:  "id,title\nP1,Meals at home\n",
}

var ruleYAMLTooLarge = &finding.Rule{
	ID: "yaml-too-large", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("YAML 文件太大", "The YAML file is too large"),
	Why:   say("YAML 只宜用于小表，太大会耗尽内存。", "YAML is for small tables; a large file would exhaust the memory."),
	Fix:   say("改用 CSV。", "Use CSV instead."),
	Bad:   "file: data/areas.yaml\n<more than 16 MiB>\n",
	Good:  "file: data/areas.yaml\n- id: A1\n",
}

var ruleYAMLTooDeep = &finding.Rule{
	ID: "yaml-too-deep", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("YAML 嵌套太深", "The YAML file nests too deeply"),
	Why:   say("没有哪张表需要这么多层，多半是括号漏了一半。", "No table needs so many levels; usually brackets were left open."),
	Fix:   say("检查方括号、花括号与缩进。", "Look at brackets, braces and indentation."),
	Bad:   "file: data/areas.yaml\n<65 levels>\n",
	Good:  "file: data/areas.yaml\n- id: A1\n",
}
