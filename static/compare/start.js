// The page of comparisons begins here: a module cannot be loaded from a disk,
// so it is only asked for where a server stands behind the page. Elsewhere, and
// where it does not come, the form stays as it is and says why.
function off() {
  document.getElementById("compare-off")?.classList.add("shown");
}
if (location.protocol === "file:") off();
else import("./compare.js").catch(off);
