package site

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// formatWords are what a format is called and whom it is for.
var formatWords = map[model.Format]struct{ name, about finding.Text }{
	model.FormatCSV:         {finding.Text{ZH: "CSV", EN: "CSV"}, finding.Text{}},
	model.FormatExcelCSV:    {finding.Text{ZH: "CSV（Excel 用）", EN: "CSV for Excel"}, finding.Text{}},
	model.FormatJSON:        {finding.Text{ZH: "JSON", EN: "JSON"}, finding.Text{}},
	model.FormatNDJSON:      {finding.Text{ZH: "NDJSON", EN: "NDJSON"}, finding.Text{}},
	model.FormatParquet:     {finding.Text{ZH: "Parquet", EN: "Parquet"}, finding.Text{}},
	model.FormatExcel:       {finding.Text{ZH: "Excel 工作簿", EN: "Excel workbook"}, finding.Text{ZH: "每张表一个工作表，数字和日期可直接计算；附说明页。Excel、WPS、LibreOffice 均可打开。", EN: "A sheet per table with real numbers and dates, and a sheet that explains them. For Excel, WPS and LibreOffice."}},
	model.FormatSQLite:      {finding.Text{ZH: "SQLite 数据库", EN: "SQLite database"}, finding.Text{ZH: "各表已建好关联、索引、汇总视图和全文检索，可直接写 SQL。", EN: "Every table, linked and indexed, with views of totals and full-text search. For SQL."}},
	model.FormatZip:         {finding.Text{ZH: "全部数据（ZIP）", EN: "Everything (ZIP)"}, finding.Text{ZH: "一次下载全部表格、数据库和标准格式，附说明和校验值，适合存档和引用。", EN: "All tables, the database and the open standards at once, described and with checksums. To archive and to cite."}},
	model.FormatTotals:      {finding.Text{ZH: "汇总表", EN: "Totals"}, finding.Text{ZH: "按承接主体、购买主体、民生领域、区域、计划和年度汇总的项目数和金额。联合承接的项目计入每个承接主体，下级的项目也计入上级，因此各行之和可能超过总额。", EN: "Projects and amounts by organization, agency, area, district, programme and year. A joint project counts for each of its organizations, and what lies within an area or district counts for that one too, so rows may add up to more than the total."}},
	model.FormatOCDS:        {finding.Text{ZH: "OCDS 1.1", EN: "OCDS 1.1"}, finding.Text{ZH: "开放合同数据标准：从预算、招标、成交、合同到付款。", EN: "Open Contracting Data Standard: from budget and tender to award, contract and payment."}},
	model.Format360:         {finding.Text{ZH: "360Giving", EN: "360Giving"}, finding.Text{ZH: "资助数据标准：立项和补贴。", EN: "The standard of grant data: awards and subsidies."}},
	model.FormatDataPackage: {finding.Text{ZH: "Data Package 2.0", EN: "Data Package 2.0"}, finding.Text{ZH: "各表的结构、类型、主键和外键，供程序读取。", EN: "Schema, types and keys of every table, for programs."}},
	model.FormatCSVW:        {finding.Text{ZH: "CSVW", EN: "CSVW"}, finding.Text{ZH: "W3C 的 CSV 元数据。", EN: "W3C metadata of the CSV files."}},
	model.FormatDCAT:        {finding.Text{ZH: "DCAT 目录", EN: "DCAT catalogue"}, finding.Text{ZH: "供数据门户收录的目录。", EN: "A catalogue for data portals to harvest."}},
	model.FormatFeeds:       {finding.Text{ZH: "订阅源", EN: "Feed"}, finding.Text{ZH: "新立项、付款、评估和政策。", EN: "New awards, payments, evaluations and policies."}},
}

