package table_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"gongkai/internal/finding"
	"gongkai/internal/source"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// The tables of these tests: small, with a field of every kind.

type project struct {
	table.Record
	Title        value.Text               `csv:"title" zh:"项目名称" en:"Title" alias:"标题" weak:"公益项目名称|Award title"`
	Agency       table.Ref[agency]        `csv:"agency" zh:"购买主体" en:"Agency" alias:"采购单位" sub:"id=Funding Org:Identifier;name=Funding Org:Name"`
	Organization table.Refs[organization] `csv:"organization" zh:"承接主体" en:"Organization" alias:"承接单位|Vendor" weak:"申报单位|中标供应商" sub:"id=Recipient Org:Identifier;name=Recipient Org:Name;credit_code=统一社会信用代码;kind=组织类型"`
	State        state                    `csv:"state" zh:"状态" en:"State"`
	Decided      value.Date               `csv:"decided" zh:"立项日期" en:"Award date"`
	Start        value.Date               `csv:"start" zh:"开始日期" en:"Start"`
	Amount       value.Money              `csv:"amount_awarded" zh:"立项金额" en:"Amount awarded" alias:"合同金额|金额|Amount" weak:"资金"`
	Currency     value.Currency           `csv:"currency" zh:"货币" en:"Currency"`
	People       value.Count              `csv:"people" zh:"人数" en:"People"`
	Year         value.Count              `csv:"year" kind:"year" zh:"年度" en:"Year"`
	Share        value.Decimal            `csv:"share" kind:"share" zh:"比例" en:"Share"`
	Report       string                   `csv:"report" kind:"link" zh:"报告" en:"Report"`
	Point        string                   `csv:"point" kind:"point" zh:"地点" en:"Point"`
	Summary      value.Text               `csv:"summary" zh:"简介" en:"Summary"`
}

func (*project) Table() table.Info {
	return table.Info{Name: "projects", One: finding.Text{ZH: "项目", EN: "Project"}, Key: []string{"title", "organization", "agency", "decided|start"}}
}

type agency struct {
	table.Record
	Name   value.Text        `csv:"name" zh:"名称" en:"Name"`
	Parent table.Ref[agency] `csv:"parent" zh:"上级" en:"Parent"`
}

func (*agency) Table() table.Info { return table.Info{Name: "agencies", Key: []string{"name"}} }

type organization struct {
	table.Record
	Name       value.Text        `csv:"name" zh:"名称" en:"Name"`
	CreditCode string            `csv:"credit_code" kind:"credit_code" zh:"信用代码" en:"Credit code"`
	Kind       kind              `csv:"kind" zh:"类型" en:"Kind"`
	Registered value.Date        `csv:"registered" zh:"登记日期" en:"Registered"`
	Agency     table.Ref[agency] `csv:"agency" zh:"主管单位" en:"Agency"`
}

func (*organization) Table() table.Info {
	return table.Info{Name: "organizations", Key: []string{"name"}}
}

type document struct {
	table.Record
	Subject string     `csv:"subject" kind:"subject" zh:"对象" en:"Subject"`
	Title   value.Text `csv:"title" zh:"文件名称" en:"Title"`
}

func (*document) Table() table.Info {
	return table.Info{Name: "documents", Key: []string{"subject", "title"}}
}

type state = table.Code[stateList]

const (
	stateApproved state = iota + 1
	stateCompleted
)

type stateList struct{}

func (stateList) Enum() *table.Enum { return states }

var states = table.NewEnum([]table.EnumValue{
	stateApproved:  {Code: "approved", Title: finding.Text{ZH: "已立项", EN: "Approved"}, Aliases: []string{"立项"}},
	stateCompleted: {Code: "completed", Title: finding.Text{ZH: "已完成", EN: "Completed"}, Aliases: []string{"已结项", "closed"}},
})

type kind = table.Code[kindList]

const (
	kindFoundation kind = iota + 1
	kindCompany
)

type kindList struct{}

func (kindList) Enum() *table.Enum { return kinds }

var kinds = table.NewEnum([]table.EnumValue{
	kindFoundation: {Code: "foundation", Title: finding.Text{ZH: "基金会", EN: "Foundation"}},
	kindCompany:    {Code: "company", Title: finding.Text{ZH: "企业", EN: "Company"}},
})

// world is all tables, as the model's dataset is.
type world struct {
	Agencies      table.Of[agency]
	Organizations table.Of[organization]
	Projects      table.Of[project]
	Documents     table.Of[document]
}

