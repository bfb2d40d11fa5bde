package export

import (
	"encoding/json"
	"io"

	"gongkai/internal/finding"
	"gongkai/internal/model"
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// The 360Giving Data Standard: awards and subsidies as grants.
// https://standard.threesixtygiving.org/
type (
	grant struct {
		ID          string         `json:"id"`
		Title       string         `json:"title"`
		Description string         `json:"description"`
		Currency    string         `json:"currency"`
		Applied     json.Number    `json:"amountAppliedFor,omitempty"`
		Awarded     json.Number    `json:"amountAwarded"`
		Disbursed   json.Number    `json:"amountDisbursed,omitempty"`
		Date        string         `json:"awardDate"`
		URL         string         `json:"url,omitempty"`
		Planned     []grantPeriod  `json:"plannedDates,omitempty"`
		Recipient   []grantOrg     `json:"recipientOrganization"`
		Funding     []grantOrg     `json:"fundingOrganization"`
		Programme   []grantProgram `json:"grantProgramme,omitempty"`
		Fields      ocdsFields     `json:"publishedFields,omitempty"`
	}
	grantPeriod struct {
		Start string `json:"startDate,omitempty"`
		End   string `json:"endDate,omitempty"`
	}
	grantOrg struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
	grantProgram struct {
		Code  string `json:"code"`
		Title string `json:"title"`
	}
)

// grants is the file of all awards and subsidies that have what the standard
// requires; how many have not is said. They are looked at twice, to be counted and
// to be written, since all together they would take more memory than their rows.
func grants(d *model.Dataset, tables []*whole, _ []*Download) []*Download {
	o := newOCDS(d, tables)
	rows, left := 0, 0
	for _, p := range d.Projects.Rows {
		if isGrant(p) {
			rows++
		} else if p.Awarded() {
			left++
		}
	}
	for _, s := range d.Subsidies.Rows {
		if isSubsidyGrant(s) {
			rows++
		} else {
			left++
		}
	}
	if rows == 0 {
		return nil
	}
	var note finding.Text
	if left > 0 {
		note = finding.Textf("另有 %d 条缺少标准要求的金额、日期或双方名称，未列入", "%d more lack the amount, the day or a party that the standard requires", left)
	}
	return []*Download{{Path: "data/360giving.json", MediaType: "application/json", Rows: rows, Note: note, print: o.writeGrants}}
}

// writeGrants prints grant after grant.
func (o *OCDS) writeGrants(w io.Writer) error {
	out := encoder{b: []byte(`{"grants":[`)}
	first := true
	add := func(g grant) error {
		if !first {
			out.b = append(out.b, ',')
		}
		first = false
		text, err := json.Marshal(g)
		if err != nil {
			return err
		}
		out.b = append(append(out.b, '\n'), text...)
		return out.flush(w, flushAt)
	}
	for _, p := range o.d.Projects.Rows {
		if isGrant(p) {
			if err := add(o.projectGrant(p)); err != nil {
				return err
			}
		}
	}
	for _, s := range o.d.Subsidies.Rows {
		if isSubsidyGrant(s) {
			if err := add(o.subsidyGrant(s)); err != nil {
				return err
			}
		}
	}
	out.b = append(out.b, "\n]}\n"...)
	return out.flush(w, 0)
}

// grantID is a grant's identifier, behind the publisher's prefix where one is
// registered: that makes it one among all grants. One that others gave it, as in
// grants that were imported, stays.
func (o *OCDS) grantID(table, id string) string {
	if model.IsGrantID(id) {
		return id
	}
	if o.d.Config.GrantPrefix != "" {
		return o.d.Config.GrantPrefix + "-" + table + "-" + id
	}
	return table + "-" + id
}

// leftOfGrant are the fields that were not said, but for references, as the
// standard names organizations by other ids.
func (o *OCDS) leftOfGrant(amount value.Money, e table.Entity, done said) ocdsFields {
	for _, f := range o.tables[e.Table().Name].Schema().Fields {
		if f.Kind == table.KindRef {
			done.add(f.Name)
		}
	}
	return o.leftBeside(amount, e, done)
}

// funder is who pays for a project: its agency, else its programme's.
func funder(p *model.Project) *model.Agency {
	if p.Agency.To == nil && p.Programme.To != nil {
		return p.Programme.To.Agency.To
	}
	return p.Agency.To
}

// isGrant reports an awarded project that has what the standard requires.
func isGrant(p *model.Project) bool {
	return p.Awarded() && model.IsDay(p.Decided) && !p.AmountAwarded.IsZero() && p.AmountAwarded.Currency() != 0 &&
		funder(p) != nil && p.LeadOrganization() != nil
}

func (o *OCDS) projectGrant(p *model.Project) grant {
	d, agency := o.d, funder(p)
	g := grant{
		ID: o.grantID("projects", p.ID), Title: titled(o.text(p.Title), p), Description: titled(o.text(p.Summary), p),
		Currency: p.AmountAwarded.Currency().String(), Awarded: json.Number(p.AmountAwarded.Plain()), Date: day(p.Decided),
		URL: pageURL(d, p), Funding: []grantOrg{{orgID(agency.CreditCode, agency.ID), titled(o.text(agency.Name), agency)}},
	}
	done := said{"amount_awarded", "currency", "decided"}
	if p.AmountPaid.IsZero() || p.AmountPaid.Currency() == p.AmountAwarded.Currency() {
		done.add("amount_paid")
	}
	if p.AmountRequested.Currency() == p.AmountAwarded.Currency() {
		g.Applied = json.Number(p.AmountRequested.Plain())
		done.add("amount_requested")
	}
	if paid := p.PaidTotal().In(p.AmountAwarded.Currency()); !paid.IsZero() {
		g.Disbursed = json.Number(paid.Plain())
	}
	if done.period("start", "end", p.Start, p.End, o.days) != nil {
		g.Planned = []grantPeriod{{day(p.Start), day(p.End)}}
	}
	lead := p.LeadOrganization()
	g.Recipient = []grantOrg{{orgID(lead.CreditCode, lead.ID), titled(o.text(lead.Name), lead)}}
	if f := p.Programme.To; f != nil {
		g.Programme = []grantProgram{{f.ID, titled(o.text(f.Title), f)}}
	}
	for field, text := range map[string]value.Text{"title": p.Title, "summary": p.Summary} {
		if len(text.Langs()) == 0 {
			done.add(field)
		}
	}
	g.Fields = o.leftOfGrant(p.AmountAwarded, p, done)
	return g
}

// isSubsidyGrant reports a subsidy that has what the standard requires.
func isSubsidyGrant(s *model.Subsidy) bool {
	return model.IsDay(s.Date) && !s.Amount.IsZero() && s.Amount.Currency() != 0 && s.Organization.To != nil && s.Agency.To != nil
}

func (o *OCDS) subsidyGrant(s *model.Subsidy) grant {
	d, to, from := o.d, s.Organization.To, s.Agency.To
	label := s.Label(d.Config.Languages[0])
	return grant{
		ID: o.grantID("subsidies", s.ID), Title: titled(label, s), Description: titled(label, s),
		Currency: s.Amount.Currency().String(), Awarded: json.Number(s.Amount.Plain()), Date: day(s.Date), URL: pageURL(d, s),
		Recipient: []grantOrg{{orgID(to.CreditCode, to.ID), titled(o.text(to.Name), to)}},
		Funding:   []grantOrg{{orgID(from.CreditCode, from.ID), titled(o.text(from.Name), from)}},
		Fields:    o.leftOfGrant(s.Amount, s, said{"amount", "currency", "date"}),
	}
}

// day is the day of a date; "" for what is no day.
func day(d value.Date) string {
	if d.Precision() < value.Day {
		return ""
	}
	return d.Calendar().String()
}

// titled is a text, or the record's id where it has none.
func titled(text string, e table.Entity) string {
	if text == "" {
		return e.Rec().ID
	}
	return text
}

// orgID is an organization's identifier as org-id.guide forms it.
func orgID(code, id string) string {
	if code != "" {
		return creditScheme + "-" + code
	}
	return id
}

// pageURL is a record's page, "" for a site that does not know its address.
func pageURL(d *model.Dataset, e table.Entity) string {
	if d.Config.BaseURL == "" {
		return ""
	}
	return d.Config.BaseURL + model.Path(e) + ".html"
}
