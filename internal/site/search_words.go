package site

// searchWords are the words of static/search/page.js.
func (c *context) searchWords() []Word {
	var words []Word
	add := func(name, zh, en string) { words = append(words, Word{name, c.t(zh, en)}) }
	add("found", "找到 {0} 条", "{0} found")
	add("found_about", "约 {0} 条", "About {0} found")
	add("nothing", "没有找到", "Nothing found")
	add("nothing_about", "没有符合全部条件的记录。可以减少关键词或筛选条件，换一种说法，或输入拼音。", "No record meets all of these conditions. Try fewer words or filters, or other words.")
	add("start_over", "重新开始", "Start over")
	add("corrected", "没有这个词，已改查：{0}。", "No such word; searched for {0} instead.")
	add("ignored", "未找到，已忽略：{0}。", "Not found and left out: {0}.")
	add("parted", "没有记录连着写“{0}”；以下记录分开写有其中的字词。", "No record has “{0}” as it stands; these have parts of it.")
	add("searched", "只查了约 {0}% 的记录；加词或筛选可以查全。", "About {0}% of the records were searched; more words or filters reach all.")
	add("failed", "搜索没有完成", "The search was not completed")
	add("failed_about", "索引的一个文件没有读到。请检查网络，然后重试。", "A file of the index could not be read. Check the connection, then try again.")
	add("retry", "重试", "Try again")
	add("previous", "上一页", "Previous")
	add("next", "下一页", "Next")
	add("more_values", "另有 {0} 项", "{0} more")
	add("remove", "去掉条件：{0}", "Remove the filter: {0}")
	add("clear", "全部清除", "Clear all")
	add("count_exactly", "精确计数", "Count exactly")
	add("amount", "立项金额", "Amount awarded")
	add("date", "日期", "Date")
	add("copied", "链接已复制。", "The link was copied.")
	add("downloading", "正在整理：{0} 条……", "Collecting: {0} records …")
	add("downloaded", "已下载 {0} 条。", "{0} records downloaded.")
	add("too_many", "结果有 {0} 条，这里一次最多下载 {1} 条。可以先筛选，或者", "There are {0} results, and {1} can be downloaded here at a time. Filter them first, or")
	add("whole_tables", "下载整张表", "download the whole tables")
	add("sum_awarded", "立项金额合计", "Awarded")
	add("sum_paid", "已付合计", "Paid")
	add("sum_served", "服务人数合计", "People served")
	add("facet_type", "类型", "Type")
	add("facet_area", "民生领域", "Area")
	add("facet_year", "年度", "Year")
	add("facet_district", "区域", "District")
	add("facet_agency", "购买主体", "Agency")
	add("facet_programme", "计划", "Programme")
	add("facet_state", "项目状态", "State of the project")
	add("facet_method", "购买方式", "Method")
	add("facet_kind", "组织类型", "Kind of organization")
	// What one record is called, by the folder of its page.
	for _, t := range c.plan.Data.Tables() {
		one := t.Schema().Info.One
		add("one_"+t.Schema().Info.Name, one.ZH, one.EN)
	}
	add("one_policies", "政策", "Policy")
	add("one_stories", "故事", "Story")
	add("one_pages", "网页", "Page")
	add("one_handbook", "手册", "Handbook")
	return words
}
