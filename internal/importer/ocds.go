package importer

import (
	"cmp"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"

	"gongkai/internal/model"
)

// gathered are the releases of all files of a batch, by process: publishers cut
// theirs by month or by size. Only where they stand is kept, until each process is
// read.
type gathered struct {
	places map[string][][]byte // of each ocid, in the files' text
	order  []string
	files  []string

	unnamed, links, merged int
}

// releases takes the releases of a document of the Open Contracting Data Standard
// 1.1: a package of releases or of records, or a list of either. A process with
// several releases is read as they add up.
// https://standard.open-contracting.org/1.1/en/schema/
func (b *Batch) releases(text []byte) error {
	if b.ocds == nil {
		b.ocds = &gathered{places: map[string][][]byte{}}
	}
	g := b.ocds
	before := len(g.order) + g.merged + g.links
	g.files = append(g.files, b.file)
	g.document(text)
	switch {
	case len(g.order)+g.merged+g.links > before:
		return nil
	case keys(text) != "":
		return failf("%q 中没有带 ocid 的 OCDS 发布或记录；它有 %s", "%q has no release and no record of OCDS with an ocid; it has %s", b.file, keys(text))
	}
	return failf("%q 中没有带 ocid 的 OCDS 发布或记录", "%q has no release and no record of OCDS with an ocid", b.file)
}

// document finds the releases of a document: of a record its compiled release,
// else all of its releases.
func (g *gathered) document(text []byte) {
	if isList(text) {
		elements(text, g.document)
		return
	}
	if !isObject(text) {
		return
	}
	parts := map[string][]byte{}
	members(text, func(key string, v []byte) {
		switch key {
		case "records", "releases", "ocid", "compiledRelease", "url":
			parts[key] = v
		}
	})
	switch {
	case isList(parts["records"]):
		elements(parts["records"], g.document)
	case isObject(parts["compiledRelease"]):
		g.add(parts["compiledRelease"])
	case isList(parts["releases"]):
		elements(parts["releases"], g.document)
	case parts["ocid"] == nil && parts["url"] != nil:
		g.links++
	default:
		g.add(text)
	}
}

func (g *gathered) add(release []byte) {
	id := ""
	members(release, func(key string, v []byte) {
		if key == "ocid" && json.Unmarshal(v, &id) != nil {
			id = ""
		}
	})
	switch {
	case id == "":
		g.unnamed++
		return
	case g.places[id] == nil:
		g.order = append(g.order, id)
	default:
		g.merged++
	}
	g.places[id] = append(g.places[id], release)
}

// processes reads what was gathered.
func (b *Batch) processes(g *gathered) error {
	b.file = strings.Join(g.files, ", ")
	r := newRecords(b, string(OCDS))
	for _, id := range g.order {
		var all []object
		for _, text := range g.places[id] {
			v, err := decode(text)
			if err != nil {
				return err
			}
			if o, ok := v.(map[string]any); ok {
				all = append(all, o)
			}
		}
		newProcess(r, compile(all)).read()
	}
	if g.unnamed > 0 {
		b.warn("releases", "%d 项没有 ocid，没有导入", "%d releases have no ocid and were left out", g.unnamed)
	}
	if g.links > 0 {
		b.warn("records", "%d 项发布只有网址，没有内容，没有导入：下载它们一起导入", "%d releases are only addresses and were left out: download them and import them too", g.links)
	}
	if g.merged > 0 {
		b.info("releases", "%d 项发布属于前面已有的过程，按日期先后合并", "%d releases are of a process that had one before and were merged by date", g.merged)
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
	call string // of a process of gongkai's that is no more than a call

	named map[string]bool // parties, by table and id
}

// publisherPrefix is the part of an ocid that names who publishes.
var publisherPrefix = regexp.MustCompile(`^ocds-[a-z0-9]{6}-`)

func newProcess(r *records, o object) *process {
	p := &process{object: o, records: r, ocid: o.text("ocid"), named: map[string]bool{}}
	p.id = p.ocid
	if service, ok := o["publicService"].(map[string]any); ok {
		p.ours = true
		p.call = object(service).text("call")
		p.id = cmp.Or(object(service).text("id"), publisherPrefix.ReplaceAllString(p.ocid, ""))
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
