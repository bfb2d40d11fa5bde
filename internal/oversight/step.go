package oversight

import "gongkai/internal/finding"

// Step is a step of the chain from budget to payment that a purchase owes the
// public. A programme and honours are steps that not every purchase has, so they
// are not counted.
type Step uint8

// The steps, in the order of the chain.
const (
	StepBudget Step = iota
	StepCall
	StepApplication
	StepQualification
	StepAward
	StepContract
	StepFollowUp
	StepEvaluation
	StepPayment

	steps // how many there are
)

// Steps lists the steps.
func Steps() []Step {
	all := make([]Step, steps)
	for i := range all {
		all[i] = Step(i)
	}
	return all
}

// Name is the step's name in downloads.
func (s Step) Name() string {
	return [steps]string{"budget", "call", "application", "qualification", "award", "contract", "follow_up", "evaluation", "payment"}[s]
}

// Title is the step's name on pages.
func (s Step) Title() finding.Text {
	return [steps]finding.Text{
		say("预算", "Budget"), say("采购公告", "Call"), say("申报", "Application"), say("资格评审", "Qualification"), say("立项", "Award"),
		say("合同", "Contract"), say("跟踪评估", "Follow-up"), say("绩效评估", "Evaluation"), say("付款", "Payment"),
	}[s]
}

// Due says when the step is due and what counts as its publication.
func (s Step) Due() finding.Text {
	return [steps]finding.Text{
		say("立项后应公开。计划的资金、预算行，或购买主体当年的预算，有一项即为已公开。", "Due once a project is awarded. Published where its programme, a budget line or its agency's budget of the year gives the money."),
		say("立项后应公开，合同注明单一来源、委托或直接选取的除外。有采购公告即为已公开。", "Due once awarded, unless a contract says it was single source, entrustment or direct selection. Published where the project names its call."),
		say("所有项目都应公开。有申报日期或申请金额即为已公开。", "Due for every project. Published where the date of the application or the amount requested is."),
		say("立项或未立项的决定作出后应公开。有资格评审记录即为已公开。", "Due once the application was decided, either way. Published where a review of qualification is."),
		say("立项后应公开。同时有立项金额和承接主体才算已公开。", "Due once awarded. Published where both the amount and the organization are."),
		say("签约后应公开。有合同或签约金额即为已公开。", "Due once a contract is signed. Published where a contract or its amount is."),
		say("完成后应公开。有跟踪评估记录即为已公开。", "Due once the work is completed. Published where a follow-up review is."),
		say("完成后应公开。有绩效评估记录即为已公开。", "Due once the work is completed. Published where a performance evaluation is."),
		say("完成后应公开。有付款记录或已付金额即为已公开。", "Due once the work is completed. Published where a payment or the amount paid is."),
	}[s]
}

func say(zh, en string) finding.Text { return finding.Text{ZH: zh, EN: en} }
