package integrity

import (
	"gongkai/internal/model"
	"gongkai/internal/oversight"
	"gongkai/internal/value"
)

// stage is the state of a project that decides which steps are due. Where no
// state is published it is drawn from what is: the work ended before the day of
// the data; money was paid or contracted; an amount was awarded.
func stage(p *model.Project, asOf value.Date) model.ProjectState {
	switch {
	case p.State != 0:
		return p.State
	case p.Awarded() && !asOf.IsZero() && p.End.Before(asOf):
		return model.StateCompleted
	case !p.PaidTotal().Empty() || !p.ContractedTotal().Empty():
		return model.StateContracted
	case p.Awarded():
		return model.StateApproved
	}
	return model.StateApplied
}

// due reports whether a step is due of a project at a stage.
func due(s oversight.Step, p *model.Project, at model.ProjectState) bool {
	switch s {
	case oversight.StepApplication:
		return true
	case oversight.StepQualification:
		return at == model.StateDeclined || bought(at)
	case oversight.StepCall:
		return bought(at) && !chosenDirectly(p)
	case oversight.StepBudget, oversight.StepAward:
		return bought(at)
	case oversight.StepContract:
		return bought(at) && at != model.StateApproved
	}
	return at == model.StateCompleted
}

// bought reports whether the public body has decided to buy.
func bought(at model.ProjectState) bool {
	switch at {
	case model.StateApproved, model.StateContracted, model.StateInProgress, model.StateCompleted, model.StateTerminated:
		return true
	}
	return false
}

// chosenDirectly reports whether a contract says that no call was needed.
func chosenDirectly(p *model.Project) bool {
	for k := range p.Contracts.All() {
		switch k.Method {
		case model.MethodSingleSource, model.MethodEntrustment, model.MethodDirect:
			return true
		}
	}
	return false
}

// published reports whether a step of a project is.
func published(s oversight.Step, p *model.Project) bool {
	switch s {
	case oversight.StepBudget:
		return budgeted(p)
	case oversight.StepCall:
		return p.Call.To != nil
	case oversight.StepApplication:
		return !p.Applied.IsZero() || !p.AmountRequested.IsZero()
	case oversight.StepQualification:
		return evaluated(p, model.EvaluationQualification)
	case oversight.StepAward:
		return !p.AmountAwarded.IsZero() && p.LeadOrganization() != nil
	case oversight.StepContract:
		return !p.Contracts.Empty() || !p.AmountContracted.IsZero()
	case oversight.StepFollowUp:
		return evaluated(p, model.EvaluationFollowUp)
	case oversight.StepEvaluation:
		return evaluated(p, model.EvaluationPerformance)
	}
	return !p.Payments.Empty() || !p.AmountPaid.IsZero()
}

// budgeted reports whether the money that a project is paid from is published:
// by a payment's budget line, by its programme, or by its agency for the year.
func budgeted(p *model.Project) bool {
	if g := p.Programme.To; g != nil && (len(g.Budgets) > 0 || !g.Budget.IsZero()) {
		return true
	}
	for m := range p.Payments.All() {
		if m.BudgetLine.To != nil {
			return true
		}
	}
	if a := p.Agency.To; a != nil {
		for _, b := range a.Budgets {
			if b.Programme.To == nil && !b.Year.IsZero() && int(b.Year.Int()) == p.CalendarYear() {
				return true
			}
		}
	}
	return false
}

func evaluated(p *model.Project, kind model.EvaluationKind) bool {
	for e := range p.Evaluations.All() {
		if e.Kind == kind {
			return true
		}
	}
	return false
}
