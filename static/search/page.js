// @ts-check
// The search page: what is typed and chosen is in the address, the address is
// answered, and nothing is ever written as HTML. Words come from the page
// (layouts/search.html).
import { address, asked } from "./address.js";
import { attend } from "./box.js";
import { box, lang, make, part, root, say } from "./dom.js";
import { open } from "./engine.js";
import { PAGE, counts, results, totals } from "./results.js";

const SMALL = 12_000, TITLE = document.title; // records of a site whose counts are always exact

/** What failed is opened anew when something is sought. @type {ReturnType<typeof open> | null} */
let opening = null;
const engine = (/** @type {RequestCache} */ cache = "default") => opening ??= open(root.href, { lang, fetch: (url) => fetch(url, { cache }) });

const href = (/** @type {{url: string}} */ r) => new URL(r.url, root).href;

/** @param {Record<string, any>} change @param {boolean} [quiet] without a step back */
const go = (change, quiet) => {
  history[quiet ? "replaceState" : "pushState"](null, "", address(change));
  return run();
};

let turn = 0;
/** Answers the address. @param {boolean} [whole] whether to count exactly, however much is read @param {RequestCache} [cache] */
const run = async (whole, cache) => {
  const mine = ++turn, ask = asked(), { search } = location, list = part("result");
  document.title = (ask.q && ask.q + " · ") + TITLE;
  for (const a of document.querySelectorAll("a[hreflang]")) /** @type {HTMLAnchorElement} */ (a).search = search;
  if (document.activeElement !== box) box.value = ask.q;
  // Nothing is asked yet: the lists stay, and nothing is loaded.
  part("ways").hidden = search !== "";
  part("page").hidden = !search;
  if (!search) return;
  list.setAttribute("aria-busy", "true");
  try {
    const q = /^\W*\d[\d,.]*\W*$/.test(ask.q) ? (await import("./why.js")).plain(ask.q) : ask.q;
    const e = await engine(cache), query = { ...ask, q, offset: (ask.page - 1) * PAGE, limit: PAGE }, page = { go, href, currency: e.currency, label: e.label };
    const quick = await e.search({ ...query, facets: false });
    if (mine !== turn) return;
    results(page, ask, quick);
    part("download").onclick = async () => (await import("./download.js")).download(e, { ...ask, q }, quick.total, href);
    const found = await e.search({ ...query, facets: whole || e.records < SMALL ? "exact" : true });
    if (mine !== turn) return;
    if (found.exact !== quick.exact) results(page, ask, found);
    counts(page, ask, found, () => run(true));
    const sums = await found.totals();
    if (mine !== turn) return;
    totals(page, sums, found.facetsExact);
    // Where a word is not to be seen in a result, its data tell why it was found.
    if ([...list.children].some((li) => found.words.some((w) => !li.textContent.toLowerCase().includes(w)))) import("./why.js").then((m) => m.why(found, list, href));
  } catch (error) {
    if (mine !== turn) return;
    opening = null;
    if (!cache) return run(whole, "reload"); // another index may have been published since
    part("count").textContent = say("failed");
    list.replaceChildren(make("li", { class: "notice", role: "alert" }, say("failed_about"), " ", make("code", {}, String(/** @type {any} */ (error).message ?? error)), " ",
      make("button", { type: "button", class: "button quiet", onclick: () => run(whole, "reload") }, say("retry"))));
  }
  list.removeAttribute("aria-busy");
};

attend((q, typing) => go({ q }, typing), async (typed) => (await engine()).suggest(typed), href);
box.onfocus = () => engine().catch(() => {});
onpopstate = () => { box.value = asked().q; run(); };
part("copy").onclick = async () => {
  await navigator.clipboard.writeText(location.href); // where it may not, nothing is said to be copied
  part("status").textContent = say("copied");
};
part("sheet").onclick = () => part("sheet").setAttribute("aria-expanded", String(part("facet").classList.toggle("open")));
part("off").hidden = true;
box.value = asked().q;
run();
