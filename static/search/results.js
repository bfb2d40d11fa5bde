// @ts-check
// The results of the search page, and its filters.
import { FACETS, RANGES, address } from "./address.js";
import { count, foreign, make, marked, money, part, say, zh } from "./dom.js";

/** @typedef {import("./address.js").Asked} Asked */
/** @typedef {import("./engine.js").Found} Found */
/** @typedef {import("./engine.js").Shown} Shown */
/** What the page does: follows a change of the address, opens an address below the site's root.
 * @typedef {{go: (change: Record<string, any>) => Promise<void>, href: (r: Shown) => string, currency: string, label: (facet: string, value: string) => string}} Page */

export const PAGE = 10;
const SHOWN = 7; // values of a facet

export const typeName = (/** @type {Shown} */ r) => say("one_" + r.type);

/** What was pressed is gone: the count is what follows. */
const focus = () => part("count").focus();

/** @param {Page} page @param {Record<string, any>} change @param {any} text */
const link = (page, change, text) => make("a", { href: address(change), onclick: (/** @type {MouseEvent} */ e) => {
  if (e.metaKey || e.ctrlKey || e.shiftKey) return;
  e.preventDefault();
  page.go(change).then(focus);
} }, text);

/** @param {Page} page @param {Shown} r @param {string[]} sought */
const result = (page, r, sought) => {
  const sum = r.money || r.amount !== null && money(r.amount, page.currency), text = (/** @type {string} */ s, /** @type {string} */ kind) => s && make("p", { class: kind, lang: foreign(s) }, ...marked(s, sought));
  return make("li", {},
    make("p", { class: "kind" }, typeName(r), r.id.length < 20 && !r.title.includes(r.id) && make("span", { class: "id" }, ...marked(r.id, sought))),
    make("h3", {}, make("a", { href: page.href(r), lang: foreign(r.title) }, ...marked(r.title, sought))),
    text(r.by, "by"), text(r.lead, "lead"),
    make("p", { class: "byline" },
      ...[r.date, r.labels.district, r.labels.area, r.labels.state].filter(Boolean).map((s) => make("span", {}, s)),
      sum && make("b", {}, sum)));
};

/** @param {Page} page @param {Asked} ask @param {Found} found */
export const results = (page, ask, found) => {
  part("count").textContent = found.total ? say(found.exact ? "found" : "found_about", count(found.total)) : say("nothing");
  const notes = /** @type {("corrected" | "ignored" | "parted")[]} */ (["corrected", "ignored", "parted"]).map((name) => found.total && found[name].length && say(name, found[name].join(zh ? "、" : ", ")));
  part("note").textContent = [...notes, found.searched < 1 && say("searched", Math.ceil(found.searched * 100))].filter(Boolean).join(" ");
  part("result").replaceChildren(...(found.total ? found.results.map((r) => result(page, r, found.words)) : [make("li", {}, say("nothing_about"), " ", make("a", { href: location.pathname }, say("start_over")))]));
  part("pager").replaceChildren(...pager(page, ask.page, Math.min(500, Math.ceil(found.total / PAGE))));
  part("download").hidden = !found.total;
  part("chips").replaceChildren(...chips(page, ask));
  const sort = part("sort");
  sort.value = ask.sort;
  if (!sort.value) sort.selectedIndex = 0;
  sort.onchange = () => page.go({ sort: sort.selectedIndex ? sort.value : null });
};

/** @param {Page} page @param {number} at @param {number} pages */
const pager = (page, at, pages) => {
  if (pages < 2) return [];
  const near = [...new Set([1, at - 1, at, at + 1, pages])].filter((n) => n > 0 && n <= pages);
  return [at > 1 && link(page, { page: at - 1 }, say("previous")),
    make("ol", {}, ...near.flatMap((n, i) => [i > 0 && n > near[i - 1] + 1 && make("li", {}, "…"), make("li", {}, n === at ? make("span", { "aria-current": "page" }, n) : link(page, { page: n }, count(n)))])),
    at < pages && link(page, { page: at + 1 }, say("next"))].filter(Boolean);
};

/** @param {Page} page @param {Asked} ask @param {Found} found @param {() => void} exactly counts all */
export const counts = (page, ask, found, exactly) => {
  const list = part("facets"), { id } = /** @type {Element} */ (document.activeElement), about = found.facetsExact ? "" : "≈", opened = new Map([...list.children].map((d) => [d.dataset.facet, d.open]));
  list.replaceChildren(...FACETS.map((f) => facet(page, f, found, ask.filters[f] ?? [], about, opened.get(f))).filter(Boolean), about && make("button", { type: "button", class: "button quiet", onclick: exactly }, say("count_exactly")));
  if (id) document.getElementById(id)?.focus();
  for (const name of RANGES) range(page, name, ask.ranges[name]);
  bands(page, found.facets.amount ?? []);
};

