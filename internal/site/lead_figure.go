package site

import "gongkai/internal/model"

// leadFigure says what was published, whether the rows bear it out, and what else
// was published of the same.
func (c *context) leadFigure(s *saying, figure *model.Figure) {
	e := figure.About()
	if e == nil || figure.Value.IsZero() {
		return
	}
	d := c.figure(figure, e)
	s.add(c.t("公布的“", "“"))
	s.link(Link{Text: d.Measure, Lang: c.writing(d.Measure)})
	s.add(c.t("”为 "+d.Value+"，对象是", "” was published as "+d.Value+" for "))
	s.link(c.link(e))
	if d.Year != "" {
		s.add(c.t("（"+d.Year+" 年）", " ("+d.Year+")"))
	}
	s.add(c.t("。", "."))
	switch {
	case d.Rows == "":
		s.add(c.t("本站没有可与之相比的逐条记录。", " No rows on this site can be held against it."))
	case d.Agrees:
		s.add(c.t("逐条记录合计也是 "+d.Rows+"。", " The rows on this site come to the same."))
	default:
		s.add(c.t("逐条记录合计为 "+d.Rows+"，与公布的不同。", " The rows on this site come to "+d.Rows+", which differs."))
	}
	said := false
	for _, other := range about[*model.Figure](c.plan.index, e) {
		if other == figure || other.Measure != figure.Measure || other.Year != figure.Year {
			continue
		}
		if said {
			s.add(c.t("、", ", "))
		} else {
			s.add(c.t("同一指标另有公布为：", " Published elsewhere as: "))
		}
		said = true
		s.link(Link{Text: c.figureValue(other.Value, other.Unit), Href: c.to(other)})
	}
	if said {
		s.add(c.t("。", "."))
	}
}
