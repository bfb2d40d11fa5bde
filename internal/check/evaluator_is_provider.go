package check

import (
	"gongkai/internal/finding"
	"gongkai/internal/model"
)

var evaluatorIsProvider = Check{
	Rule: &finding.Rule{
		ID: "evaluator-is-provider", Group: finding.GroupActors, Severity: finding.Warning,
		Title: say("评估者就是承接主体", "The evaluator is the provider itself"),
		Why:   say("自己评自己不是独立的评估，而付款以它为依据。", "Who judges its own work is not independent, and payment rests on the result."),
		Fix:   say("核对 evaluator；确为自评时，by 写 provider。", "Compare evaluator; where it was a self-assessment, write provider in the column by."),
		Bad: "file: data/organizations.csv\nid,name\nO1,Sample Society\nfile: data/projects.csv\nid,title,organization\nP1,Meals,O1\n" +
			"file: data/evaluations.csv\nid,project,by,evaluator\nE1,P1,third_party,Sample Society\n",
		Good: "file: data/organizations.csv\nid,name\nO1,Sample Society\nfile: data/projects.csv\nid,title,organization\nP1,Meals,O1\n" +
			"file: data/evaluations.csv\nid,project,by,evaluator\nE1,P1,third_party,Sample Evaluator\n",
	},
	Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		names := folds{}
		for _, e := range d.Evaluations.Rows {
			if e.By == model.ByProvider {
				continue // openly a self-assessment
			}
			for _, o := range names.judged(e) {
				f := about(e, "evaluator", e.Evaluator)
				f.Message = words("评估者 %q 就是承接主体 %q", "the evaluator %q is the provider %q", e.Evaluator, o.ID)
				f.Hint = say("核对 evaluator；确为自评时，by 写 provider", "compare evaluator; where it was a self-assessment, write provider in the column by")
				f.Related = append(f.Related, other(o, "name", "承接主体", "the provider"))
				report(f)
			}
		}
	},
}

// EvaluatedItself tells of evaluations whether the evaluator named is an
// organization whose work it judges. The function remembers names, and is not
// safe for concurrent use.
func EvaluatedItself() func(*model.Evaluation) bool {
	names := folds{}
	return func(e *model.Evaluation) bool { return len(names.judged(e)) > 0 }
}

// judged are the organizations that an evaluation judges and names as evaluator.
func (f folds) judged(e *model.Evaluation) []*model.Organization {
	var all []*model.Organization
	for _, o := range reviewed(e) {
		if f.same(e.Evaluator, o.Name) || e.Evaluator != "" && e.Evaluator == o.ID {
			all = append(all, o)
		}
	}
	return all
}

// reviewed are the organizations whose work an evaluation judges.
func reviewed(e *model.Evaluation) []*model.Organization {
	var all []*model.Organization
	if o := e.Organization.To; o != nil {
		all = append(all, o)
	}
	if p := e.Project.To; p != nil {
		for _, r := range p.Organization {
			if r.To != nil && r.To != e.Organization.To {
				all = append(all, r.To)
			}
		}
	}
	return all
}