/** @param {Page} page @param {import("./counts.js").Sums} sums @param {boolean} exact */
export const totals = (page, { awarded, paid, served }, exact) => {
  part("totals").replaceChildren(...[["awarded", awarded && money(awarded, page.currency)], ["paid", paid && money(paid, page.currency)], ["served", served && count(served)]].filter(([, v]) => v).map(([k, v]) => make("div", {}, make("dt", {}, say("sum_" + k)), make("dd", {}, exact ? "" : "≈", v))));
  part("totals").hidden = !(awarded || paid || served);
};

/** @param {Page} page @param {string} name @param {Found} found @param {string[]} chosen @param {string} about @param {boolean} [open] whether it was before */
const facet = (page, name, found, chosen, about, open = name === "type" || name === "area" || chosen.length > 0) => {
  const values = (/** @type {import("./counts.js").Bar[]} */ bars) => {
    if (name === "year") bars = [...bars].sort((a, b) => (a.value < b.value ? 1 : -1));
    const most = Math.max(1, ...bars.map((b) => b.count)), gone = chosen.filter((v) => !bars.some((b) => b.value === v));
    const rows = [...gone.map((value) => ({ value, label: page.label(name, value), count: 0 })), ...bars].map((b) => make("li", {}, make("label", {},
      make("input", { id: name + "=" + b.value, type: "checkbox", checked: chosen.includes(b.value), onchange: () => page.go({ [name]: chosen.includes(b.value) ? chosen.filter((v) => v !== b.value) : [...chosen, b.value] }) }),
      make("span", { lang: foreign(b.label) }, b.label), make("small", {}, about + count(b.count)), make("meter", { max: most, value: b.count, "aria-hidden": "true" }))));
    const rest = rows.splice(SHOWN);
    return [make("ul", {}, ...rows), rest.length && make("details", {}, make("summary", {}, say("more_values", rest.length)), make("ul", {}, ...rest))].filter(Boolean);
  };
  const more = /** @type {(() => Promise<import("./counts.js").Bar[]>) | undefined} */ (found.more[name]), bars = found.facets[name] ?? [];
  return (more || bars.length + chosen.length) && make("details", { open, "data-facet": name, ontoggle: more && (async (/** @type {any} */ e) => {
    const d = e.currentTarget;
    if (!d.open || d.children.length > 1) return;
    const inside = values(await more().catch(() => []));
    if (d.children.length < 2) d.append(...inside);
  }) }, make("summary", { id: name }, say("facet_" + name)), ...(more ? [] : values(bars)));
};

/** @param {Page} page @param {string} name @param {any[]} [chosen] */
const range = (page, name, chosen) => {
  const d = /** @type {HTMLDetailsElement} */ (document.querySelector(`[data-range="${name}"]`)), f = /** @type {HTMLFormElement} */ (d.querySelector("form")), fields = [...f.querySelectorAll("input")];
  d.open ||= !!chosen;
  fields.forEach((e, i) => { if (e !== document.activeElement) e.value = chosen?.[i] ?? ""; });
  f.onsubmit = (e) => {
    e.preventDefault();
    const v = fields.map((e) => e.value).join("..");
    page.go({ [name]: v === ".." ? null : v });
  };
};

/** Draws how many records have which amounts. @param {Page} page @param {import("./counts.js").Bar[]} bars */
const bands = (page, bars) => {
  const sorted = [...bars].sort((a, b) => +a.value - +b.value), most = Math.max(1, ...sorted.map((b) => b.count)), svg = part("bands");
  svg.setAttribute("viewBox", `0 0 ${sorted.length * 10} 40`);
  svg.firstElementChild.setAttribute("d", sorted.map((b, i) => { const h = Math.max(1, (40 * b.count) / most); return `M${i * 10 + 1} 40v-${h}h8v${h}z`; }).join(""));
  part("ends").replaceChildren(...(sorted.length > 1 ? [sorted[0], sorted[sorted.length - 1]].map((b, i) => make("span", {}, money(+b.value, page.currency) + (i ? "+" : ""))) : []));
};

/** The choices made, each with a way out. @param {Page} page @param {Asked} ask */
const chips = (page, ask) => {
  const chip = (/** @type {string} */ shown, /** @type {Record<string, any>} */ change) => make("button", { type: "button", class: "chip", "aria-label": say("remove", shown), onclick: () => page.go(change).then(focus) }, shown, " ×");
  const out = Object.entries(ask.filters).flatMap(([f, values]) => values.map((v) => chip(page.label(f, v), { [f]: values.filter((x) => x !== v) })));
  for (const [name, r] of Object.entries(ask.ranges)) out.push(chip(say(name) + " " + r.map((v, i) => v && (r[1 - i] ? "" : i ? "≤ " : "≥ ") + (name === "amount" ? money(v, page.currency) : v)).filter(Boolean).join("–"), { [name]: null }));
  return out.length > 1 ? [...out, link(page, Object.fromEntries([...FACETS, ...RANGES].map((f) => [f, null])), say("clear"))] : out;
};
