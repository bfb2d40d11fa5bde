// Package check holds what can be doubted about a dataset once it is read and
// linked: money that does not add up, dates out of order, states that the rows
// contradict. What can be told of a single file or cell is reported where it
// is read, by source, table and model.
//
// Read All first, which lists the checks; each stands in a file of its own with
// its documentation. Run applies them to a dataset.
package check
