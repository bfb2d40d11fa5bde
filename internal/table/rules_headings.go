package table

import "gongkai/internal/finding"

var headingRules = []*finding.Rule{
	duplicateHeadingRule, headingTypoRule, noHeadingsRule, sidewaysRule, stackedHeadingsRule, unknownKeyRule, unknownFieldRule, unknownHeadingRule, badMappingRule,
	notExtractedRule, datesSettledRule, unitAboveRule, unclearUnitRule,
}

var (
	duplicateHeadingRule = &finding.Rule{
		ID: "duplicate-heading", Group: finding.GroupForm, Severity: finding.Error,
		Title: say("两个列名表示同一字段", "Two headings mean the same field"),
		Why:   say("不知道该读哪一列。", "Nothing says which column counts."),
		Fix:   say("删去一列，或在 data/columns.yaml 中指明。", "Remove one column, or say in data/columns.yaml which one it is."),
		Bad:   "id,title,title\nP1,Meals,Visits\n",
		Good:  "id,title,remark\nP1,Meals,Visits\n",
	}
	headingTypoRule = &finding.Rule{
		ID: "heading-typo", Group: finding.GroupForm, Severity: finding.Error,
		Title: say("列名像是字段名写错", "A heading looks like a misspelt field"),
		Why:   say("写错的列不会出现在应在的位置。", "A misspelt column would not stand where readers look for it."),
		Fix:   say("改正列名；若是另一列，换一个名称。", "Mend the heading; if it is another column, rename it."),
		Bad:   "id,title,amount_award\nP1,Meals,500\n",
		Good:  "id,title,amount_awarded\nP1,Meals,500\n",
	}
	noHeadingsRule = &finding.Rule{
		ID: "no-headings", Group: finding.GroupForm, Severity: finding.Error,
		Title: say("第一行没有认得的列名", "The first line holds no heading that is known"),
		Why:   say("不知道哪一列是什么，第一条记录还会被当作列名。", "Nothing says what the columns are, and a record may be taken for headings."),
		Fix:   say("在最上面加一行列名；列名是自己的，在 data/columns.yaml 中对应。", "Write a line of headings on top; map headings of your own in data/columns.yaml."),
		Bad:   "P1,Meals,500\nP2,Visits,300\n",
		Good:  "id,title,amount_awarded\nP1,Meals,500\nP2,Visits,300\n",
	}
	sidewaysRule = &finding.Rule{
		ID: "sideways-table", Group: finding.GroupForm, Severity: finding.Error,
		Title: say("列名在第一列，表是横着的", "The headings stand in the first column: the table lies on its side"),
		Why:   say("每一行会被当作一条记录，每一列的内容不对。", "Every line would be taken for a record, and no column would hold one kind of thing."),
		Fix:   say("在电子表格中复制后选“选择性粘贴—转置”，使每条记录占一行，再导出。", "In the spreadsheet, copy it and paste it transposed, so that each record is a line; then export again."),
		Bad:   "项目名称,送餐,探访\n承接单位,样例社,样例会\n立项金额,500,300\n",
		Good:  "项目名称,承接单位,立项金额\n送餐,样例社,500\n探访,样例会,300\n",
	}
	stackedHeadingsRule = &finding.Rule{
		ID: "stacked-headings", Group: finding.GroupForm, Severity: finding.Error,
		Title: say("列名占了两行", "The headings stand on two lines"),
		Why:   say("不知道哪一行是列名，下面一行会被当作一条记录。", "Nothing says which line counts, and the second would be taken for a record."),
		Fix:   say("合并成一行列名；上面一行是大标题时，在 data/columns.yaml 写 skip_rows。", "Make one line of them; where the upper one is a title, write skip_rows in data/columns.yaml."),
		Bad:   "项目,,金额,\n项目编号,项目名称,申请金额,立项金额\nP1,送餐,600,500\n",
		Good:  "项目编号,项目名称,申请金额,立项金额\nP1,送餐,600,500\n",
	}
	unknownKeyRule = &finding.Rule{
		ID: "unknown-yaml-field", Group: finding.GroupForm, Severity: finding.Warning,
		Title: say("YAML 表中的键不是字段", "A key of a YAML table is no field"),
		Why:   say("该内容只作为“其他”保留。", "Its content is kept under “more” only."),
		Fix:   say("改正键名。", "Mend the key."),
		Bad:   "file: data/areas.yaml\n- {id: elderly, name: Elder care, colour: red}\n",
		Good:  "file: data/areas.yaml\n- {id: elderly, name: Elder care}\n",
	}
	unknownFieldRule = &finding.Rule{
		ID: "unknown-field", Group: finding.GroupConfiguration, Severity: finding.Error,
		Title: say("columns.yaml 中的字段不存在", "columns.yaml names a field that does not exist"),
		Why:   say("这条对应不会生效。", "The mapping would have no effect."),
		Fix:   say("改正字段名；gongkai schema 列出全部字段。", "Mend the field; gongkai schema lists them all."),
		Bad:   "file: data/columns.yaml\nprojects:\n  columns: {vendor: organisation}\nfile: data/projects.csv\nid,vendor\nP1,Sample Society\n",
		Good:  "file: data/columns.yaml\nprojects:\n  columns: {vendor: organization}\nfile: data/projects.csv\nid,vendor\nP1,Sample Society\n",
	}
	unknownHeadingRule = &finding.Rule{
		ID: "unknown-heading", Group: finding.GroupConfiguration, Severity: finding.Error,
		Title: say("columns.yaml 中的列名不在任何文件里", "columns.yaml names a heading that no file has"),
		Why:   say("这条对应不会生效。", "The mapping would have no effect."),
		Fix:   say("按文件里的写法改正列名，或删去这一条。", "Write the heading as the file has it, or remove the line."),
		Bad:   "file: data/columns.yaml\nprojects:\n  columns: {vendr: organization}\nfile: data/projects.csv\nid,vendor\nP1,Sample Society\n",
		Good:  "file: data/columns.yaml\nprojects:\n  columns: {vendor: organization}\nfile: data/projects.csv\nid,vendor\nP1,Sample Society\n",
	}
	badMappingRule = &finding.Rule{
		ID: "bad-mapping", Group: finding.GroupConfiguration, Severity: finding.Error,
		Title: say("columns.yaml 的值读不懂", "A value of columns.yaml cannot be read"),
		Why:   say("表会按错误的方式读入，或读不进来。", "The table would be read wrongly or not at all."),
		Fix:   say("按手册中 columns.yaml 一节改正。", "Mend it after the handbook's page on columns.yaml."),
		Bad:   "file: data/columns.yaml\nprojects: {dates: D-M-Y}\nfile: data/projects.csv\nid,title\nP1,Meals\n",
		Good:  "file: data/columns.yaml\nprojects: {dates: D/M/Y}\nfile: data/projects.csv\nid,title\nP1,Meals\n",
	}
	notExtractedRule = &finding.Rule{
		ID: "not-extracted", Group: finding.GroupCells, Severity: finding.Info,
		Title: say("单元格中没有 extract 要找的部分", "A cell has not the part that extract looks for"),
		Why:   say("该值记为未公布，原文保留在“其他”。", "The value is taken as missing; the text is kept under “more”."),
		Fix:   say("若该有值，改正单元格或 extract。", "Where there should be a value, mend the cell or the pattern."),
		Bad:   "file: data/columns.yaml\nprojects:\n  extract: {amount_awarded: '¥([0-9.,]+)元'}\nfile: data/projects.csv\nid,title,amount_awarded\nP1,Meals,其他\n",
		Good:  "file: data/columns.yaml\nprojects:\n  extract: {amount_awarded: '¥([0-9.,]+)元'}\nfile: data/projects.csv\nid,title,amount_awarded\nP1,Meals,投资额（¥500元）\n",
	}
	datesSettledRule = &finding.Rule{
		ID: "dates-settled", Group: finding.GroupCells, Severity: finding.Info,
		Title: say("两可的日期按同列其他日期的写法读", "Ambiguous dates are read as the column's other dates show"),
		Why:   say("05/06/2014 可以是两个日子；同列的 22/07/2014 只能是日在前。", "05/06/2014 can be two days; 22/07/2014 in the same column can only have the day first."),
		Fix:   say("不对时在 data/columns.yaml 写 dates: M/D/Y 或 D/M/Y。", "Where that is wrong write dates: M/D/Y or D/M/Y in data/columns.yaml."),
		Bad:   "id,title,decided\nP1,Meals,05/06/2014\nP2,Visits,22/07/2014\n",
		Good:  "id,title,decided\nP1,Meals,2014-06-05\nP2,Visits,2014-07-22\n",
	}
	unitAboveRule = &finding.Rule{
		ID: "unit-above", Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("金额的单位写在标题行之上", "The unit of amounts stands above the headings"),
		Why:   say("列名中没有单位，金额按标题行之上的单位读；另存或删去那一行后，金额会差一万倍。", "No heading names a unit, so amounts are read in the one above them. Once that line is lost, they are ten thousand times off."),
		Fix:   say("把单位写进列名，如 立项金额（万元）。", "Write the unit in the headings, such as Amount (thousand)."),
		Bad:   "项目一览表,,单位：万元\nid,title,立项金额\nP1,Meals,5\n",
		Good:  "id,title,立项金额（万元）\nP1,Meals,5\n",
	}
	unclearUnitRule = &finding.Rule{
		ID: "unclear-unit", Group: finding.GroupCells, Severity: finding.Error,
		Title: say("列名中的单位读不懂", "The unit in a heading is not understood"),
		Why:   say("单位读错，整列金额会差一千倍、一万倍。", "With the wrong unit every amount of the column is a thousand or ten thousand times off."),
		Fix:   say("括号里只写单位；或在 data/columns.yaml 的 units 中写明。", "Write nothing but the unit in the brackets, or state it under units: in data/columns.yaml."),
		Bad:   "id,title,金额（以万元计）\nP1,Meals,5\n", Good: "id,title,金额（万元）\nP1,Meals,5\n",
	}
)
