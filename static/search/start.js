// The search page begins here: a module cannot be loaded from a disk, so it is
// only asked for where a server stands behind the page. Elsewhere the ways to
// every record that stand in the page remain.
if (location.protocol !== "file:") import("./page.js");
