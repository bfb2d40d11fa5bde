// The page of comparisons begins here: a module cannot be loaded from a disk,
// so it is only asked for where a server stands behind the page. Elsewhere the
// form stays as it is and says why.
if (location.protocol !== "file:") import("./compare.js");
