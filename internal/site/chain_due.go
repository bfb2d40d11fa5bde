package site

import (
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// step is one of the steps of the chain, in their order.
type step uint8

const (
	stepBudget step = iota + 1
	stepProgramme
	stepCall
	stepApplication
	stepQualification
	stepAward
	stepContract
	stepFollowUp
	stepPerformance
	stepPayment
	stepHonours
)

// lastStep is the last step that a project in a state can be held to: what
// comes later is not due yet. It is stepPayment for a project that is over and
// for one whose state is not published.
func lastStep(s model.ProjectState) step {
	switch s {
	case model.StateApplied, model.StateUnderReview:
		return stepApplication
	case model.StateWithdrawn, model.StateDeclined, model.StateApproved:
		return stepAward
	case model.StateContracted, model.StateInProgress:
		return stepContract
	}
	return stepPayment
}

// due says why a step's record cannot be missed: it is not due yet, or not at
// all. It is "" for a step that is due.
func (c *context) due(p *model.Project, s step) string {
	yet := c.t("尚未到这一步", "not due yet")
	switch {
	case s == stepHonours && lastStep(p.State) < stepPayment:
		return yet
	case s == stepHonours: // nobody is owed one
		return c.t("没有公布", "none published")
	case s == stepQualification && p.State == model.StateWithdrawn:
		return c.t("申报已撤回", "the application was withdrawn")
	case s == stepPerformance && p.State == model.StateTerminated:
		return c.t("项目已终止", "the project was terminated")
	case s == stepPayment && p.State == model.StateInProgress:
		return "" // an advance is usual, so a reader may ask for it
	case s > lastStep(p.State):
		if p.State == model.StateInProgress && s <= stepPerformance && c.ended(p) == ended {
			return ""
		}
		return yet
	case (s == stepFollowUp || s == stepPerformance) && p.State == 0 && c.ended(p) == running:
		return yet
	}
	return ""
}

// ending is whether a project's term is over.
type ending uint8

const (
	unknownEnd ending = iota
	running
	ended
)

// ended compares the end of a project, or of its last contract, with the date
// of the data.
func (c *context) ended(p *model.Project) ending {
	end := p.End
	if end.IsZero() {
		for k := range p.Contracts.All() {
			if end.Compare(k.End) < 0 {
				end = k.End
			}
		}
	}
	asOf := c.plan.Data.Config.AsOf
	switch {
	case end.IsZero() || asOf.IsZero():
		return unknownEnd
	case end.Before(asOf):
		return ended
	}
	return running
}

// before says that an act came before what it should follow: "signed 12 days
// before the award". It is "" where it did not, or where that is not certain.
func (c *context) before(act, base value.Date, zhAct, enAct, zhBase, enBase string) string {
	if !act.Before(base) {
		return ""
	}
	return c.t(zhAct+"早于"+zhBase+c.days(act, base), enAct+" "+c.days(act, base)+"before "+enBase)
}

// after says that an act came after what it should precede.
func (c *context) after(act, base value.Date, zhAct, enAct, zhBase, enBase string) string {
	if !base.Before(act) {
		return ""
	}
	return c.t(zhAct+"晚于"+zhBase+c.days(base, act), enAct+" "+c.days(base, act)+"after "+enBase)
}

// days is how far apart two dates are, with a space after it in English; ""
// where that is not known to the day.
func (c *context) days(first, second value.Date) string {
	n, ok := first.DaysUntil(second)
	if !ok || n == 0 {
		return ""
	}
	return c.t(c.count(n)+"天", plural(n, "day", "days")+" ")
}

// late marks an item with what is out of order about it; reasons may be empty.
func (c *context) late(item StepItem, reasons ...string) StepItem {
	for _, r := range reasons {
		if r == "" {
			continue
		}
		if item.Why != "" {
			item.Why += c.t("；", "; ")
		}
		item.Why += r
		item.Late = true
	}
	return item
}
