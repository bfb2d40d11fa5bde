package site

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strconv"
	"strings"

	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// The figures that the page of comparisons loads are kept in files of about
// fifty records each: compare/TABLE/N.json is an object of records by the last
// segment of their pages' paths. N is the segment's 32-bit FNV-1a hash, modulo
// the number of files, a power of two that the page names; so one small file
// holds a record among any number of them, and no list of all is needed.

// perShard is how many records a file holds on average, at most.
const perShard = 64

// shardsOf is the number of files for so many records.
func shardsOf(records int) int {
	n := 1
	for n*perShard < records {
		n *= 2
	}
	return n
}

func shardOf(segment string, shards int) int {
	h := fnv.New32a()
	_, _ = io.WriteString(h, segment) // a hash takes all
	return int(h.Sum32() % uint32(shards))
}

// CompareFile is a file of figures beside the page of comparisons.
type CompareFile struct {
	Path    string // "compare/organizations/3.json"
	plan    *Plan
	records []int32
}

// CompareFiles lists the files that the page of comparisons loads.
func (p *Plan) CompareFiles() []CompareFile {
	var files []CompareFile
	for _, name := range compareTables() {
		if !p.index.comparable(name) {
			continue
		}
		t := p.index.tables[p.index.byName[name]]
		n := shardsOf(t.Len())
		of := make([]CompareFile, n)
		for i := range of {
			of[i] = CompareFile{Path: "compare/" + name + "/" + strconv.Itoa(i) + ".json", plan: p}
		}
		for i := range t.Len() {
			shard := shardOf(segmentOf(p.index.path(t.At(i))), n)
			of[shard].records = append(of[shard].records, t.At(i).Rec().Num)
		}
		files = append(files, of...)
	}
	return files
}

// segmentOf is the last part of a record's path.
func segmentOf(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// Write prints the file.
func (f CompareFile) Write(w io.Writer) error {
	records := make(map[string]compared, len(f.records))
	for _, n := range f.records {
		e := f.plan.index.record(n)
		records[segmentOf(f.plan.index.path(e))] = f.plan.compared(e)
	}
	enc := json.NewEncoder(w)
	if err := enc.Encode(records); err != nil { // members are sorted
		return fmt.Errorf("writing %s: %w", f.Path, err)
	}
	return nil
}

// compared is a record as the page of comparisons reads it. Amounts are plain
// decimals by currency; what is missing is left out.
type compared struct {
	Name          map[string]string `json:"name"` // by language
	Kind          string            `json:"kind,omitempty"`
	Registered    string            `json:"registered,omitempty"`
	Status        string            `json:"status,omitempty"`
	Grade         string            `json:"grade,omitempty"`
	Expired       bool              `json:"expired,omitempty"`
	Projects      int               `json:"projects"`
	Awarded       int               `json:"awarded"`
	Rate          []int             `json:"rate,omitempty"` // awarded, decided
	Organizations int               `json:"organizations,omitempty"`
	Award         amounts           `json:"award,omitempty"`
	Contracted    amounts           `json:"contracted,omitempty"`
	Paid          amounts           `json:"paid,omitempty"`
	Social        amounts           `json:"social,omitempty"`
	Served        *int64            `json:"served,omitempty"`
	Person        amounts           `json:"person,omitempty"` // awarded per person served
	PersonOf      int               `json:"person_of,omitempty"`
	Performance   []string          `json:"performance,omitempty"` // average, number of scores
	FollowUp      []string          `json:"follow_up,omitempty"`
	Honours       int               `json:"honours"`
	Years         []part            `json:"years,omitempty"`
	Areas         []part            `json:"areas,omitempty"`
}

// amounts are plain decimals by the code of their currency.
type amounts map[string]string

// part is what a year or an area has of a record's awards.
type part struct {
	Of    string            `json:"of"` // "2010", or the last segment of the area's path
	Name  map[string]string `json:"name,omitempty"`
	Award amounts           `json:"award"`
}

func amountsOf(t value.Totals) amounts {
	out := amounts{}
	for _, m := range t.All() {
		out[m.Currency().String()] = m.Plain()
	}
	return out
}

func meanOf(m value.Mean) []string {
	if m.N == 0 {
		return nil
	}
	return []string{m.Decimal().String(), strconv.Itoa(m.N)}
}

// compared works out a record's figures.
func (p *Plan) compared(e table.Entity) compared {
	projects := model.ProjectsOf(e)
	f := p.index.figuresOf(e, projects)
	v := compared{
		Name: p.names(e), Projects: f.projects, Awarded: f.awarded, Honours: f.honours,
		Award: amountsOf(f.award), Contracted: amountsOf(f.contracted), Paid: amountsOf(f.paid), Social: amountsOf(f.raised),
		Performance: meanOf(f.scores[model.EvaluationPerformance]), FollowUp: meanOf(f.scores[model.EvaluationFollowUp]),
	}
	if f.rate.decided > 0 {
		v.Rate = []int{f.rate.awarded, f.rate.decided}
	}
	if n := f.people.Int(); !f.people.IsZero() {
		v.Served = &n
	}
	if m := f.perPerson(); !m.IsZero() {
		v.Person, v.PersonOf = amounts{m.Currency().String(): m.Plain()}, f.costRows
	}
	v.Years = yearParts(projects)
	if _, ok := e.(*model.Area); !ok {
		v.Areas = p.areaParts(projects)
	}
	if o, ok := e.(*model.Organization); ok {
		v.Kind, v.Status, v.Grade, v.Registered = o.Kind.String(), o.Status.String(), o.Grade.String(), o.Registered.String()
		v.Expired = gradeExpired(o, p.Data)
	} else {
		v.Organizations = f.organizations
	}
	return v
}

// names are a record's names in the site's languages, one where all are alike.
func (p *Plan) names(e table.Entity) map[string]string {
	s := p.index.table(e).Schema()
	langs := p.Data.Config.Languages
	names := map[string]string{langs[0]: value.Visible(s.Label(e, langs[0]))}
	for _, lang := range langs[1:] {
		if name := value.Visible(s.Label(e, lang)); name != names[langs[0]] {
			names[lang] = name
		}
	}
	return names
}

func yearParts(projects []*model.Project) []part {
	byYear := map[int]*value.Totals{}
	var years []int
	for _, p := range projects {
		y := p.CalendarYear()
		if y == 0 || !p.Awarded() {
			continue
		}
		if byYear[y] == nil {
			byYear[y] = &value.Totals{}
			years = append(years, y)
		}
		byYear[y].Add(p.AmountAwarded)
	}
	slices.Sort(years)
	var parts []part
	for _, y := range years {
		parts = append(parts, part{Of: strconv.Itoa(y), Award: amountsOf(*byYear[y])})
	}
	return parts
}

func (p *Plan) areaParts(projects []*model.Project) []part {
	awarded := slices.DeleteFunc(slices.Clone(projects), func(p *model.Project) bool { return !p.Awarded() })
	var parts []part
	for _, r := range rank(awarded, areaOf) {
		parts = append(parts, part{Of: segmentOf(p.index.path(r.e)), Name: p.names(r.e), Award: amountsOf(r.award)})
	}
	return parts
}
