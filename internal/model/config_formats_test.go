package model

import (
	"strings"
	"testing"

	"gongkai/internal/finding"
)

func TestAFormatThatIsNoneIsToldWithTheNearest(t *testing.T) {
	l := &finding.List{}
	c := readConfig([]byte("formats:\n  parket: no\n  zip: no\n"), l)
	if c.Offers(FormatZip) || !c.Offers(FormatParquet) {
		t.Errorf("switched off: %v", c.Without)
	}
	all := l.All()
	if len(all) != 1 || all[0].Pos.Line != 2 || all[0].Severity != finding.Error ||
		!strings.Contains(all[0].Message.EN, `"parket"`) || !strings.Contains(all[0].Hint.EN, `"parquet"`) || !strings.Contains(all[0].Hint.ZH, "parquet") {
		t.Errorf("got %+v", all)
	}
}
