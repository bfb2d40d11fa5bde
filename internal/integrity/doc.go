// Package integrity works out what is worth a second look in what is published:
// whether totals agree, how complete the disclosure is, how concentrated the
// awards are. It shows and does not accuse: an indicator marks what meets a
// threshold that is said beside it, with the list behind, and says plainly where
// the data that it needs is not published.
//
// An indicator is one small file with its method, thresholds and sources; All
// lists them. New applies them to a dataset, once; other pages ask its Report
// for an agency's Disclosure or an organization's ShareOf an agency.
package integrity
