package table

import (
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/value"
)

// Rules lists every rule that reading and linking tables can report.
func Rules() []*finding.Rule {
	return slices.Concat(formRules, headingRules, cellRules, referenceRules)
}

func say(zh, en string) finding.Text { return finding.Text{ZH: zh, EN: en} }

func lower(s string) string { return strings.ToLower(s) }

func quoteAll(texts []string) string {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = "“" + value.Visible(t) + "”"
	}
	return strings.Join(quoted, ", ")
}

// cellRule is the rule of a value's problem. Each problem that value names has
// one, which a test of the rules holds; a number's stands in for one to come.
func cellRule(id string) *finding.Rule {
	for _, r := range cellRules {
		if r.ID == id {
			return r
		}
	}
	return badNumberRule
}

// tooManyRows is the rule of a file that is too long, for several files that
// are too long together.
func tooManyRows() *finding.Rule {
	rules := source.Rules()
	return rules[slices.IndexFunc(rules, func(r *finding.Rule) bool { return r.ID == "too-many-rows" })]
}

var formRules = []*finding.Rule{
	raggedRowRule, totalRowRule, unnamedColumnRule, repeatedHeadingRule, madeIDsRule, noTitleRule, missingIDRule,
	duplicateIDRule, caseOnlyRule, repeatedRowRule, replacedRowsRule, noteRowRule, headingsAgainRule, mergedCellsRule,
}

