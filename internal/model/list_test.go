package model

import "testing"

func TestListsCountAndStopWhereTheyAreTold(t *testing.T) {
	d := read(t, chain)
	p1, p2 := d.Projects.Find("P1"), d.Projects.Find("P2")
	if l := p2.Contracts; !l.Empty() || l.Len() != 0 || l.First() != nil {
		t.Errorf("a project without contracts has %d, the first is %v", l.Len(), l.First())
	}
	l := p1.Contracts
	if l.Empty() || l.Len() != 2 || l.First() != d.Contracts.Find("C2") {
		t.Errorf("a project with two contracts has %d, the first is %v", l.Len(), l.First())
	}
	seen := 0
	for range l.All() {
		seen++
		break
	}
	if seen != 1 {
		t.Errorf("%d contracts were visited after the first", seen-1)
	}
}
