package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

var nameWithTwoCodes = Check{
	Rule: &finding.Rule{
		ID: "name-with-two-codes", Group: finding.GroupReferences, Severity: finding.Warning,
		Title: say("同名的两个组织信用代码不同", "Two organizations of one name have different credit codes"),
		Why:   say("可能是两家，也可能写错了代码；按名称引用时无法分清。", "They may be two bodies, or a code is wrong; a reference by name cannot tell them apart."),
		Fix:   say("核对代码；同一家的合并为一行。", "Compare the codes; where it is one body, keep one row."),
		Bad:   "file: data/organizations.csv\nid,name,credit_code\nO1,Sample Society,51110116XX00000190\nO2,Sample Society,51110118XX0000027P\n",
		Good:  "file: data/organizations.csv\nid,name,credit_code\nO1,Sample Society,51110116XX00000190\nO2,Second Society,51110118XX0000027P\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		first := map[string]*model.Organization{} // by language and folded name
		for _, o := range d.Organizations.Rows {
			if o.CreditCode == "" {
				continue
			}
			told := false
			for _, lang := range append([]string{""}, o.Name.Langs()...) {
				key := lang + ":" + value.Fold(o.Name.Exact(lang))
				if o.Name.Exact(lang) == "" {
					continue
				}
				one := first[key]
				if one == nil {
					first[key] = o
				} else if one.CreditCode != o.CreditCode && !told {
					told = true
					f := about(o, "credit_code", o.CreditCode)
					f.Message = words("%q 有两个信用代码：%q 和 %q", "%q has two credit codes: %q and %q", o.Name.Exact(lang), one.CreditCode, o.CreditCode)
					f.Hint = say("核对代码；同一家的合并为一行", "compare the codes; where it is one body, keep one row")
					f.Related = append(f.Related, other(one, "credit_code", "另一个代码", "the other code"))
					report(f)
				}
			}
		}
	},
}

var codeWithTwoNames = Check{
	Rule: &finding.Rule{
		ID: "code-with-two-names", Group: finding.GroupReferences, Severity: finding.Warning,
		Title: say("两个组织的信用代码相同", "Two organizations have one credit code"),
		Why:   say("一个代码只属于一家，它的业绩会分在两页。", "A code belongs to one body, and its record would be split over two pages."),
		Fix:   say("核对代码；改过名的合并为一行，旧名写入 former_names。", "Compare the codes; where the name changed, keep one row with the old name under former_names."),
		Bad:   "file: data/organizations.csv\nid,name,credit_code\nO1,Sample Society,51110116XX00000190\nO2,Second Society,51110116XX00000190\n",
		Good:  "file: data/organizations.csv\nid,name,credit_code\nO1,Sample Society,51110116XX00000190\nO2,Second Society,51110118XX0000027P\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		first := map[string]*model.Organization{}
		for _, o := range d.Organizations.Rows {
			if o.CreditCode == "" {
				continue
			}
			one := first[o.CreditCode]
			if one == nil {
				first[o.CreditCode] = o
				continue
			}
			f := about(o, "credit_code", o.CreditCode)
			f.Message = words("组织 %q 与 %q 的信用代码相同：%q", "the organizations %q and %q have one credit code: %q", one.ID, o.ID, o.CreditCode)
			f.Hint = say("核对代码；改过名的合并为一行，旧名写入 former_names", "compare the codes; where the name changed, keep one row with the old name under former_names")
			f.Related = append(f.Related, other(one, "credit_code", "先前的组织", "the earlier organization"))
			report(f)
		}
	},
}
