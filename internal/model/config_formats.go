package model

import "gopkg.in/yaml.v3"

// Format is a kind of download that site.yaml can switch off: formats:
// {parquet: no}. Tables as CSV are not among them, since a site without its data
// is none.
type Format string

// The formats, in the order in which a site lists them.
const (
	FormatCSV         Format = "csv"
	FormatExcel       Format = "xlsx"
	FormatExcelCSV    Format = "excel_csv"
	FormatJSON        Format = "json"
	FormatNDJSON      Format = "ndjson"
	FormatParquet     Format = "parquet"
	FormatSQLite      Format = "sqlite"
	FormatZip         Format = "zip"
	FormatSlices      Format = "slices"
	FormatTotals      Format = "totals"
	FormatOCDS        Format = "ocds"
	Format360         Format = "360giving"
	FormatDataPackage Format = "datapackage"
	FormatCSVW        Format = "csvw"
	FormatDCAT        Format = "dcat"
	FormatFeeds       Format = "feeds"
)

// Formats lists what formats: in site.yaml may name.
func Formats() []Format {
	return []Format{
		FormatExcel, FormatExcelCSV, FormatJSON, FormatNDJSON, FormatParquet, FormatSQLite, FormatZip, FormatSlices,
		FormatTotals, FormatOCDS, Format360, FormatDataPackage, FormatCSVW, FormatDCAT, FormatFeeds,
	}
}

// Offers reports whether the site has downloads of a format.
func (c *Config) Offers(f Format) bool { return !c.Without[f] }

// formats reads which formats are switched off.
func (r configReader) formats(n *yaml.Node) map[Format]bool {
	without := map[Format]bool{}
	readers := map[string]func(*yaml.Node){}
	for _, f := range Formats() {
		readers[string(f)] = func(n *yaml.Node) { without[f] = !r.yes(n) }
	}
	r.keys(n, readers)
	return without
}
