// Package export writes what a site offers for download, one file per format.
// formats.go is the list of them all: whole tables (csv.go, rows.go, parquet.go),
// files that hold every table (xlsx.go, sqlite.go, archive.go), open standards,
// then what stands beside records (record.go, slice.go) and what describes it
// all (index.go, sitemap.go, robots.go).
//
// Read Downloads and Records.Write first. Everything here is a pure function of
// the dataset: no clock, no map order, no machine.
package export
