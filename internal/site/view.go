package site

// The views are what layouts receive, one struct per layout. Their fields are
// a promise to site owners: fields are added, never renamed. Texts are ready
// to print, links are relative to the page.

// Frame is the part that every page has.
type Frame struct {
	Lang        string // "zh" or "en"
	Title       string // of the page
	SiteTitle   string
	Description string // one or two sentences for search engines
	Path        string // the page's path below its language's root: "projects/P001.html"
	Home        string // link to the language's home page
	Up          string // from the page to its language's root: "", "../", "../../"
	Root        string // from the page to the site's root, for style sheets and downloads
	Canonical   string // absolute address, "" without a base_url
	Feed        string // link to the site's Atom feed, "" where it has none
	Base        string // absolute address of the site's root, "" without a base_url
	Alternates  []Alternate
	Nav         []Link
	Crumbs      []Link // from home to the page's parent
	Foot        Foot
	Key         string // pages with the same key have the same navigation and foot
	Demo        bool   // generated records are on the site: show the banner
	Layout      string
	About       []Thing // what the page is about, for programs; empty for a page that schema.org has no word for
}

// PartKey is Key, for layouts that render navigation and foot once for many pages.
func (f Frame) PartKey() string { return f.Key }

// Alternate is the same page in another language.
type Alternate struct {
	Lang  string
	Label string // the language's own name
	Href  string // relative
	URL   string // absolute where there is a base_url, else relative
	Self  bool
}

// Link is a text that leads somewhere; Href may be empty.
type Link struct {
	Text    string
	Lang    string // of the text where it is not the page's, else ""
	Href    string
	Current bool
}

// Foot is what stands below every page.
type Foot struct {
	Publisher string
	Website   string
	Email     string
	Licence   string
	AsOf      string // date of the data, "" where unknown
	Links     []Link
}

// Fact is one line of a record's facts: what it is and its values.
type Fact struct {
	Label  string
	About  string // what the field means, for a title or a glossary; may be empty
	Values []Link // several organizations, a link, a plain text; empty means not published
	Source Place
	Field  string // the column's name, "" for one that no field claims

	LabelLang string // of the label where it is not the page's, else ""
}

// Place is where a value stands in the publisher's files.
type Place struct {
	Text string // "data/projects.csv:14:5"
	Href string // to the repository at that line; "" where none is set
}

// Amount is one figure of money or people with a label.
type Amount struct {
	Label string
	Value string // "150万元"; "" means not published
	Full  string // all digits: "CNY 1,500,000.00"
	Note  string // such as "declared", "sum of 3 payments"; may be empty
	Href  string // to where the figure stands with its source; "" for none
}

// Chip is a short mark with a meaning for styling.
type Chip struct {
	Text string
	Kind string // "good", "busy", "bad", "quiet": how it may be coloured
}

// Table is a plain table.
type Table struct {
	ID      string // anchor
	Caption string
	Heads   []Head
	Rows    [][]Cell
	Foot    []Cell // totals; may be empty
	Note    string // below the table
	More    Link   // to the whole list
}

// Head is a column's heading.
type Head struct {
	Text    string
	Numeric bool
}

// Cell is one cell of a Table.
type Cell struct {
	Text    string
	Lang    string // of the text where it is not the page's
	Href    string
	Chip    string // kind of chip, "" for plain text
	Numeric bool
	Missing bool   // show "not published"
	ID      string // anchor of a row's first cell; may be empty
}

// Step is one step of the chain from budget to honours.
type Step struct {
	Name      string
	Published bool
	Items     []StepItem
	Waiting   string // why nothing can be there: "not due yet"; "" where the step is due
}

// StepItem is what happened in a step.
type StepItem struct {
	Date string // "" where not given
	Text string
	Lang string
	Href string
	Late bool   // it came after its due order
	Why  string // in words: "signed 12 days before the award"
}

// Declared sets a published figure beside the sum of the rows.
type Declared struct {
	Subject Link
	Year    string
	Measure string
	Value   string // as published
	Rows    string // the same from the site's rows; "" where rows cannot tell
	Agrees  bool   // both say the same
	Quote   string
	Note    string
	Source  string
	Place   Place

	// The languages of these texts where they are not the page's, else "".
	QuoteLang, NoteLang, SourceLang string
}

// Pager leads through the pages of a list.
type Pager struct {
	Page, Pages int
	Total       int
	From, To    int
	Range, Of   string // From to To, and Total, as a reader reads them
	Prev, Next  string // links; "" at the ends
	Numbers     []Link // an empty Href and text "…" is a gap
	Sorts       []Link // the list in other orders
}

// Record is what every record's page has.
type Record struct {
	Frame
	Kind      string // what it is: 项目, Project
	Name      string
	NameLang  string // where the name is in another language than the page
	ID        string
	Other     []Link // the name in other languages
	Generated bool   // a demonstration record
	Made      bool   // made from what other tables say
	Facts     []Fact // the table's fields that have a value
	More      []Fact // columns that no field claims
	Source    Place
	JSON      string  // link to the record as JSON
	Downloads []Link  // the projects that the page lists, as files; only on its first page
	Tables    []Table // records that refer to this one
	Declared  []Declared
	Documents []Link
	Notes     []Link // policies and stories about the record

	Compare     Link   // to the page that sets it beside others; may be empty
	Lead        []Link // what the record says in one or two sentences, in parts
	Context     []Fact // where it stands in the chain
	History     []Change
	FileHistory string // link to the history of the record's file; "" where unknown
	Cite        []Link // a citation of the page, in parts
	Report      string // link by which a reader reports an error; "" for none
}

