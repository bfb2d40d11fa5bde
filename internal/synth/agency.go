package synth

const agencyHeadings = "id,name_zh,name_en,level,district,parent,credit_code,website,demonstration"

// agency is a purchaser.
type agency struct {
	id, level, district, parent string
	name                        text
	serial                      int
}

func (a agency) row() []string {
	return []string{a.id, a.name.zh, a.name.en, a.level, a.district, a.parent,
		creditCode(bodyAgency, a.district, a.serial), "https://example.org/agencies/" + a.id, yes}
}

// departments are what purchasers are called beside their number.
func departments() []text {
	return []text{
		{"民政部门", "Civil Affairs Department"}, {"卫生部门", "Health Department"},
		{"教育部门", "Education Department"}, {"人力社保部门", "Employment Department"},
		{"文化部门", "Culture Department"}, {"司法行政部门", "Justice Department"},
		{"生态环境部门", "Environment Department"}, {"青少年事务部门", "Youth Affairs Department"},
	}
}

// agencyAt makes the i-th purchaser: of ten, one is of a municipality, six are
// of districts and three are street offices below the district before them.
func (l *lists) agencyAt(i int) agency {
	d := l.districts[i*7%len(l.districts)]
	a := agency{id: agencyID(i), serial: i + 1, district: d.code}
	department, tail := departments()[i%8], padded(i+1, 3)
	switch at := i % 10; {
	case at == 0:
		a.level, a.district = "municipal", d.parent
		a.name = text{"示例市级" + department.zh + " " + tail, "Sample Municipal " + department.en + " " + tail}
	case at < 7:
		a.level = "district"
		a.name = text{"示例区级" + department.zh + " " + tail, "Sample District " + department.en + " " + tail}
	default:
		a.level, a.parent = "street", agencyID(i-i%10+at-6)
		a.district = l.districts[(i-i%10+at-6)*7%len(l.districts)].code
		a.name = text{"示例街道办事处 " + tail, "Sample Subdistrict Office " + tail}
	}
	return a
}

func agencyID(i int) string { return "A" + padded(i+1, 4) }
