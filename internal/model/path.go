package model

import (
	"gongkai/internal/table"
	"gongkai/internal/value"
)

// Path is the address of a record below the site's root without an ending:
// "projects/P001". Its page adds .html and its data .json.
func Path(e table.Entity) string {
	return e.Table().Name + "/" + value.Segment(e.Rec().ID)
}
