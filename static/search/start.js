// The search page begins here: a module cannot be loaded from a disk, so it is
// only asked for where a server stands behind the page. Elsewhere the ways to
// every record that stand in the page remain. The engine, and the index where
// something is sought, are asked for at once and not one after another.
if (location.protocol !== "file:") {
  import("./engine.js");
  import("./page.js");
  if (location.search) {
    const href = new URL("root.gz", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href }));
  }
}
