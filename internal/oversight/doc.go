// Package oversight is what a second look at a dataset says: which indicators were
// worked out, with their method, thresholds and sources, and the lists behind
// them. It holds no work of its own: the package integrity makes a Report, and
// pages and downloads read it. Start with Report, whose Disclosure and ShareOf
// any page may ask.
package oversight
