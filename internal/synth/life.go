package synth

import "math/rand/v2"

// round is when a project's call ran and how long its projects take. Nothing
// that happens after today is published yet.
type round struct {
	opens, closes     day
	decides           day // the first day of decisions, later than closes
	today             day
	shortest, longest int // days of a project
}

// live gives a project its life up to its state: dates in order, amounts that
// never grow on their way from request to payment, and payments that follow
// the evaluation they rest on. An award or a planned number that is already
// set is kept.
func (p *project) live(r *rand.Rand, in round) {
	p.applied = in.opens + day(r.IntN(int(in.closes-in.opens)+1))
	if p.planned == 0 {
		p.planned = int64(between(r, 4, 160) * 10)
	}
	if p.awarded == 0 {
		p.awarded = int64(between(r, 300, 3000)) * 100
	}
	p.requested = p.awarded + int64(r.IntN(4))*p.awarded/1000*100
	decided := in.decides + day(r.IntN(21))
	switch p.state {
	case applied, underReview, withdrawn:
		p.awarded = 0
		return
	case declined:
		p.awarded = 0
		if r.IntN(4) == 0 {
			p.evaluate(r, "qualification", decided-day(between(r, 2, 6)), between(r, 42, 68))
		}
		return
	}
	p.decided = decided
	p.evaluate(r, "qualification", decided-day(between(r, 2, 6)), between(r, 70, 98))
	p.start = decided + day(between(r, 20, 40))
	p.end = p.start + day(between(r, in.shortest, in.longest))
	if p.state != approved {
		p.perform(r, in.today)
	}
}

// perform is what happens under the contract.
func (p *project) perform(r *rand.Rand, today day) {
	c := contract{n: 1, signed: p.decided + day(between(r, 5, 19)), start: p.start, end: p.end, amount: p.awarded,
		state: contractState(p.state), method: p.method}
	if r.IntN(5) == 0 {
		c.amount -= p.awarded / 100 * int64(between(r, 1, 5))
	}
	p.contracts = append(p.contracts, c)
	p.pay(c.signed+day(between(r, 6, 20)), today, c.amount*4/10, "advance")
	if p.state == contracted {
		return
	}
	p.people(r)
	half := p.start + (p.end-p.start)/2
	if p.state == terminated {
		p.end = half + 20
		p.contracts[0].end = p.end
		p.evaluate(r, "follow_up", half, between(r, 38, 59))
		return
	}
	if !p.evaluateBy(r, "follow_up", half, today) {
		return
	}
	p.pay(half+day(between(r, 7, 18)), today, c.amount*3/10, "progress")
	if p.state != completed {
		return
	}
	if r.IntN(20) == 0 {
		p.contracts = append(p.contracts, contract{n: 2, signed: half + 5, start: p.start, end: p.end,
			state: c.state, method: c.method, amendsFirst: true})
	}
	if p.evaluateBy(r, "performance", p.end+day(between(r, 8, 28)), today) {
		p.settle(r, c.amount, today)
	}
}

// settle pays what is left, as far as the last evaluation allows.
func (p *project) settle(r *rand.Rand, amount int64, today day) {
	last := p.evaluations[len(p.evaluations)-1]
	rest := amount
	for _, paid := range p.payments {
		rest -= paid.amount
	}
	switch last.grade {
	case "fail":
		return
	case "pass":
		rest = rest * 9 / 10
	}
	p.pay(last.date+day(between(r, 8, 25)), today, rest, "final")
}

// pay records a payment that rests on the latest evaluation.
func (p *project) pay(on, today day, amount int64, stage string) {
	if on <= today {
		p.payments = append(p.payments, payment{on, amount, stage, len(p.evaluations)})
	}
}

// people sets what was reached beside the money.
func (p *project) people(r *rand.Rand) {
	p.served = p.planned * int64(between(r, 82, 135)) / 100
	p.volunteers = int64(between(r, 4, 90))
	p.staff = int64(between(r, 2, 14))
	p.funds = p.awarded * int64(r.IntN(60)) / 10000 * 100
}

func contractState(state string) string {
	switch state {
	case contracted:
		return "signed"
	case inProgress:
		return "in_force"
	}
	return state
}

// evaluateBy evaluates with a good score, if the day has come.
func (p *project) evaluateBy(r *rand.Rand, kind string, on, today day) bool {
	if on > today {
		return false
	}
	score := between(r, 74, 98)
	switch at := r.IntN(100); {
	case at < 2 && kind == "performance":
		score = between(r, 45, 59)
	case at < 12:
		score = between(r, 61, 74)
	}
	p.evaluate(r, kind, on, score)
	return true
}

func (p *project) evaluate(r *rand.Rand, kind string, on day, score int) {
	e := evaluation{n: len(p.evaluations) + 1, kind: kind, by: "third_party", date: on, score: score, grade: grade(score)}
	switch at := r.IntN(10); {
	case kind == "qualification" && at < 4, kind == "follow_up" && at < 3:
		e.by = "agency"
	case kind == "follow_up" && at < 4:
		e.by = "provider"
	}
	if kind != "qualification" {
		e.satisfaction = min(99, score+between(r, 0, 6))
	}
	if e.by == "third_party" {
		e.evaluator = between(r, 1, 40)
	}
	p.evaluations = append(p.evaluations, e)
}

func grade(score int) string {
	switch {
	case score >= 90:
		return "excellent"
	case score >= 75:
		return "good"
	case score >= 60:
		return "pass"
	}
	return "fail"
}
