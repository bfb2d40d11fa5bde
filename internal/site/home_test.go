package site

import (
	"fmt"
	"strings"
	"testing"
)

// A site with very many programmes has a front page of the usual size: it lists the
// published totals that the rows differ from before others, and counts them all.
func TestTheFrontPageListsPublishedTotalsThatDifferFirst(t *testing.T) {
	site := func(programmes, differ int) Home {
		rows := "id,title_en,projects_declared\n"
		for i := range programmes {
			declared := 0
			if i >= programmes-differ {
				declared = 5
			}
			rows += fmt.Sprintf("G%03d,Round %d,%d\n", i, i, declared)
		}
		p, _ := plan(t, map[string]string{
			"data/site.yaml":      bilingual,
			"data/programmes.csv": rows,
			"data/projects.csv":   "id,title,year\nP1,a,2010\n",
		}, Options{})
		page, _ := p.Find("en/index.html")
		return p.View(page).(Home)
	}
	few := site(declaredShown, 3)
	if n := len(few.Declared); n != declaredShown || few.Declared[0].differs() || few.DeclaredNote != "" {
		t.Errorf("%d of %d are listed, with the note %q; the first differs: %v", n, declaredShown, few.DeclaredNote, few.Declared[0].differs())
	}
	many := site(3*declaredShown, 3)
	if len(many.Declared) != declaredShown {
		t.Fatalf("%d are listed", len(many.Declared))
	}
	for i, d := range many.Declared {
		if d.differs() != (i < 3) {
			t.Errorf("the one in place %d differs: %v", i+1, d.differs())
		}
	}
	if want := "Of 120 published totals, the rows agree with 117 and differ from 3"; many.DeclaredIs != want {
		t.Errorf("it says %q", many.DeclaredIs)
	}
	if !strings.HasPrefix(many.DeclaredNote, "40 are listed here") || many.DeclaredMore.Href != "programmes/index.html" {
		t.Errorf("it leads on by %q and %v", many.DeclaredNote, many.DeclaredMore)
	}
	if all := site(2*declaredShown, 2*declaredShown).Declared; len(all) != declaredShown || !all[declaredShown-1].differs() {
		t.Errorf("%d are listed where all differ", len(all))
	}
}
