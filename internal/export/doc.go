// Package export writes what a site offers for download, one file per format:
// whole tables as CSV (csv.go), a record as JSON (json.go, record.go), the list
// of all downloads (index.go), and what search engines read (sitemap.go,
// robots.go).
//
// Read Table.Write and Records.Write first. Everything here is a pure function
// of the dataset: no clock, no map order, no machine.
package export
