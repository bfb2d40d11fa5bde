package site

import "gongkai/internal/value"

// noOpenCalls says that no call is open, where calls are published and the day
// of the data is known.
func (c *context) noOpenCalls() string {
	asOf := c.plan.Data.Config.AsOf
	if c.plan.Data.Calls.Len() == 0 || asOf.IsZero() {
		return ""
	}
	return c.t("截至 "+c.date(asOf)+"，没有正在征集的公告。", "No call was open on "+c.date(asOf)+".")
}

// press leads to what journalists need, of what the site has.
func (c *context) press() []Link {
	var links []Link
	for _, l := range []struct{ zh, en, path string }{
		{"下载全部数据，查字段说明", "Download all data, with a dictionary", "data/index.html"},
		{"监督核对：方法、阈值和名单", "Integrity: methods, thresholds and the lists behind", "integrity.html"},
		{"数据质量：检查发现了什么", "Data quality: what the checks found", "quality.html"},
		{"更新与更正", "Changes and corrections", "changes.html"},
		{"术语", "Glossary", "glossary.html"},
	} {
		if c.plan.Has(c.plan.prefix(c.lang) + l.path) {
			links = append(links, Link{Text: c.t(l.zh, l.en), Href: c.href(l.path)})
		}
	}
	return links
}

// citeSite is how to name the site as a source.
func (c *context) citeSite() string {
	cfg := &c.plan.Data.Config
	publisher, _ := c.text(cfg.Publisher.Name)
	text := value.Visible(c.plan.title(c.lang))
	if c.lang == "zh" {
		text = "《" + text + "》"
	}
	if publisher != "" {
		text = publisher + c.t("：", ". ") + text
	}
	if !cfg.AsOf.IsZero() {
		text += c.t("，数据截至 "+c.date(cfg.AsOf), ". Data as of "+c.date(cfg.AsOf))
	}
	if cfg.BaseURL != "" {
		text += c.t("，", ". ") + cfg.BaseURL
	}
	return text + c.t("。", ".")
}
