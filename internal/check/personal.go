package check

import (
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/value"
)

// personal is the check for one kind of personal data. what names it within a
// sentence, in both languages.
func personal(rule *finding.Rule, kind value.PersonalKind, what finding.Text) Check {
	return Check{Rule: rule, Run: func(d *model.Dataset, _ Settings, report func(finding.Finding)) {
		for _, s := range d.Personal {
			if s.Kind == kind {
				report(sighted(s, what))
			}
		}
	}}
}

// sighted tells where personal data stands, and shows it masked only.
func sighted(s model.Sighting, what finding.Text) finding.Finding {
	masked := s.Masked
	if s.Kind == value.IDNumber || s.Kind == value.Mobile || s.Kind == value.BankCard {
		masked = compact(masked)
	}
	f := finding.Finding{
		Pos: s.Pos, Field: s.Field, Value: s.Masked,
		Message: words("这里有%[1]s %[2]q", "%[1]s stands here: %[2]q", what, masked),
		Hint:    words("删去它；若要让人辨认，写成 %s", "delete it; where it has to be recognised, write %s", masked),
	}
	if s.Kind == value.HomeAddress {
		f.Hint = say("只写到街道或社区，删去门牌和房号", "stop at the street or neighbourhood, without number and room")
	}
	if s.Pos.Line == 0 {
		f.Message = words("文件名中有%[1]s %[2]q", "%[1]s stands in the file's name: %[2]q", what, masked)
		f.Hint = say("给文件改名", "rename the file")
	}
	return f
}

// compact writes a masked number without the spaces and hyphens that stood in
// it, and its full-width digits as others.
func compact(masked string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == 'Ｘ' || r == 'ｘ' || r == 'x':
			return 'X'
		case r == '*' || r == 'X' || r >= '0' && r <= '9':
			return r
		}
		return -1
	}, masked)
}
