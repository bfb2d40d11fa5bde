package check

import (
	"cmp"
	"slices"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/source"
	"gongkai/internal/table"
)

// All lists the checks.
func All() []Check {
	return []Check{
		// Money.
		paymentsAboveContract, paymentsAboveAward, contractAboveAward, awardsAboveBudget, awardsAboveCall, awardAboveRequest,
		paymentsAboveBudget, amountNegative, amountZero, amountSlip, mixedCurrencies, otherCurrency, duplicatePayment,
		declaredPaidDiffers, declaredContractedDiffers, programmeDeclaredDiffers,
		// Order in time.
		endBeforeStart, decidedBeforeApplied, appliedAfterClose, contractBeforeAward, paymentBeforeContract,
		paymentBeforeAward, paymentBeforeEvaluation, evaluationBeforeStart, qualificationAfterContract,
		closesBeforePublished, gradedBeforeRegistered, registeredAfterAward, contractLong, yearDiffers, futureDate, farDate,
		// State against content.
		stateWithoutAward, contractedWithoutContract, completedWithoutEvaluation, paidWithoutAcceptance, paidAfterFail,
		awardWithoutAmount, awardWithoutProvider, completedBeforeEnd, awardedWithoutBidders, inProgressAfterEnd, openAfterClose,
		// References and actors.
		referenceCycle, nestedDeep, belongsToNothing, correctionOfNothing, duplicateContractNumber, paymentOfTwoProjects, evaluatorIsProvider, supplierIsAgency, providerInactive,
		nameWithTwoCodes, codeWithTwoNames,
		// Numbers, text and figures.
		countNegative, servedAbovePlan, passedAboveTrainees, scoreOutOfRange, titleEqualsSummary, duplicateProject, figuresDisagree,
		// Personal data.
		personalIDNumber, personalMobile, personalBankCard, personalEmail, personalAddress,
		// Signals, which prove nothing.
		singleBidder, splitPurchases, sameAmount,
	}
}

// Rules lists the rules of all that reads or checks a dataset, sorted by id.
func Rules() []*finding.Rule {
	rules := slices.Concat(source.Rules(), table.Rules(), model.Rules(), settingRules())
	for _, c := range All() {
		rules = append(rules, c.Rule)
	}
	slices.SortFunc(rules, func(a, b *finding.Rule) int { return cmp.Compare(a.ID, b.ID) })
	return rules
}
