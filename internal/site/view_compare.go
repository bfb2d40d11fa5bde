package site

// Compare is the page that sets records side by side. Its tables show the
// largest; with script it shows any two to four that its address names.
type Compare struct {
	Frame
	Kinds []Comparable
	Rows  []CompareRow // of the comparison that the script fills in
	Money string       // how amounts are written, by currency: "CNY=¥#|USD=$#"
}

// Comparable is a table whose records can be set side by side.
type Comparable struct {
	Name   string // "organizations"
	Title  string
	Shards string // how many files hold the records' figures
	Table  Table  // the largest records
}

// CompareRow is a line of the comparison.
type CompareRow struct {
	Key   string // of the figure in the records' files
	Kind  string // how it is written: count, money, code, …
	Label string
	Codes string // labels of codes: "active=Active|…"; may be empty
}
