package site

import (
	"gongkai/internal/model"
)

// sayProgress says how far a project that was bought is, and what has been paid.
func (c *context) sayProgress(s *saying, p *model.Project) {
	paid, share := c.paidSoFar(p)
	state := ""
	switch p.State {
	case model.StateApproved:
		if p.Contracts.Empty() {
			state = c.t("已立项，合同尚未公布", "It is approved; no contract is published yet")
		}
	case model.StateContracted:
		state = c.t("合同已签订", "The contract is signed")
	case model.StateInProgress:
		state = c.t("项目正在实施", "Work is under way")
	case model.StateCompleted:
		state = c.t("项目已完成", "It is completed")
	case model.StateTerminated:
		state = c.t("项目已终止", "It was terminated")
	}
	over := p.State == model.StateCompleted || p.State == model.StateTerminated
	nothing := single(p.PaidTotal()).Sign() == 0 && !single(p.PaidTotal()).IsZero()
	switch {
	case nothing && state == "":
		state = c.t("尚未付款", "Nothing has been paid")
	case nothing:
		state += c.t("，尚未付款", "; nothing has been paid")
	case paid == "" && over:
		state += c.t("，付款情况未公布", "; what was paid is not published")
	case paid == "":
	case state == "":
		state = c.t("已付"+paid+share, paid+" has been paid"+share)
	case over:
		state += c.t("，共付"+paid+share, "; "+paid+" has been paid"+share)
	default:
		state += c.t("，目前已付"+paid+share, "; "+paid+" has been paid so far"+share)
	}
	if state != "" {
		s.add(c.gap() + state + c.t("。", "."))
	}
}

// gap is what stands between two sentences.
func (c *context) gap() string { return c.t("", " ") }

// paidSoFar is the sum of payments and which share of what was agreed it is:
// "，占合同金额的40%". Of amounts in several currencies there is no share.
func (c *context) paidSoFar(p *model.Project) (paid, share string) {
	total := p.PaidTotal()
	if total.Empty() {
		return "", ""
	}
	paid = total.Format(c.lang)
	m, agreed, ofContract := paidAndAgreed(p)
	percent, ok := percentOf(m, agreed)
	if !ok || m.Sign() <= 0 {
		return paid, ""
	}
	zh, en := "立项金额", "award"
	if ofContract {
		zh, en = "合同金额", "contract"
	}
	switch cmp, _ := m.Cmp(agreed); {
	case cmp == 0:
		return paid, c.t("，与"+zh+"相同", ", the whole "+en)
	case cmp > 0:
		return paid, c.t("，超过"+zh+c.money(agreed), ", more than the "+en+" of "+c.money(agreed))
	}
	return paid, c.t("，占"+zh+"的"+percent, ", "+percent+" of the "+en)
}

// sayPeople says how many were served, or are to be.
func (c *context) sayPeople(s *saying, p *model.Project) {
	served, planned := p.PeopleServed.Format(c.lang), p.PeoplePlanned.Format(c.lang)
	bought := p.Awarded()
	did, so := "服务", ""
	if p.State == model.StateInProgress {
		did, so = "目前已服务", " so far"
	}
	switch {
	case served != "" && bought && planned != "":
		s.add(c.t(did+served+"人，计划"+planned+"人。", " It served "+served+" people"+so+"; "+planned+" were planned."))
	case served != "" && bought:
		s.add(c.t(did+served+"人。", " It served "+served+" people"+so+"."))
	case planned != "" && bought:
		s.add(c.t("计划服务"+planned+"人。", " It is to serve "+planned+" people."))
	case planned != "":
		s.add(c.t("申报时计划服务"+planned+"人。", " The plan was to serve "+planned+" people."))
	}
}

// judgement is the review that tells most of how a project was judged: the last
// one of performance, else under way, else of qualification. Of a project that
// is not over, or was not bought, an earlier one counts.
func judgement(p *model.Project) *model.Evaluation {
	kinds := []model.EvaluationKind{model.EvaluationPerformance, model.EvaluationFollowUp}
	if !p.Awarded() {
		kinds = []model.EvaluationKind{model.EvaluationQualification}
	}
	for _, kind := range kinds {
		var last *model.Evaluation
		for e := range p.Evaluations.All() {
			if e.Kind == kind && (e.Grade != 0 || !e.Score.IsZero()) && (last == nil || e.Date.Compare(last.Date) >= 0) {
				last = e
			}
		}
		if last != nil {
			return last
		}
	}
	return nil
}

// sayJudgement says how it was judged, by whom.
func (c *context) sayJudgement(s *saying, p *model.Project) {
	e := judgement(p)
	if p.State == model.StateCompleted && (e == nil || e.Kind != model.EvaluationPerformance) {
		s.add(c.t("绩效评估结果未公布。", " How the result was judged is not published."))
	}
	if e == nil {
		return
	}
	if c.lang == "zh" {
		s.add(c.judgedZH(e))
	} else {
		s.add(c.judgedEN(e))
	}
}

func (c *context) judgedZH(e *model.Evaluation) string {
	by := ""
	switch e.By {
	case model.ByThirdParty:
		by = "第三方"
	case model.ByAgency:
		by = "购买主体"
	case model.ByProvider:
		by = "承接主体自行开展的"
	}
	text := by + e.Kind.Label("zh")
	if e.Grade != 0 {
		text += "等次为“" + e.Grade.Label("zh") + "”"
		if !e.Score.IsZero() {
			text += "，"
		}
	}
	if !e.Score.IsZero() {
		text += "得" + e.Score.Format("zh") + "分"
	}
	return text + "。"
}

func (c *context) judgedEN(e *model.Evaluation) string {
	text := " At the final evaluation "
	switch e.Kind {
	case model.EvaluationQualification:
		text = " At the qualification review "
	case model.EvaluationFollowUp:
		text = " At the follow-up "
	}
	by := "it was"
	switch e.By {
	case model.ByThirdParty:
		by = "a third party"
	case model.ByAgency:
		by = "the agency"
	case model.ByProvider:
		by = "the provider itself"
	}
	what := e.Score.Format("en") + " out of 100"
	if e.Grade != 0 {
		grade := "“" + lowerFirst(e.Grade.Label("en")) + "”"
		if e.Score.IsZero() {
			what = grade
		} else {
			what = grade + ", " + what
		}
	}
	if e.By == 0 {
		return text + by + " rated " + what + "."
	}
	return text + by + " rated it " + what + "."
}
