package synth

import (
	"iter"
	"math/rand/v2"
	"strconv"
)

// contract is what was signed; a later one that amends it only extends it.
type contract struct {
	n           int // 1 is the first
	signed      day
	start, end  day
	amount      int64
	state       string
	method      string
	amendsFirst bool
}

// payment rests on the evaluation of that number.
type payment struct {
	date       day
	amount     int64
	stage      string
	evaluation int
}

type evaluation struct {
	n            int
	kind, by     string
	evaluator    int // the number of a third party, else 0
	date         day
	score        int
	grade        string
	satisfaction int // percent, 0 where nobody was asked
}

const contractHeadings = "id,project,number,signed,start,end,amount,method,purchaser_duties_zh,purchaser_duties_en," +
	"provider_duties_zh,provider_duties_en,requirements_zh,requirements_en,state,amends,document,demonstration"

func contractID(project string, n int) string { return project + "-C" + strconv.Itoa(n) }

func contractRow(p *project, c contract) []string {
	id, amends := contractID(p.id, c.n), ""
	if c.amendsFirst {
		amends = contractID(p.id, 1)
	}
	people := number(p.planned)
	return []string{
		id, p.id, "示例合字 " + id, c.signed.String(), c.start.String(), c.end.String(), number(c.amount), c.method,
		"按约定付款并组织评估", "Pays as agreed and has the work evaluated",
		"按约定提供服务并报告进展", "Delivers the service and reports on it",
		"服务不少于 " + people + " 人", "Serve at least " + people + " people",
		c.state, amends, "https://example.org/documents/" + id + ".pdf", yes,
	}
}

const paymentHeadings = "id,contract,date,amount,stage,evaluation,demonstration"

func paymentRow(p *project, i int) []string {
	pay := p.payments[i]
	return []string{p.id + "-P" + strconv.Itoa(i+1), contractID(p.id, 1), pay.date.String(), number(pay.amount),
		pay.stage, evaluationID(p.id, pay.evaluation), yes}
}

const evaluationHeadings = "id,project,organization,kind,by,evaluator,date,score,grade,satisfaction," +
	"findings_zh,findings_en,report,demonstration"

func evaluationID(project string, n int) string { return project + "-E" + strconv.Itoa(n) }

func evaluationRow(project, organization, id string, e evaluation) []string {
	satisfaction, found := "", findings(e.grade)
	if e.satisfaction > 0 {
		satisfaction = "0." + padded(e.satisfaction, 2)
	}
	return []string{id, project, organization, e.kind, e.by, evaluatorName(e.evaluator), e.date.String(), strconv.Itoa(e.score),
		e.grade, satisfaction, found.zh, found.en, "https://example.org/documents/" + id + ".pdf", yes}
}

// evaluatorName is in both languages at once: the column has one text.
func evaluatorName(n int) string {
	if n == 0 {
		return ""
	}
	return "示例评估机构 " + padded(n, 2) + " / Sample Evaluator " + padded(n, 2)
}

func findings(grade string) text {
	switch grade {
	case "excellent":
		return text{"目标全部达成，记录完整。", "All targets met, records complete."}
	case "good":
		return text{"主要目标达成，个别记录需补充。", "Main targets met, a few records to be completed."}
	case "pass":
		return text{"基本达到要求，服务频次低于计划。", "Requirements met in the main, fewer sessions than planned."}
	}
	return text{"未达到约定要求，需说明原因。", "Agreed requirements not met, reasons to be given."}
}

// chainRows yields what each project gives, in the projects' order.
func chainRows(projects iter.Seq[*project], each func(p *project, put func([]string) bool) bool) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for p := range projects {
			if !each(p, yield) {
				return
			}
		}
	}
}

// organizationReview is a review of an organization's qualification, apart from
// any project.
func organizationReview(r *rand.Rand, organization string, on day) []string {
	score := between(r, 62, 98)
	e := evaluation{kind: "qualification", by: "third_party", evaluator: between(r, 1, 40), date: on, score: score, grade: grade(score)}
	return evaluationRow("", organization, organization+"-E1", e)
}

// writeChain makes the three tables below projects; reviews are evaluations of
// organizations.
func writeChain(create Create, projects iter.Seq[*project], reviews iter.Seq[[]string]) error {
	err := writeTable(create, "data/contracts.csv", contractHeadings,
		chainRows(projects, func(p *project, put func([]string) bool) bool {
			for _, c := range p.contracts {
				if !put(contractRow(p, c)) {
					return false
				}
			}
			return true
		}))
	if err != nil {
		return err
	}
	evaluations := chainRows(projects, func(p *project, put func([]string) bool) bool {
		for _, e := range p.evaluations {
			if !put(evaluationRow(p.id, "", evaluationID(p.id, e.n), e)) {
				return false
			}
		}
		return true
	})
	if err := writeTable(create, "data/evaluations.csv", evaluationHeadings, joined(evaluations, reviews)); err != nil {
		return err
	}
	return writeTable(create, "data/payments.csv", paymentHeadings,
		chainRows(projects, func(p *project, put func([]string) bool) bool {
			for i := range p.payments {
				if !put(paymentRow(p, i)) {
					return false
				}
			}
			return true
		}))
}
