package site

import "slices"

// declaredShown is how many published totals the home page lists.
const declaredShown = 40

// homeDeclared sets the published figures of all programmes, so that declared
// totals and the rows' sums stand side by side on the first page. Of many, those
// that differ come first, and the others stand with their programmes.
func (c *context) homeDeclared(v *Home) {
	var first, differing []Declared // not more than are shown
	var n, agree, differ int
	keep := func(to *[]Declared, d Declared) {
		if len(*to) < declaredShown {
			*to = append(*to, d)
		}
	}
	for _, g := range c.plan.Data.Programmes.Rows {
		for _, d := range c.declared(g) {
			n++
			keep(&first, d)
			switch {
			case d.differs():
				differ++
				keep(&differing, d)
			case d.Agrees:
				agree++
			}
		}
	}
	if n == 0 {
		return
	}
	v.Declared, v.DeclaredIs = first, c.declaredIs(n, agree, differ)
	if n > declaredShown {
		agreeing := slices.DeleteFunc(first, Declared.differs)
		v.Declared = slices.Concat(differing, agreeing)[:declaredShown]
		v.DeclaredNote = c.t("这里列出 "+c.count(declaredShown)+" 个，不一致的在前；其余见各计划的页面。",
			c.count(declaredShown)+" are listed here, those that differ first; the others stand on the programmes' pages.")
		v.DeclaredMore = Link{Text: c.t("全部计划", "All programmes"), Href: c.href("programmes/index.html")}
	}
}

// differs reports whether the rows say something else than was published.
func (d Declared) differs() bool { return d.Rows != "" && !d.Agrees }

// declaredIs says how many published totals the rows agree with.
func (c *context) declaredIs(n, agree, differ int) string {
	text := c.t("公布的 "+c.count(n)+" 个数字中，"+c.count(agree)+" 个与逐条记录一致，"+c.count(differ)+" 个不一致",
		"Of "+c.count(n)+" published totals, the rows agree with "+c.count(agree)+" and differ from "+c.count(differ))
	if unknown := n - agree - differ; unknown > 0 {
		text += c.t("，"+c.count(unknown)+" 个无从核对", "; "+c.count(unknown)+" cannot be compared")
	}
	return text
}