var (
	raggedRowRule = &finding.Rule{
		ID: "ragged-row", Group: finding.GroupForm, Severity: finding.Error,
		Title: say("一行的单元格数与列名数不同", "A row has another number of cells than there are headings"),
		Why:   say("多半是缺少分隔符，或含逗号的内容没有加引号；其后的内容会错列。", "A separator is missing, or a cell that holds a comma is not quoted; what follows stands under wrong headings."),
		Fix:   say("补上分隔符，或给含逗号的内容加英文双引号。", "Add the separator, or put the cell in double quotes."),
		Bad:   "id,title,year\nP1,Meals, and company,2010\n",
		Good:  "id,title,year\nP1,\"Meals, and company\",2010\n",
	}
	totalRowRule = &finding.Rule{
		ID: "total-row", Group: finding.GroupForm, Severity: finding.Warning,
		Title: say("合计行未读入", "A row of totals is left out"),
		Why:   say("合计行若当作记录，金额会算两次。", "Taken as a record, its amount would count twice."),
		Fix:   say("删去合计行；网站自己加总。", "Delete the row; the site adds up."),
		Bad:   "id,title,amount_awarded\nP1,Meals,500\n合计,,500\n",
		Good:  "id,title,amount_awarded\nP1,Meals,500\n",
	}
	noteRowRule = &finding.Rule{
		ID: "note-row", Group: finding.GroupForm, Severity: finding.Warning,
		Title: say("表下的说明未读入", "A remark below the table is left out"),
		Why:   say("说明若当作记录，会多出一页空白。", "Taken as a record, the remark would be a page of nothing."),
		Fix:   say("把说明移到 content/pages/。", "Move the remark to content/pages/."),
		Bad:   "id,title,amount_awarded\nP1,Meals,500\nNote: without visits,,\n",
		Good:  "id,title,amount_awarded\nP1,Meals,500\n",
	}
	headingsAgainRule = &finding.Rule{
		ID: "headings-again", Group: finding.GroupForm, Severity: finding.Warning,
		Title: say("列名行在表中重复", "The headings stand again among the rows"),
		Why:   say("几个文件拼接时常留下列名行，它不是记录。", "Files that were put together leave their headings behind, which are no record."),
		Fix:   say("删去重复的列名行。", "Delete the headings that stand again."),
		Bad:   "id,title\nP1,Meals\nid,title\nP2,Visits\n",
		Good:  "id,title\nP1,Meals\nP2,Visits\n",
	}
	unnamedColumnRule = &finding.Rule{
		ID: "unnamed-column", Group: finding.GroupForm, Severity: finding.Warning,
		Title: say("有内容的列没有列名", "A column has cells but no heading"),
		Why:   say("读者不知道这一列是什么。", "Readers cannot know what the column is."),
		Fix:   say("写上列名。", "Give the column a heading."),
		Bad:   "id,title,\nP1,Meals,note\n",
		Good:  "id,title,remark\nP1,Meals,note\n",
	}
	repeatedHeadingRule = &finding.Rule{
		ID: "repeated-heading", Group: finding.GroupForm, Severity: finding.Warning,
		Title: say("未识别的列名重复", "A heading that no field claims repeats"),
		Why:   say("下载的人分不清两列。", "Who downloads the table cannot tell the columns apart."),
		Fix:   say("给每一列不同的名称。", "Give every column a name of its own."),
		Bad:   "id,title,remark,remark\nP1,Meals,a,b\n",
		Good:  "id,title,remark,second remark\nP1,Meals,a,b\n",
	}
	madeIDsRule = &finding.Rule{
		ID: "made-ids", Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("没有编号列，编号由内容生成", "There is no column of ids, so they are made from the content"),
		Why:   say("内容一改，网址就变，引用会断。", "When the content changes so does the address, and links break."),
		Fix:   say("加一列 id；或在 data/columns.yaml 写明 id 由哪些列组成。", "Add a column id, or name the headings that identify a row under id: in data/columns.yaml."),
		Bad:   "title,year\nMeals,2010\n",
		Good:  "id,title,year\nP1,Meals,2010\n",
	}
	noTitleRule = &finding.Rule{
		ID: "no-title", Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("记录没有标题", "Records have no title"),
		Why:   say("页面和列表只能显示编号。", "Pages and lists can show the id only."),
		Fix:   say("加一列 title。", "Add a column title."),
		Bad:   "id,year\nP1,2010\n",
		Good:  "id,title,year\nP1,Meals,2010\n",
	}
	missingIDRule = &finding.Rule{
		ID: "missing-id", Group: finding.GroupCells, Severity: finding.Error,
		Title: say("有编号列而此行没有编号", "The table has ids but this row has none"),
		Why:   say("没有编号就没有网址，也无法引用。", "Without an id there is no address, and nothing can refer to it."),
		Fix:   say("补上编号。", "Give the row an id."),
		Bad:   "id,title\nP1,Meals\n,Visits\n",
		Good:  "id,title\nP1,Meals\nP2,Visits\n",
	}
	duplicateIDRule = &finding.Rule{
		ID: "duplicate-id", Group: finding.GroupReferences, Severity: finding.Error,
		Title: say("编号重复", "An id is used twice"),
		Why:   say("两条记录会争同一个网址。", "Two records would share one address."),
		Fix:   say("每个编号只用一次；后一行是更新时，在 data/columns.yaml 写 repeated: last。", "Use each id once; where later rows update earlier ones, write repeated: last in data/columns.yaml."),
		Bad:   "id,title\nP1,Meals\nP1,Visits\n",
		Good:  "id,title\nP1,Meals\nP2,Visits\n",
	}
	caseOnlyRule = &finding.Rule{
		ID: "ids-differ-in-case", Group: finding.GroupReferences, Severity: finding.Error,
		Title: say("两个编号只差大小写", "Two ids differ in case only"),
		Why:   say("许多电脑的文件名不分大小写，两页会成一页。", "Many computers do not tell the file names apart, so two pages would become one."),
		Fix:   say("改成同一写法，或换一个编号。", "Write them alike, or choose another id."),
		Bad:   "id,title\np1,Meals\nP1,Visits\n",
		Good:  "id,title\nP1,Meals\nP2,Visits\n",
	}
	repeatedRowRule = &finding.Rule{
		ID: "repeated-row", Group: finding.GroupReferences, Severity: finding.Warning,
		Title: say("同一文件中后一行取代了前一行", "A later row of the same file replaces an earlier one"),
		Why:   say("被取代的行不再计入任何合计。", "The earlier row counts nowhere any more."),
		Fix:   say("若前一行本应保留，给它另一个编号。", "Where the earlier row should stay, give it another id."),
		Bad:   "file: data/columns.yaml\nprojects: {repeated: last}\nfile: data/projects.csv\nid,title\nP1,Meals\nP1,Visits\n",
		Good:  "file: data/columns.yaml\nprojects: {repeated: last}\nfile: data/projects.csv\nid,title\nP1,Visits\n",
	}
	replacedRowsRule = &finding.Rule{
		ID: "replaced-rows", Group: finding.GroupReferences, Severity: finding.Info,
		Title: say("后一文件的行取代了先前文件的行", "Rows of a later file replace rows of earlier ones"),
		Why:   say("被取代的行不再计入任何合计。", "The earlier rows count nowhere any more."),
		Fix:   say("若先前的行本应保留，给它另一个编号。", "Where an earlier row should stay, give it another id."),
		Bad:   "file: data/columns.yaml\nprojects: {repeated: last}\nfile: data/projects/1.csv\nid,title\nP1,Meals\nfile: data/projects/2.csv\nid,title\nP1,Visits\n",
		Good:  "file: data/projects/1.csv\nid,title\nP1,Meals\nfile: data/projects/2.csv\nid,title\nP2,Visits\n",
	}
	mergedCellsRule = &finding.Rule{
		ID: "merged-cells", Group: finding.GroupForm, Severity: finding.Warning,
		Title: say("空白像是合并单元格留下的", "Blank cells look like those that merging leaves"),
		Why:   say("电子表格另存为 CSV 时，合并的单元格只在第一行有内容；其余各行会不归于任何一类，分类的合计会漏。", "A spreadsheet saves merged cells as one cell and blank ones; those rows then belong to nothing, and totals miss them."),
		Fix:   say("取消合并，把内容填满每一行，再重新导出。", "Unmerge them, fill every row and export again."),
		Bad:   "title,area\nMeals,Elderly care\nVisits,\nTransport,\n", Good: "title,area\nMeals,Elderly care\nVisits,Elderly care\nTransport,Elderly care\n",
	}
)
