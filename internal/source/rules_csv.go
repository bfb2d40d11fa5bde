package source

import "gongkai/internal/finding"

func csvRules() []*finding.Rule {
	return []*finding.Rule{
		ruleEmptyFile, ruleNoRows, ruleDelimiter, ruleTitleRow, ruleTitleUnclear,
		ruleSkipRows, ruleBadQuote,
	}
}

var ruleEmptyFile = &finding.Rule{
	ID: "empty-file", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("文件是空的", "The file is empty"),
	Why:   say("没有标题行，不知道这是什么表。", "Without headings nothing says which table this is."),
	Fix:   say("写入标题行，或删去该文件。", "Write the headings, or remove the file."),
	Bad:   "\n\n",
	Good:  "id,title\nP1,Meals at home\n",
}

var ruleNoRows = &finding.Rule{
	ID: "no-rows", Group: finding.GroupForm, Severity: finding.Info,
	Title: say("只有标题行，没有记录", "There are headings but no rows"),
	Why:   say("该表在网站上将是空的。", "The table will be empty on the site."),
	Fix:   say("填入记录；若确实没有，可不理会。", "Add rows; where there are none, nothing needs doing."),
	Bad:   "id,title\n",
	Good:  "id,title\nP1,Meals at home\n",
}

var ruleDelimiter = &finding.Rule{
	ID: "delimiter", Group: finding.GroupForm, Severity: finding.Info,
	Title: say("单元格之间不是逗号", "The cells are not separated by commas"),
	Why:   say("分隔符由程序判断，故予说明。", "The separator was worked out by the program, so it is told."),
	Fix:   say("列若读错，请另存为以逗号分隔的“CSV UTF-8”。", "Where columns come out wrong, save as comma-separated “CSV UTF-8”."),
	Bad:   "id;title\nP1;Meals at home\n",
	Good:  "id,title\nP1,Meals at home\n",
}

var ruleTitleRow = &finding.Rule{
	ID: "title-row", Group: finding.GroupForm, Severity: finding.Warning,
	Title: say("标题行之上有别的行，已跳过", "Rows above the headings were skipped"),
	Why:   say("第一行是整张表的名称，不是各列的标题。", "The first row names the sheet, not its columns."),
	Fix:   say("删去标题行之上的行，或在 data/columns.yaml 中写明 skip_rows。", "Delete the rows above the headings, or state skip_rows in data/columns.yaml."),
	Bad:   "Purchased services 2010,,\nid,title,year\nP1,Meals at home,2010\n",
	Good:  "id,title,year\nP1,Meals at home,2010\n",
}

var ruleTitleUnclear = &finding.Rule{
	ID: "title-row-unclear", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("不能确定哪一行是标题", "It is unclear which row holds the headings"),
	Why:   say("标题认错，所有列都会读错。", "With the wrong headings every column is read wrongly."),
	Fix:   say("删去标题行之上的行，或在 data/columns.yaml 中写明 skip_rows。", "Delete the rows above the headings, or state skip_rows in data/columns.yaml."),
	Bad:   "Overview,,\nfoo,bar,baz\n1,2,3\n",
	Good:  "foo,bar,baz\n1,2,3\n",
}

var ruleSkipRows = &finding.Rule{
	ID: "skip-rows", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("skip_rows 超过了文件的行数", "skip_rows goes beyond the end of the file"),
	Why:   say("跳过这么多行之后没有标题行。", "After that many rows no headings are left."),
	Fix:   say("把 skip_rows 改为标题行之上的行数。", "Set skip_rows to the number of rows above the headings."),
	Bad:   "file: data/projects.csv <skip_rows: 5>\nTitle\nid,title\n",
	Good:  "file: data/projects.csv <skip_rows: 1>\nTitle\nid,title\nP1,Meals at home\n",
}

var ruleBadQuote = &finding.Rule{
	ID: "bad-quote", Group: finding.GroupForm, Severity: finding.Error,
	Title: say("引号不成对", "A quotation mark does not pair"),
	Why:   say("引号之后的内容会并入同一格，后面的行因此丢失。", "What follows the mark would run into one cell and rows would be lost."),
	Fix:   say("含引号的单元格用引号括起，内部的引号写成两个(\"\")。", "Enclose the cell in quotation marks and double those inside it (\"\")."),
	Bad:   "id,title\nP1,\"Meals at home\nP2,Care\n",
	Good:  "id,title\nP1,\"Meals at home\"\nP2,Care\n",
}
