package importer

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"gongkai/internal/model"
)

// releases reads the Open Contracting Data Standard 1.1: a package of releases or
// of records, or a list of releases. A process with several releases is read as
// they add up.
// https://standard.open-contracting.org/1.1/en/schema/
func (b *Batch) releases(v any) error {
	all := collect(v)
	if len(all) == 0 {
		return failf("%q 没有 OCDS 的 releases 或 records", "%q has no releases and no records of OCDS", b.file)
	}
	r := newRecords(b, string(OCDS))
	unnamed, merged := 0, 0
	byID := map[string][]object{}
	var order []string
	for _, o := range all {
		id, _ := o["ocid"].(string)
		if id == "" {
			unnamed++
			continue
		}
		if len(byID[id]) == 0 {
			order = append(order, id)
		} else {
			merged++
		}
		byID[id] = append(byID[id], o)
	}
	for _, id := range order {
		newProcess(r, compile(byID[id])).read()
	}
	if unnamed > 0 {
		b.warn("releases", "%d 项没有 ocid，没有导入", "%d releases have no ocid and were left out", unnamed)
	}
	if merged > 0 {
		b.info("releases", "%d 项发布属于前面已有的过程，按日期先后合并", "%d releases are of a process that had one before and were merged by date", merged)
	}
	return r.done()
}

// compile is the releases of a process as they add up by their dates.
func compile(all []object) object {
	slices.SortStableFunc(all, func(a, b object) int {
		x, _ := a["date"].(string)
		y, _ := b["date"].(string)
		return cmp.Compare(x, y)
	})
	for _, later := range all[1:] {
		merge(all[0], later)
	}
	return all[0]
}

// collect finds the releases of a document: of a record its compiled release,
// else all of its releases.
func collect(v any) []object {
	var all []object
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			all = append(all, collect(one)...)
		}
	case map[string]any:
		o := object(v)
		switch {
		case o["records"] != nil:
			for _, record := range o.list("records") {
				if compiled := record.object("compiledRelease"); len(compiled) > 0 {
					all = append(all, compiled)
				} else {
					all = append(all, record.list("releases")...)
				}
			}
		case o["releases"] != nil:
			all = o.list("releases")
		case o["ocid"] != nil:
			all = []object{o}
		}
	}
	return all
}

// merge lays a later release over an earlier one: what it says replaces what was
// said, and the parts of a list are told apart by their ids.
// https://standard.open-contracting.org/1.1/en/schema/merging/
func merge(into, later map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(later)) {
		switch now := later[key].(type) {
		case map[string]any:
			if old, ok := into[key].(map[string]any); ok {
				merge(old, now)
				continue
			}
		case []any:
			if old, ok := into[key].([]any); ok {
				into[key] = mergeLists(old, now)
				continue
			}
		}
		into[key] = later[key]
	}
}

func mergeLists(old, now []any) []any {
	known := map[string]map[string]any{}
	for _, v := range old {
		m, ok := v.(map[string]any)
		id, named := scalar(m["id"])
		if !ok || !named || id == "" {
			return now
		}
		known[id] = m
	}
	for _, v := range now {
		m, _ := v.(map[string]any)
		id, _ := scalar(m["id"])
		if before := known[id]; m != nil && before != nil {
			merge(before, m)
			continue
		}
		old = append(old, v)
	}
	return old
}

// process is one contracting process on its way into tables.
type process struct {
	object
	*records
	ocid string
	ours bool // published by gongkai, so that its ids are those of records
	id   string

	named map[string]bool // parties, by table and id
}

// publisherPrefix is the part of an ocid that names who publishes.
var publisherPrefix = regexp.MustCompile(`^ocds-[a-z0-9]{6}-`)

func newProcess(r *records, o object) *process {
	p := &process{object: o, records: r, ocid: o.text("ocid"), named: map[string]bool{}}
	p.id = p.ocid
	if _, ok := o["publicService"].(map[string]any); ok {
		p.ours = true
		p.id = publisherPrefix.ReplaceAllString(p.ocid, "")
		for _, made := range []string{"id", "date", "initiationType", "language"} { // from what follows
			delete(o, made)
		}
		delete(o, "tag")
	}
	return p
}

// local is the id of a part, which others keep apart within a process only.
func (p *process) local(id string) string {
	if p.ours || id == "" || strings.HasPrefix(id, p.ocid) {
		return id
	}
	return p.ocid + "-" + id
}

// body is the id of a party, by the table that it stands in.
func (p *process) body(table, id string) string {
	if p.ours {
		return strings.TrimPrefix(id, table+":")
	}
	return id
}

// roles are the tables of the parties: who buys and pays, who is to deliver.
var roles = map[string]string{
	"buyer": "agencies", "procuringEntity": "agencies", "payer": "agencies",
	"supplier": "organizations", "tenderer": "organizations", "payee": "organizations",
}

// parties takes the parties that buy or deliver, and gives the ids of those who
// tendered.
func (p *process) parties() (tenderers []string) {
	var left []object
	for _, party := range p.list("parties") {
		id, _ := party["id"].(string)
		taken := false
		list, _ := party["roles"].([]any)
		for _, role := range list {
			name, _ := role.(string)
			table := roles[name]
			if table == "" || id == "" {
				continue
			}
			if name == "tenderer" {
				tenderers = append(tenderers, p.body(table, id))
			}
			if !taken {
				taken = true
				p.party(table, p.body(table, id), party)
			}
		}
		if !taken {
			left = append(left, party)
		}
	}
	p.keep("parties", left)
	return tenderers
}

func (p *process) party(table, id string, party object) {
	delete(party, "id")
	delete(party, "roles")
	c := p.localised(party, "name", "name", cells{})
	name := cmp.Or(c["name"], c["name_zh"], c["name_en"])
	if identifier := party.object("identifier"); identifier["scheme"] == strings.TrimSuffix(creditScheme, "-") {
		c["credit_code"] = identifier.text("id")
		delete(identifier, "scheme")
		if legal := identifier["legalName"]; legal == name || p.ours {
			delete(identifier, "legalName")
		}
	}
	if details, ok := party["details"]; ok && p.ours {
		party["publishedFields"] = details
		delete(party, "details")
		c = p.published(table, party, c)
	}
	p.named[table+":"+id] = true
	p.put(table, id, c, party)
}

// localised takes a text into a field, with its English and Chinese. A text that
// only repeats one of them says nothing more.
func (p *process) localised(o object, key, field string, c cells) cells {
	text, en, zh := o.text(key), o.text(key+"_en"), o.text(key+"_zh")
	if text == en || text == zh {
		text = ""
	}
	c[field], c[field+"_en"], c[field+"_zh"] = text, en, zh
	return c
}

// refer takes a reference to a party, which is a party even where the list of
// them leaves it out.
func (p *process) refer(table string, o object) string {
	id, name := o.text("id"), o.text("name")
	if id = p.body(table, cmp.Or(id, name)); id == "" {
		return ""
	}
	if !p.ours || !p.named[table+":"+id] { // ours is told with its languages there
		p.put(table, id, cells{"name": name}, nil)
	}
	return id
}

// priced is an amount with its currency, for tables without a column for it.
func priced(amount, currency string) string {
	if amount == "" || currency == "" {
		return amount
	}
	return currency + " " + amount
}

// methods are the standard's words for how a supplier is chosen, where they say
// as much as gongkai's.
var methods = map[string]model.Method{
	"open": model.MethodOpenTender, "selective": model.MethodInvitedTender, "direct": model.MethodDirect,
}