// downloads lists the files that the site offers, all of them and as they
// belong together.
func (c *context) downloads(v *Data) {
	if c.plan.o.Offers == nil {
		return
	}
	ofTable := map[string][]Download{}
	for _, o := range c.plan.o.Offers() {
		if o.Bytes == 0 {
			v.Unmade = c.t("这是预览：文件在点击时生成，大小和校验值在正式生成的网站上列出。", "This is a preview: a file is made when it is asked for. Sizes and checksums stand on the built site.")
		}
		d := c.download(o)
		v.Files = append(v.Files, d)
		switch o.Format {
		case model.FormatExcel, model.FormatSQLite, model.FormatZip:
			v.Bundles = append(v.Bundles, d)
		case model.FormatCSV, model.FormatExcelCSV, model.FormatJSON, model.FormatNDJSON, model.FormatParquet:
			ofTable[o.Table] = append(ofTable[o.Table], d)
		default:
			if n := len(v.Standards); n == 0 || v.Standards[n-1].Title != d.Title {
				v.Standards = append(v.Standards, DataStandard{Title: d.Title, About: d.About})
			}
			last := &v.Standards[len(v.Standards)-1]
			last.Files = append(last.Files, d)
		}
	}
	for _, t := range c.plan.index.tables {
		info := t.Schema().Info
		if files := ofTable[info.Name]; len(files) > 0 {
			v.Tables = append(v.Tables, DataTable{
				Title: c.say(info.Title), About: c.say(info.About), Name: info.Name, Rows: c.count(t.Len()),
				Period: period(t), Files: files, Dictionary: "#table-" + info.Name,
			})
		}
	}
}

// dataParts are the downloads that every record, group or process has.
func (c *context) dataParts() []DataPart {
	cfg := &c.plan.Data.Config
	all := []DataPart{{
		Title: c.t("一条记录", "One record"), Pattern: "projects/{id}.json", About: c.t("每条记录的网页旁都有一份 JSON，含页面上的全部内容和出处。", "Beside the page of every record, with all that is on it and its sources."),
	}}
	if cfg.Offers(model.FormatSlices) {
		all = append(all, DataPart{
			Title: c.t("一部分项目", "Some of the projects"), Pattern: "data/slices/{table}/{id}.csv",
			About: c.t("每个承接主体、购买主体、民生领域、区域、计划和年度的项目，CSV 或 JSON；其页面上有链接。", "Those of each organization, agency, area, district, programme and year, as CSV or JSON; their pages link to them."),
		})
	}
	if cfg.Offers(model.FormatOCDS) && cfg.BaseURL != "" {
		all = append(all, DataPart{
			Title: c.t("一个采购过程（OCDS）", "One contracting process (OCDS)"), Pattern: "data/ocds/{table}/{id}.json",
			About: c.t("每个项目、每个还没有项目的公告一份 OCDS 1.1 发布包。", "An OCDS 1.1 release package for every project, and for every call that no project answers yet."),
		})
	}
	if cfg.HasFeeds() {
		all = append(all, DataPart{
			Title: c.t("订阅", "Feeds"), Pattern: "feeds/{table}/{id}.xml", Example: Link{Text: "feed.xml", Href: c.root + "feed.xml"},
			About: c.t("新立项、付款、评估和政策，Atom 和 JSON Feed；各承接主体、购买主体、民生领域和区域另有各自的订阅。", "New awards, payments, evaluations and policies, as Atom and JSON Feed; also for each organization, agency, area and district."),
		})
	}
	return append(all, DataPart{
		Title: c.t("下载清单", "List of downloads"), Pattern: "data/index.json", Example: Link{Text: "index.json", Href: c.root + "data/index.json"},
		About: c.t("全部文件的大小、行数和 SHA-256，供程序使用。", "Every file with its size, rows and SHA-256, for programs."),
	})
}

