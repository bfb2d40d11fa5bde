package export

import "encoding/json"

// creditScheme is org-id.guide's code of the unified social credit codes.
const creditScheme = "CN-USCI"

// The parts of the standard that a purchase of services has. Their names and
// meanings are the standard's.
type (
	ocdsPackage struct {
		URI        string        `json:"uri"`
		Version    string        `json:"version"`
		Extensions []string      `json:"extensions"`
		Published  string        `json:"publishedDate"`
		Publisher  ocdsPublisher `json:"publisher"`
		License    string        `json:"license,omitempty"`
	}
	ocdsPublisher struct {
		Name   string `json:"name"`
		Scheme string `json:"scheme,omitempty"`
		UID    string `json:"uid,omitempty"`
		URI    string `json:"uri,omitempty"`
	}
	ocdsRelease struct {
		OCID       string         `json:"ocid"`
		ID         string         `json:"id"`
		Date       string         `json:"date"`
		Tag        []string       `json:"tag"`
		Initiation string         `json:"initiationType"`
		Language   string         `json:"language"`
		Parties    []ocdsParty    `json:"parties,omitempty"`
		Buyer      *ocdsRef       `json:"buyer,omitempty"`
		Planning   *ocdsPlanning  `json:"planning,omitempty"`
		Tender     *ocdsTender    `json:"tender,omitempty"`
		Awards     []ocdsAward    `json:"awards,omitempty"`
		Contracts  []ocdsContract `json:"contracts,omitempty"`
		Service    ocdsService    `json:"publicService"`
	}
	ocdsParty struct {
		ID   string `json:"id"`
		Name string `json:"name"`
		ocdsNames
		Identifier *ocdsIdentifier `json:"identifier,omitempty"`
		Roles      []string        `json:"roles"`
		Details    ocdsFields      `json:"details,omitempty"`
	}
	ocdsIdentifier struct {
		Scheme    string `json:"scheme"`
		ID        string `json:"id"`
		LegalName string `json:"legalName,omitempty"`
	}
	ocdsRef struct {
		ID   string `json:"id"`
		Name string `json:"name,omitempty"`
	}
	ocdsValue struct {
		Amount   json.Number `json:"amount"`
		Currency string      `json:"currency,omitempty"`
	}
	ocdsPeriod struct {
		Start string `json:"startDate,omitempty"`
		End   string `json:"endDate,omitempty"`
	}
	ocdsPlanning struct {
		Budget  ocdsBudget   `json:"budget"`
		Budgets []ocdsRecord `json:"publishedBudgets,omitempty"`
		Fields  ocdsFields   `json:"publishedFields,omitempty"` // of the programme
	}
	ocdsBudget struct {
		ID        string     `json:"id,omitempty"`
		Project   string     `json:"project,omitempty"`
		ProjectID string     `json:"projectID,omitempty"`
		Amount    *ocdsValue `json:"amount,omitempty"`
	}
	ocdsTender struct {
		ID    string `json:"id"`
		Title string `json:"title,omitempty"`
		ocdsTitles
		Description string `json:"description,omitempty"`
		ocdsDescriptions
		Status    string      `json:"status,omitempty"`
		Method    string      `json:"procurementMethod,omitempty"`
		Details   string      `json:"procurementMethodDetails,omitempty"`
		Category  string      `json:"mainProcurementCategory"`
		Value     *ocdsValue  `json:"value,omitempty"`
		Period    *ocdsPeriod `json:"tenderPeriod,omitempty"`
		Tenderers *int64      `json:"numberOfTenderers,omitempty"`
		Entity    *ocdsRef    `json:"procuringEntity,omitempty"`
		Fields    ocdsFields  `json:"publishedFields,omitempty"`
	}
	ocdsAward struct {
		ID    string `json:"id"`
		Title string `json:"title,omitempty"`
		ocdsTitles
		Description string `json:"description,omitempty"`
		ocdsDescriptions
		Status    string      `json:"status"`
		Date      string      `json:"date,omitempty"`
		Value     *ocdsValue  `json:"value,omitempty"`
		Suppliers []ocdsRef   `json:"suppliers,omitempty"`
		Period    *ocdsPeriod `json:"contractPeriod,omitempty"`
	}
	ocdsContract struct {
		ID          string `json:"id"`
		AwardID     string `json:"awardID"`
		Title       string `json:"title,omitempty"`
		Description string `json:"description,omitempty"`
		ocdsDescriptions
		Status         string              `json:"status,omitempty"`
		Period         *ocdsPeriod         `json:"period,omitempty"`
		Value          *ocdsValue          `json:"value,omitempty"`
		Signed         string              `json:"dateSigned,omitempty"`
		Implementation *ocdsImplementation `json:"implementation,omitempty"`
		Fields         ocdsFields          `json:"publishedFields,omitempty"`
	}
	ocdsImplementation struct {
		Transactions []ocdsTransaction `json:"transactions,omitempty"`
		Milestones   []ocdsMilestone   `json:"milestones,omitempty"`
	}
	ocdsTransaction struct {
		ID     string     `json:"id"`
		Date   string     `json:"date,omitempty"`
		Value  *ocdsValue `json:"value,omitempty"`
		Payer  *ocdsRef   `json:"payer,omitempty"`
		Payee  *ocdsRef   `json:"payee,omitempty"`
		Fields ocdsFields `json:"publishedFields,omitempty"`
	}
	ocdsMilestone struct {
		ID          string `json:"id"`
		Title       string `json:"title"`
		Type        string `json:"type"`
		Description string `json:"description,omitempty"`
		Met         string `json:"dateMet,omitempty"`
		Status      string `json:"status"`
	}
	// ocdsService is the site's own extension: what a purchase of services is
	// judged by.
	ocdsService struct {
		ID            string           `json:"id,omitempty"`   // where the ocid is the project's own
		Call          string           `json:"call,omitempty"` // of a process without a project
		State         string           `json:"state,omitempty"`
		Year          string           `json:"year,omitempty"`
		Area          string           `json:"area,omitempty"`
		District      string           `json:"district,omitempty"`
		Applied       string           `json:"dateApplied,omitempty"`
		Requested     *ocdsValue       `json:"valueRequested,omitempty"`
		PeoplePlanned *int64           `json:"peoplePlanned,omitempty"`
		PeopleServed  *int64           `json:"peopleServed,omitempty"`
		Volunteers    *int64           `json:"volunteers,omitempty"`
		Evaluations   []ocdsEvaluation `json:"evaluations,omitempty"`
		Honours       []ocdsHonour     `json:"honours,omitempty"`
		Demonstration bool             `json:"demonstration,omitempty"`
		Fields        ocdsFields       `json:"publishedFields,omitempty"`
	}
	ocdsEvaluation struct {
		ID           string      `json:"id"`
		Kind         string      `json:"kind,omitempty"`
		By           string      `json:"by,omitempty"`
		Date         string      `json:"date,omitempty"`
		Score        json.Number `json:"score,omitempty"`
		Grade        string      `json:"grade,omitempty"`
		Satisfaction json.Number `json:"satisfaction,omitempty"`
		Transactions []string    `json:"transactions,omitempty"`
		Fields       ocdsFields  `json:"publishedFields,omitempty"`
	}
	ocdsHonour struct {
		ID     string     `json:"id"`
		Title  string     `json:"title,omitempty"`
		Date   string     `json:"date,omitempty"`
		Fields ocdsFields `json:"publishedFields,omitempty"`
	}
	// ocdsRecord is a row for which the standard has no place.
	ocdsRecord struct {
		ID     string     `json:"id"`
		Fields ocdsFields `json:"publishedFields,omitempty"`
	}
)
