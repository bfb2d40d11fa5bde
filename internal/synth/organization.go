package synth

import (
	"math/rand/v2"
)

// Codes before the division in a credit code: civil affairs or staffing office
// or market regulation, and the type of body.
const (
	bodyGroup      = "51"
	bodyService    = "52"
	bodyFoundation = "53"
	bodyPublic     = "12"
	bodyAgency     = "11"
	bodyCompany    = "91"
)

// organizationKind is how a kind is named and coded; of a hundred
// organizations, share are of it.
type organizationKind struct {
	kind, body string
	noun       text
	share      int
}

func organizationKinds() []organizationKind {
	return []organizationKind{
		{"social_service", bodyService, text{"中心", "Centre"}, 50},
		{"social_group", bodyGroup, text{"协会", "Association"}, 28},
		{"foundation", bodyFoundation, text{"基金会", "Foundation"}, 8},
		{"trade_association", bodyGroup, text{"行业协会", "Trade Association"}, 8},
		{"company", bodyCompany, text{"有限公司", "Limited"}, 4},
		{"public_institution", bodyPublic, text{"服务站", "Service Station"}, 2},
	}
}

// organization is who undertakes services.
type organization struct {
	id, creditCode, kind, district string
	name, summary                  text
	registered, graded             day
	grade, status, formerly        string
}

// organization makes one; its grade is from before lastYear's end.
func (l *lists) organization(r *rand.Rand, id string, serial int, district string, lastYear int) organization {
	kind := organizationKinds()[0]
	at := r.IntN(100)
	for _, k := range organizationKinds() {
		if kind = k; at < k.share {
			break
		}
		at -= k.share
	}
	stem := pick(r, l.stems)
	tail := padded(serial, 4)
	o := organization{
		id: id, kind: kind.kind, district: district, status: "active",
		name:       text{"示例" + stem.zh + kind.noun.zh + " " + tail, "Sample " + stem.en + " " + kind.noun.en + " " + tail},
		summary:    text{"生成的示例组织，主要从事" + stem.zh + "。", "A generated sample organization that works in " + lower(stem.en) + "."},
		creditCode: creditCode(kind.body, district, serial),
		registered: date(1988, 1, 1) + day(r.IntN(16*365)),
	}
	if r.IntN(100) < 35 {
		o.grade = pick(r, []string{"5A", "4A", "4A", "3A", "3A", "3A", "2A", "1A"})
		o.graded = date(lastYear-between(r, 1, 4), between(r, 1, 12), between(r, 1, 28))
	}
	switch at := r.IntN(200); {
	case at == 0:
		o.status = "dissolved"
	case at < 3:
		o.status = "abnormal"
	case at < 9:
		o.formerly = "示例" + pick(r, l.stems).zh + "社 " + tail
	}
	return o
}

// lower takes the capitals out of a stem in running text.
func lower(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] >= 'A' && b[i] <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}

const organizationHeadings = "id,name_zh,name_en,credit_code,kind,registered,registrar,grade,graded," +
	"district,status,website,former_names,summary_zh,summary_en,demonstration"

func (o organization) row() []string {
	return []string{o.id, o.name.zh, o.name.en, o.creditCode, o.kind, o.registered.String(), "示例登记机关 / Sample registrar",
		o.grade, o.graded.String(), o.district, o.status, "https://example.org/organizations/" + o.id, o.formerly,
		o.summary.zh, o.summary.en, yes}
}
