package synth

// writeRecord makes the tables that document the others.
func (p *plan) writeRecord(create Create) error {
	err := writeTable(create, "data/documents.csv", documentHeadings, chainRows(p.all(), documentRow))
	if err != nil {
		return err
	}
	return writeTable(create, "data/corrections.csv", correctHeadings, count(p.projects/500+1, func(i int) []string {
		return correctionRow(i, p.project(i*487%p.projects), today()-day(i%700))
	}))
}

// documentRow is the notice of an award.
func documentRow(made *project, put func([]string) bool) bool {
	if made.decided == 0 {
		return true
	}
	id := made.id + "-D1"
	return put([]string{id, "projects:" + made.id, "立项公示（示例 " + padded(made.serial, 4) + "）",
		"Notice of award (sample " + padded(made.serial, 4) + ")", "notice",
		"https://example.org/documents/" + id + ".pdf", made.decided.String(), yes})
}

func correctionRow(i int, made *project, on day) []string {
	kinds := []struct{ what, why text }{
		{text{"计划服务人数有误", "The planned number of people was wrong"}, text{"录入时多写一位", "A digit too many was typed"}},
		{text{"所在区有误", "The district was wrong"}, text{"误用登记地代替服务地", "The registered place stood for the place of service"}},
		{text{"英文标题不全", "The English title was incomplete"}, text{"翻译遗漏", "Left out in translation"}},
	}
	k := kinds[i%len(kinds)]
	return []string{"K" + padded(i+1, 4), on.String(), "projects", made.id, k.what.zh, k.what.en, k.why.zh, k.why.en, yes}
}