// Change is one correction of the record or of what belongs to it.
type Change struct {
	Link    // the correction's own record; the text is what was wrong
	Date    string
	About   Link // the record that was corrected where it is another one
	Why     string
	WhyLang string // of Why where it is not the page's
}

// Project is a project's page.
type Project struct {
	Record
	Sentence                         string // who paid whom how much for what
	State                            Chip
	Parties                          []Fact
	Money                            []Amount
	People                           []Amount
	Chain                            []Step
	Summary                          string
	SummaryLang                      string
	Target                           string
	Contracts, Payments, Evaluations Table
	Duties                           []Fact // contract duties and requirements

	Key         []Amount // the figures of the first screen, beside Lead
	ChartMoney  Chart    // the amounts of Money
	MoneyNotes  []string // what differs between the amounts, in words
	Reviews     []Review // the evaluations
	ReviewNote  string   // what is missing of them or how they and the payments agree
	PaymentNote string   // payments that name no evaluation
	Terms       []Terms
	Policies    []Basis
	Similar     Table
}

// Review is one evaluation with what rests on it.
type Review struct {
	Link         // its name and record
	Date         string
	By, ByLang   string
	Score        string
	Grade        Chip
	Satisfaction string
	Findings     Link
	Report       Link
	Payments     []Link // that rest on it
}

// Terms are what the sides of one or more contracts owe; a text that is not
// published is empty.
type Terms struct {
	Contracts                         []Link
	Purchaser, Provider, Requirements Link
	Source                            Place
}

// Basis is a policy or story and what leads to it: the project itself, its
// programme, its agency.
type Basis struct {
	Link
	Why string
}

// Organization is an organization's page.
type Organization struct {
	Record
	Sentence    string // what it is, what was bought from it and how it was judged
	Identity    []Fact
	Status      Chip
	Headline    []Amount
	Results     []Amount // applications, scores and dates beside those of others
	ResultsNote string   // what they rest on
	Track       Table    // by year: applications, awards, money, evaluations, honours
	Agencies    Table    // who bought, since when, and which share of their spending
	Partners    Table    // of joint projects
	Evaluations Table
	Projects    Table
	Pager       Pager

	ChartYears, ChartAreas, ChartEvaluations Chart
}

// Data is the page of downloads and the dictionary.
type Data struct {
	Frame
	Files      []Download
	Dictionary []Dictionary
	Licence    string

	LicenceHref string // its text; "" where the licence is not known

	Summary   []Amount       // tables, rows, the day of the data
	Bundles   []Download     // files that hold every table
	Tables    []DataTable    // each with its files
	Standards []DataStandard // totals, and the same data in open standards
	Parts     []DataPart     // downloads that every record or group has
	Cite      string         // how to name the data as a source
	Snippets  []Snippet      // programs that read it
	Limits    []DataLimit    // what is known to be doubtful in it

	Conventions []string // how cells are written
	Unmade      string   // that sizes are not known yet, in a preview
}

// DataStandard is a format of totals or of a standard, with its files.
type DataStandard struct {
	Title, About string
	Files        []Download
}

// DataTable is a table with the files that hold it.
type DataTable struct {
	Title, About, Name string
	Rows, Period       string
	Files              []Download
	Dictionary         string // link to its columns
}

// DataPart is a kind of download that every record of some tables has.
type DataPart struct {
	Title, About, Pattern string
	Example               Link
}

// Snippet is a few lines of a program that reads the data.
type Snippet struct{ Title, Code string }

// DataLimit is a kind of finding, how often it was made and where to read more.
type DataLimit struct {
	Title, Count, Why, Href string
}

// Download is one file that can be downloaded.
type Download struct {
	Title, About, Href, Name, Format string
	Rows, Bytes                      string
	SHA256                           string
	Note                             string // what has to be said of it, such as that it is a part
}

// Dictionary describes one table's columns.
type Dictionary struct {
	Name, Title, About string
	Rows               string
	Columns            []Column
}

// Column is one column of a table.
type Column struct {
	Name, Title, About, Type string
	Target                   Link   // of a reference
	Codes                    []Code // of a code
	Filled                   string // share of rows that have a value
	Example                  string
}

// Code is one value of a closed list.
type Code struct{ Code, Title string }

// Quality is the page of findings that are not errors.
type Quality struct {
	Frame
	Checks  string // link to the catalogue of checks; "" where there is none
	Kinds   Table  // how many there are of each kind, with links to their groups
	Summary []Amount
	Groups  []Findings
}

// Findings are the findings of one rule.
type Findings struct {
	ID, Title, Severity, Why, Fix string
	Count                         string
	Items                         []FindingItem
	Hidden                        string        // how many more there are; "" for none
	Kind                          string        // of the chip of its severity: "busy" or "quiet"
	Group                         string        // what the rule is about, such as money
	Accepted                      []FindingItem // those that the publisher accepts, each with the reason as its hint
}

// FindingItem is one finding.
type FindingItem struct {
	Message string
	Hint    string
	Place   Place
}

// Glossary explains words.
type Glossary struct {
	Frame
	Terms []Term
}

// Term is a word and its meaning.
type Term struct {
	Term, Lang, Text string
	Other, OtherLang string // the word in another language
}

// NotFound is 404.html.
type NotFound struct{ Frame }
