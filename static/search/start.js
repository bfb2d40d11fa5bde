// The search page begins here: a module cannot be loaded from a disk, so it is
// only asked for where a server stands behind the page. Elsewhere, and where the
// scripts do not come, the ways to every record that stand in the page remain. The
// engine, and the index where something is sought, are asked for at once and not one
// after another.
if (location.protocol !== "file:") {
  const turn = (/** @type {boolean} */ sought) => {
    for (const [name, hidden] of [["page", !sought], ["ways", sought]]) document.querySelector(`[data-search="${name}"]`).hidden = hidden;
  };
  const names = /** @type {HTMLElement} */ (document.getElementById("suggest"));
  names.setAttribute("role", "listbox");
  names.setAttribute("aria-label", names.dataset.label ?? "");
  import("./engine.js").catch(() => {});
  import("./page.js").catch(() => turn(false));
  if (location.search) {
    turn(true);
    const href = new URL("root.gz", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href }));
  }
}
