package model

import "testing"

func TestContractedTotal(t *testing.T) {
	const project = "id,title,amount_contracted\nP1,One,500\n"
	for name, c := range map[string]struct{ contracts, want string }{
		"no contracts: as declared":         {"id,project,amount,amends\n", "500 CNY"},
		"the sum of the contracts":          {"id,project,amount,amends\nC1,P1,100,\nC2,P1,30,\n", "130 CNY"},
		"contracts without amounts":         {"id,project,amount,amends\nC1,P1,,\n", "500 CNY"},
		"an amendment replaces":             {"id,project,amount,amends\nC1,P1,100,\nC2,P1,80,C1\nC3,P1,7,\n", "87 CNY"},
		"whatever the order":                {"id,project,amount,amends\nC3,P1,60,C2\nC2,P1,80,C1\nC1,P1,100,\n", "60 CNY"},
		"a change of terms leaves the sum":  {"id,project,amount,amends\nC1,P1,100,\nC2,P1,,C1\n", "100 CNY"},
		"an amount after a change of terms": {"id,project,amount,amends\nC1,P1,100,\nC2,P1,,C1\nC3,P1,90,C2\n", "90 CNY"},
		"a contract that amends itself":     {"id,project,amount,amends\nC1,P1,100,C1\n", "100 CNY"},
		"contracts in a circle":             {"id,project,amount,amends\nC1,P1,100,C2\nC2,P1,80,C1\n", "100 CNY"},
		"each currency for itself":          {"id,project,amount,amends,currency\nC1,P1,100,,\nC2,P1,8,,GBP\n", "100 CNY + 8 GBP"},
	} {
		t.Run(name, func(t *testing.T) {
			d := read(t, map[string]string{"projects": project, "contracts": c.contracts})
			if got := d.Projects.Find("P1").ContractedTotal().Plain(); got != c.want {
				t.Errorf("contracted %s, want %s", got, c.want)
			}
		})
	}
}

func TestPaidTotalIsThatOfThePaymentsElseAsDeclared(t *testing.T) {
	d := read(t, chain)
	for id, want := range map[string]string{"P1": "30 CNY", "P2": "8 CNY"} {
		if got := d.Projects.Find(id).PaidTotal().Plain(); got != want {
			t.Errorf("%s: paid %s, want %s", id, got, want)
		}
	}
	declared := &Project{AmountPaid: yuan(60)}
	if got := declared.PaidTotal().Plain(); got != "60 CNY" {
		t.Errorf("declared: paid %s", got)
	}
	if !new(Project).PaidTotal().Empty() {
		t.Error("a project that publishes nothing has a total")
	}
}

func TestTheFirstOrganizationLeads(t *testing.T) {
	d := read(t, chain)
	if got := d.Projects.Find("P2").LeadOrganization(); got != d.Organizations.Find("O2") {
		t.Errorf("%+v leads", got)
	}
	if new(Project).LeadOrganization() != nil {
		t.Error("a project without organizations has one that leads")
	}
}
