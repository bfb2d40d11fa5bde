package table

import (
	"gongkai/internal/finding"
	"gongkai/internal/value"
)

var cellRules = []*finding.Rule{
	badMoneyRule, fractionRule, exponentRule, roundedRule, spreadsheetErrorRule, badCurrencyRule, badDateRule, ambiguousDateRule,
	excelSerialRule, badYearRule, badNumberRule, percentShareRule, badBoolRule, pointOrGroupRule, badIDRule, roundedIDRule, creditCodeRule, badCodeRule, badLinkRule,
	badPointRule, invisibleRule, saysUnknownRule,
}

const oneProject = "id,title,amount_awarded\nP1,Meals,500\n"

var (
	badMoneyRule = &finding.Rule{
		ID: value.BadMoney, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("金额读不懂", "An amount cannot be read"),
		Why:   say("读不准的金额不能公布。", "An amount that is not certain cannot be published."),
		Fix:   say("写数字，例如 1500000、1,500,000.00 或 150万元。", "Write a number, such as 1500000, 1,500,000.00 or 150万元."),
		Bad:   "id,title,amount_awarded\nP1,Meals,about 500\n", Good: oneProject,
	}
	fractionRule = &finding.Rule{
		ID: value.FractionOfCent, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("金额小于一分", "An amount has a fraction of a cent"),
		Why:   say("多半是单位写错，或由公式算出而未取整。", "The unit is wrong, or a formula was not rounded."),
		Fix:   say("写到分为止。", "Write it to the cent."),
		Bad:   "id,title,amount_awarded\nP1,Meals,500.123\n", Good: oneProject,
	}
	exponentRule = &finding.Rule{
		ID: value.ExponentAmount, Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("金额写成科学计数法", "An amount is written with an exponent"),
		Why:   say("程序导出时常这样写；读到分为止无误才读入。", "Programs export numbers so; it is read because it is exact to the cent."),
		Fix:   say("写出全部数字。", "Write all digits."),
		Bad:   "id,title,amount_awarded\nP1,Meals,1.0133983E8\n", Good: oneProject,
	}
	roundedRule = &finding.Rule{
		ID: value.RoundedAmount, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("金额被电子表格四舍五入", "A spreadsheet rounded the amount"),
		Why:   say("6E+04 是显示的样子，原来的数字已经丢失。", "6E+04 is how a narrow column shows a number; its digits are lost."),
		Fix:   say("在电子表格中加宽该列，再另存为 CSV。", "Widen the column in the spreadsheet and save the CSV again."),
		Bad:   "id,title,amount_awarded\nP1,Meals,6E+04\n", Good: oneProject,
	}
	spreadsheetErrorRule = &finding.Rule{
		ID: value.SpreadsheetError, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("单元格是电子表格的错误值", "A cell holds a spreadsheet's error"),
		Why:   say("值已经丢失。", "The value is lost."),
		Fix:   say("在电子表格中改正公式或加宽该列，再另存为 CSV。", "Mend the formula or widen the column, and save the CSV again."),
		Bad:   "id,title,amount_awarded\nP1,Meals,#REF!\n", Good: oneProject,
	}
	badCurrencyRule = &finding.Rule{
		ID: "bad-currency", Group: finding.GroupCells, Severity: finding.Error,
		Title: say("货币代码不存在", "A currency code does not exist"),
		Why:   say("没有货币，金额就没有意义。", "Without a currency an amount means nothing."),
		Fix:   say("写 ISO 4217 代码，例如 CNY。", "Write an ISO 4217 code, such as CNY."),
		Bad:   "id,title,currency\nP1,Meals,XYZ\n", Good: "id,title,currency\nP1,Meals,CNY\n",
	}
	badDateRule = &finding.Rule{
		ID: value.BadDate, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("日期读不懂或不存在", "A date cannot be read or does not exist"),
		Why:   say("先后次序和年份都由日期而来。", "Order and year are taken from dates."),
		Fix:   say("写 2010-03-01；只知年月时写 2010-03 或 2010。", "Write 2010-03-01; where only that is known, 2010-03 or 2010."),
		Bad:   "id,title,decided\nP1,Meals,2010-02-30\n", Good: "id,title,decided\nP1,Meals,2010-02-28\n",
	}
	ambiguousDateRule = &finding.Rule{
		ID: value.AmbiguousDate, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("日期的日、月分不清", "Day and month of a date cannot be told apart"),
		Why:   say("05/06/2014 可以是 5 月 6 日，也可以是 6 月 5 日。", "05/06/2014 can be the fifth of June or the sixth of May."),
		Fix:   say("在 data/columns.yaml 写 dates: M/D/Y 或 D/M/Y，或改写为 2014-06-05。", "Write dates: M/D/Y or D/M/Y in data/columns.yaml, or the date as 2014-06-05."),
		Bad:   "id,title,decided\nP1,Meals,05/06/2014\n", Good: "id,title,decided\nP1,Meals,2014-06-05\n",
	}
	excelSerialRule = &finding.Rule{
		ID: value.ExcelSerial, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("日期变成了电子表格的序号", "A date became a spreadsheet's serial number"),
		Why:   say("单元格存成了数字，读者看不出是哪一天。", "The cell was saved as a number that no reader takes for a day."),
		Fix:   say("把该列设为日期格式再另存，或改写为提示中的日期。", "Format the column as dates and save again, or write the date that the hint gives."),
		Bad:   "id,title,decided\nP1,Meals,40238\n", Good: "id,title,decided\nP1,Meals,2010-03-01\n",
	}
	badYearRule = &finding.Rule{
		ID: "bad-year", Group: finding.GroupCells, Severity: finding.Error,
		Title: say("年份读不懂", "A year cannot be read"),
		Why:   say("按年汇总要靠它。", "Totals by year rest on it."),
		Fix:   say("写四位数，例如 2010。", "Write four digits, such as 2010."),
		Bad:   "id,title,year\nP1,Meals,10\n", Good: "id,title,year\nP1,Meals,2010\n",
	}
	badNumberRule = &finding.Rule{
		ID: value.BadNumber, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("数字读不懂", "A number cannot be read"),
		Why:   say("读不准的数字不能公布。", "A number that is not certain cannot be published."),
		Fix:   say("只写数字，例如 120。", "Write digits only, such as 120."),
		Bad:   "id,title,people_served\nP1,Meals,1.5\n", Good: "id,title,people_served\nP1,Meals,120\n",
	}
	percentShareRule = &finding.Rule{
		ID: value.PercentShare, Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("比例大于 1，按百分数读", "A share over one is read as a percentage"),
		Why:   say("95 读作 95%。", "95 is read as 95%."),
		Fix:   say("写 0.95 或 95%。", "Write 0.95 or 95%."),
		Bad:   "file: data/evaluations.csv\nid,organization,satisfaction\nE1,Sample Society,95\n", Good: "file: data/evaluations.csv\nid,organization,satisfaction\nE1,Sample Society,95%\n",
	}
	pointOrGroupRule = &finding.Rule{
		ID: value.PointOrGroup, Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("点后有三位，可能是千位分隔", "Three digits stand after a point, which may set off thousands"),
		Why:   say("12.500 在一些国家是一万二千五百，按小数读会差一千倍。", "In many countries 12.500 is twelve thousand five hundred; read as a decimal it is a thousand times less."),
		Fix:   say("小数写两位；千位之间写逗号或不写。", "Write two decimals, and a comma or nothing between groups of three digits."),
		Bad:   "id,title,amount_awarded\nP1,Meals,12.500\n", Good: "id,title,amount_awarded\nP1,Meals,12500\n",
	}
	badBoolRule = &finding.Rule{
		ID: value.BadBool, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("不是“是”或“否”", "A cell is neither yes nor no"),
		Why:   say("只有两种可能的值写成了别的。", "The field takes one of two values."),
		Fix:   say("写 true 或 false（是、否也可）。", "Write true or false; yes and no do as well."),
		Bad:   "id,title,demonstration\nP1,Meals,maybe\n", Good: "id,title,demonstration\nP1,Meals,true\n",
	}
	badIDRule = &finding.Rule{
		ID: value.BadID, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("编号不能使用", "An id cannot be used"),
		Why:   say("编号会出现在网址里，要看得见，并且不过长。", "Ids stand in addresses: they are visible text of up to 120 characters."),
		Fix:   say("删去看不见的字符，或缩短编号。", "Delete characters that cannot be seen, or shorten the id."),
		Bad:   "id,title\nP\u200b1,Meals\n", Good: "id,title\nP1,Meals\n",
	}
	roundedIDRule = &finding.Rule{
		ID: value.RoundedID, Group: finding.GroupCells, Severity: finding.Error,
		Title: say("编号被电子表格取整", "A spreadsheet rounded an identifier"),
		Why:   say("长编号变成了 1.23E+17 这样的数字，后面的位数已经丢失，几条记录会变成同一个编号。", "A long number became one such as 1.23E+17: its last digits are lost, and several records have one id."),
		Fix:   say("从原始数据找回；在电子表格中先把该列设为“文本”。", "Restore it from the original; set the column to text in the spreadsheet first."),
		Bad:   "id,title\n1.23457E+11,Meals\n", Good: "id,title\n123456789012,Meals\n",
	}
	creditCodeRule = &finding.Rule{
		ID: value.CreditCodeCheck, Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("统一社会信用代码的校验不符", "The check of a credit code does not hold"),
		Why:   say("代码抄错时，组织会对不上登记信息（GB 32100-2015）。", "With a slip in its code an organization cannot be found in the register (GB 32100-2015)."),
		Fix:   say("对照登记证书核对。", "Compare it with the certificate of registration."),
		Bad:   "file: data/organizations.csv\nid,name,credit_code\nO1,Sample Society,91350100M000100Y44\n", Good: "file: data/organizations.csv\nid,name,credit_code\nO1,Sample Society,91350100M000100Y43\n",
	}
	badCodeRule = &finding.Rule{
		ID: "bad-code", Group: finding.GroupCells, Severity: finding.Error,
		Title: say("值不在可用的范围内", "A value is not one of those that the field takes"),
		Why:   say("网站按这些值分类和统计。", "The site groups and counts by these values."),
		Fix:   say("写提示所列的值，或在 data/columns.yaml 的 values 中对应。", "Write one of the values that the hint lists, or map it under values: in data/columns.yaml."),
		Bad:   "id,title,state\nP1,Meals,finished-ish\n", Good: "id,title,state\nP1,Meals,completed\n",
	}
	saysUnknownRule = &finding.Rule{
		ID: "says-unknown", Group: finding.GroupCells, Severity: finding.Info,
		Title: say("单元格写明不详", "A cell says that the value is not known"),
		Why:   say("与空白一样记为未公布。", "It is taken as not published, as a blank cell is."),
		Fix:   say("知道时补上；不知道时留空即可。", "Give the value when it is known; until then a blank cell does."),
		Bad:   "id,title,state\nP1,Meals,unknown\n", Good: "id,title,state\nP1,Meals,\n",
	}
	badLinkRule = &finding.Rule{
		ID: "bad-link", Group: finding.GroupCells, Severity: finding.Error,
		Title: say("地址不能公布", "An address cannot be published"),
		Why:   say("只公布 http、https、mailto 和本站之内的地址；别的可能伤害读者。", "Only http, https, mailto and the site's own paths are published; others can harm a reader."),
		Fix:   say("写完整的 https:// 地址，或 static/documents/ 下的路径。", "Write a full https:// address, or a path under static/documents/."),
		Bad:   "file: data/agencies.csv\nid,name,website\nA1,Sample Office,javascript:alert(1)\n", Good: "file: data/agencies.csv\nid,name,website\nA1,Sample Office,https://example.org/\n",
	}
	badPointRule = &finding.Rule{
		ID: "bad-point", Group: finding.GroupCells, Severity: finding.Error,
		Title: say("地点不是“纬度,经度”", "A point is not latitude and longitude"),
		Why:   say("地图上无法标出。", "It cannot be shown on a map."),
		Fix:   say("写 31.23,121.47 的形式。", "Write it as 31.23,121.47."),
		Bad:   "file: data/venues.csv\nid,name,point\nV1,Sample Centre,\"121.47,231.2\"\n", Good: "file: data/venues.csv\nid,name,point\nV1,Sample Centre,\"31.23,121.47\"\n",
	}
	invisibleRule = &finding.Rule{
		ID: "invisible-character", Group: finding.GroupCells, Severity: finding.Warning,
		Title: say("文字中有看不见的字符", "A text has characters that cannot be seen"),
		Why:   say("它们能使读者看到的与搜索到的不同，或颠倒文字的方向。", "They can make what is read differ from what is searched, or turn the order of a text."),
		Fix:   say("删去。", "Delete them."),
		Bad:   "id,title\nP1,Me\u200bals\n", Good: "id,title\nP1,Meals\n",
	}
)
