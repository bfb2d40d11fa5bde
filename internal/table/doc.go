// Package table says what a table is and reads one.
//
// A table is declared by a Go struct that embeds Record and whose fields carry
// tags; NewSchema turns the tags into fields, DecodeCSV and DecodeYAML read a
// file's rows into such structs, Finish and Link settle what only the whole can
// tell and join the references, and WriteCSV prints a table so that it is read
// back to the same records. Start with Entity and NewSchema.
//
// The tags of a field:
//
//	csv:"decided"            the field's name: heading, JSON key, column of every download
//	zh:"立项日期: 说明"        title in Chinese and, after a colon, what it means
//	en:"Award date: meaning" the same in English
//	alias:"中标日期|Award Date" other headings that mean this field
//	sub:"name=Org Name|机构;id=Org ID" headings that mean a field of the referred record
//	kind:"link"              what a string holds, where its Go type does not say (see Kind)
package table