func (w *world) tables() []table.Table {
	return []table.Table{&w.Agencies, &w.Organizations, &w.Projects, &w.Documents}
}

func (w *world) schemas() []*table.Schema {
	var all []*table.Schema
	for _, t := range w.tables() {
		all = append(all, t.Schema())
	}
	return all
}

var yuan, _ = value.ParseCurrency("CNY")

// read decodes and links files: "projects.csv", "projects/2.csv", "columns.yaml".
func read(files map[string][]byte, names []string) (*world, *finding.List) {
	var joins table.Early
	return readJoining(files, names, &joins)
}

// readJoining is read with what joins references early, nil for nothing.
func readJoining(files map[string][]byte, names []string, joins *table.Early) (*world, *finding.List) {
	w, l := &world{}, &finding.List{}
	mappings := map[string]*table.Mapping{}
	if raw, ok := files["columns.yaml"]; ok {
		if text, ok := source.Decode(table.MappingFile, raw, "", l); ok {
			mappings = table.ReadMappings(text, w.schemas(), l)
		}
	}
	tableOf := func(file string) string {
		base, _, _ := strings.Cut(file, "/")
		base, _, _ = strings.Cut(base, ".")
		return base
	}
	given := func(name string) bool {
		return slices.ContainsFunc(names, func(file string) bool { return tableOf(file) == name })
	}
	for _, t := range w.tables() {
		name := t.Schema().Info.Name
		o := table.Options{Headings: table.NewHeadings(t.Schema(), w.schemas()), Mapping: mappings[name], Currency: yuan, Given: given}
		if joins != nil {
			o.Read = joins.Find
		}
		for _, file := range names {
			if tableOf(file) != name {
				continue
			}
			text, ok := source.Decode("data/"+file, files[file], "", l)
			switch {
			case !ok:
				table.Broken(t)
			case strings.HasSuffix(file, ".yaml"):
				table.DecodeYAML(t, "data/"+file, text, o, l)
			default:
				table.DecodeCSV(t, "data/"+file, text, o, l)
			}
		}
		table.Finish(t, mappings[name], l)
		if joins != nil {
			joins.Read(t)
		}
	}
	table.Link(w.tables(), l)
	return w, l
}

// records prints every record with its place and what it holds.
func (w *world) records() string {
	var b strings.Builder
	for _, t := range w.tables() {
		for i := range t.Len() {
			e := t.At(i)
			fmt.Fprintf(&b, "%s %q", t.Schema().Info.Name, e.Rec().ID)
			if e.Rec().Made {
				b.WriteString(" made")
			}
			for _, f := range t.Schema().Fields {
				if f.Name == "id" {
					continue
				}
				if text, ok := f.Of(e).(*value.Text); ok {
					for _, lang := range text.Langs() {
						fmt.Fprintf(&b, " %s_%s=%q", f.Name, lang, text.Exact(lang))
					}
				}
				if text := f.Plain(e); text != "" {
					fmt.Fprintf(&b, " %s=%q", f.Name, text)
				}
				if m, ok := f.Of(e).(*value.Money); ok && !m.IsZero() {
					fmt.Fprintf(&b, " %s", m.Currency())
				}
			}
			for _, x := range e.Rec().More() {
				fmt.Fprintf(&b, " [%s]=%q", x.Heading, x.Value)
			}
			fmt.Fprintf(&b, " at %s\n", e.Rec().Origin)
		}
	}
	return b.String()
}

func report(l *finding.List) string {
	var b strings.Builder
	for _, f := range l.All() {
		fmt.Fprintf(&b, "%s:%d:%d %s %s %s %q\n\t%s\n", f.Pos.File, f.Pos.Line, f.Pos.Col, f.Severity, f.Rule.ID, f.Field, f.Value, f.Message.EN)
		if f.Hint.EN != "" {
			fmt.Fprintf(&b, "\t(%s)\n", f.Hint.EN)
		}
	}
	return b.String()
}

// publish prints the tables that have records, as a site's downloads.
func (w *world) publish() map[string][]byte {
	files := map[string][]byte{}
	for _, t := range w.tables() {
		if t.Len() == 0 && !t.Given() {
			continue
		}
		var b bytes.Buffer
		if err := table.WriteCSV(&b, t, yuan); err != nil {
			panic(err) // a buffer takes everything
		}
		files[t.Schema().Info.Name+".csv"] = b.Bytes()
	}
	return files
}

func names(files map[string][]byte) []string {
	var all []string
	for name := range files {
		if name != "columns.yaml" {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}