func (c *context) download(o Offer) Download {
	words := formatWords[o.Format]
	d := Download{
		Title: c.say(words.name), About: c.say(words.about), Name: path.Base(o.Path), Format: c.say(words.name),
		Href: c.root + o.Path, SHA256: o.SHA256, Note: c.say(o.Note),
	}
	if o.Rows > 0 {
		d.Rows = c.count(o.Rows)
	}
	if o.Bytes > 0 {
		d.Bytes = size(o.Bytes)
	}
	return d
}

// size is a number of bytes as people read it.
func size(n int64) string {
	switch {
	case n < 1000:
		return strconv.FormatInt(n, 10) + " B"
	case n < 999_500:
		return strconv.FormatInt((n+500)/1000, 10) + " KB"
	case n < 100_000_000:
		return strconv.FormatFloat(float64(n)/1e6, 'f', 1, 64) + " MB"
	}
	return strconv.FormatInt((n+500_000)/1_000_000, 10) + " MB"
}

// period is the years that a table's dates span: "2006–2011"; "" where it has
// none.
func period(t table.Table) string {
	first, last := 0, 0
	see := func(year int) {
		if year == 0 {
			return
		}
		if first == 0 || year < first {
			first = year
		}
		last = max(last, year)
	}
	for _, f := range t.Schema().Fields {
		if f.Kind != table.KindDate && f.Kind != table.KindYear {
			continue
		}
		for i := range t.Len() {
			switch v := f.Of(t.At(i)).(type) {
			case *value.Date:
				see(v.Year())
			case *value.Count:
				see(int(v.Int()))
			}
		}
	}
	switch {
	case first == 0:
		return ""
	case first == last:
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// dataSummary is what the data is, in a few figures.
func (c *context) dataSummary() []Amount {
	tables, rows := 0, 0
	for _, t := range c.plan.index.tables {
		if t.Len() > 0 {
			tables++
			rows += t.Len()
		}
	}
	all := []Amount{
		{Label: c.t("数据表", "Tables"), Value: c.count(tables)},
		{Label: c.t("记录", "Records"), Value: c.count(rows)},
	}
	if day := c.plan.Data.Config.AsOf; !day.IsZero() {
		all = append(all, Amount{Label: c.t("数据截至", "Data as of"), Value: day.Format(c.lang)})
	}
	return all
}

// citeData is how a reader names the data as a source.
func (c *context) citeData() string {
	cfg := &c.plan.Data.Config
	title, _ := c.text(cfg.Title)
	who, _ := c.text(cfg.Publisher.Name)
	day := ""
	if !cfg.AsOf.IsZero() {
		day = cfg.AsOf.Format(c.lang)
	}
	parts := []string{who, title, day, cfg.BaseURL, cfg.Licence}
	if c.lang == "zh" {
		parts = []string{who, title}
		if title != "" {
			parts[1] = "《" + title + "》"
		}
		if day != "" {
			parts = append(parts, "数据截至"+day)
		}
		parts = append(parts, cfg.BaseURL, cfg.Licence)
	} else if day != "" {
		parts[2] = "data as of " + day
	}
	cited := ""
	for _, p := range parts {
		if p != "" {
			if cited != "" {
				cited += c.t("，", ", ")
			}
			cited += p
		}
	}
	return cited + c.t("。", ".")
}

// conventions say how cells are written, which a reader of a file cannot see.
func (c *context) conventions() []string {
	cfg := &c.plan.Data.Config
	all := []string{
		c.t("空单元格表示未公布，不是零。", "A blank cell is not published; it is not zero."),
		c.currencyConvention(),
		c.foreignConvention(),
		c.t("日期按 ISO 8601；只知年月的只写年月。", "Dates are ISO 8601; where only the year or the month is known, only that is written."),
		c.t("一格中有几个编号时以分号隔开，第一个为牵头方。", "Several identifiers in a cell are separated by semicolons; the first leads."),
		c.t("各语言的文字分列，列名以语言结尾，如 title_zh。不属于任何字段的列原样保留。", "Texts stand in a column for each language, whose name ends with it, as title_zh. Columns that belong to no field are kept as written."),
	}
	if cfg.Offers(model.FormatExcelCSV) {
		all = append(all, c.t("Excel 用 CSV 在会被当作公式的文字前加了单引号；程序请读普通 CSV。", "CSV for Excel has an apostrophe before texts that a spreadsheet would run as a formula; programs should read the plain CSV."))
	}
	if cfg.Offers(model.FormatExcel) {
		all = append(all, c.t("工作簿中的控制字符以 \ufffd 代替；超过 32767 字的文字在 long_texts 工作表。", "In the workbook, \ufffd stands for control characters; texts of more than 32,767 characters are on the sheet long_texts."))
	}
	if names := c.offered(model.FormatSQLite, model.FormatParquet); names != "" {
		all = append(all, c.t("在 "+names+" 中，有日期只写到年或月（或带时刻）的列仍是日期：这些日期为其可能的第一天，按年、按时段筛选不会漏；原文在旁边的列中，如 date_as_written。",
			"In "+names+", a column in which some dates give only the year or month (or have a time of day) holds days all the same: such a date stands as the first day that it may mean, so that no filter by year or period misses it, and as written in a column beside, such as date_as_written."))
	}
	if cfg.Offers(model.FormatSQLite) {
		all = append(all, c.t("SQLite 中 amount_minor 一类的列是整数最小单位（如分），求和不会有误差；不带 _minor 的列由它算出。", "In SQLite, columns such as amount_minor hold whole minor units (cents), which add up exactly; the column without _minor is computed from it."))
	}
	return all
}

// offered names those of some formats that the site offers.
func (c *context) offered(formats ...model.Format) string {
	names := ""
	for _, f := range formats {
		if !c.plan.Data.Config.Offers(f) {
			continue
		}
		if names != "" {
			names += c.t(" 和 ", " and ")
		}
		names += strings.TrimSuffix(formatWords[f].name.EN, " database")
	}
	return names
}

// currencyConvention says in which currency a bare number is.
func (c *context) currencyConvention() string {
	all := c.t("金额是主单位（如元）的十进制数；币种在 currency 列", "Amounts are decimal numbers in the main unit; the currency is in the column currency")
	if site := c.plan.Data.Config.Currency.String(); site != "" {
		all += c.t("，没有这一列或为空时为 ", ", where that is absent or blank it is ") + site
	}
	return all + c.t("。", ".")
}

// foreignConvention says how the formats on offer write an amount in another
// currency than its row's.
func (c *context) foreignConvention() string {
	offers := c.plan.Data.Config.Offers
	some := func(zh, en string, formats ...model.Format) string {
		if slices.ContainsFunc(formats, offers) {
			return c.t(zh, en)
		}
		return ""
	}
	return c.t("与所在行币种不同的金额写明币种：CSV ", "An amount in another currency than its row's names it: in CSV ") +
		some("和工作簿", "and the workbook ", model.FormatExcel) + c.t("中如 USD 5.50", "as USD 5.50") +
		some("，JSON 中是一个对象", ", in JSON as an object", model.FormatJSON, model.FormatNDJSON) +
		some("，SQLite 中另有一列，如 amount_currency", ", in SQLite in a column such as amount_currency", model.FormatSQLite) +
		some("，Parquet 中另有一列，如 amount_currency", ", in Parquet in a column such as amount_currency", model.FormatParquet) + c.t("。", ".")
}

// maxLimits is how many kinds of findings the page of downloads names.
const maxLimits = 6

// limits are the kinds of findings that were made most often.
func (c *context) limits() []DataLimit {
	var all []DataLimit
	for _, g := range c.quality().Groups {
		if len(all) == maxLimits {
			break
		}
		all = append(all, DataLimit{Title: g.Title, Count: g.Count, Why: g.Why, Href: c.href("quality.html")})
	}
	return all
}
