// Package build is the pipeline from a site's folder to its files: read, check,
// plan, render, export, write. Read Run first: it is the whole of it, top to
// bottom. Open is its first half, which check and the preview share.
//
// Nothing else in the program runs things in parallel, asks the machine for its
// processors or memory, or calls git.
package build
