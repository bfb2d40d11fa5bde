// @ts-check
// The search page: what is typed and chosen is in the address, the address is
// answered, and nothing is ever written as HTML. Words come from the page
// (layouts/search.html).
import { open } from "./engine.js";

const FACETS = ["type", "area", "year", "district", "agency", "programme", "state", "method", "kind"];
const SORTS = ["relevance", "newest", "oldest", "largest", "smallest"];
const PAGE = 10, SHOWN = 7, SMALL = 12000; // records of a site whose counts are always exact

/** @param {string} name @param {Record<string, any>} [attributes] @param {(Node | string | number | null | false)[]} inside @returns {any} */
const make = (name, attributes = {}, ...inside) => {
  const e = document.createElement(name);
  for (const [k, v] of Object.entries(attributes)) if (k.startsWith("on")) e.addEventListener(k.slice(2), v); else if (v === true) e.setAttribute(k, ""); else if (v || v === 0) e.setAttribute(k, String(v));
  e.append(.../** @type {any} */ (inside.filter((x) => x || x === 0)));
  return e;
};
/** @param {string} name @returns {any} */
const part = (name) => document.querySelector(`[data-search="${name}"]`);

const form = /** @type {HTMLFormElement} */ (document.querySelector("main form[data-engine]"));
const box = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const lang = document.documentElement.lang, zh = lang === "zh";
/** @type {Record<string, string>} */
const words = {};
for (const e of document.querySelectorAll("[data-word]")) words[/** @type {HTMLElement} */ (e).dataset.word ?? ""] = e.textContent ?? "";
/** A word with its blanks filled. @param {string} name @param {any[]} values */
const say = (name, ...values) => (words[name] ?? name).replace(/\{(\d)\}/g, (_, i) => values[i]);
const count = (/** @type {number} */ n) => n.toLocaleString(zh ? "zh-CN" : "en-GB");
const root = new URL(form.dataset.engine + "/../../", location.href);

/** @type {any} */
let engine = null;
let currency = "";
/** @param {number} n an amount as people say it */
const money = (n) => {
  const f = (/** @type {number} */ v) => v.toLocaleString(zh ? "zh-CN" : "en-GB", { maximumFractionDigits: 2 });
  if (zh) return (n >= 1e8 ? f(n / 1e8) + "亿" : n >= 1e4 ? f(n / 1e4) + "万" : f(n)) + (currency === "CNY" ? "元" : " " + currency);
  return (currency === "CNY" ? "¥" : currency + " ") + (n >= 1e9 ? f(n / 1e9) + " bn" : n >= 1e6 ? f(n / 1e6) + " m" : f(n));
};

/** What the address asks for. @returns {{q: string, filters: Record<string, string[]>, ranges: any, sort: string, page: number}} */
const asked = () => {
  const p = new URLSearchParams(location.search), filters = /** @type {Record<string, string[]>} */ ({});
  const span = (/** @type {string} */ name) => { const v = p.get(name) ?? "", m = /^(.*)\.\.(.*)$/.exec(v); return m ? [m[1] || null, m[2] || null] : null; };
  for (const f of FACETS) {
    const range = f === "year" && span("year"), all = p.getAll(f).flatMap((v) => v.split(",")).filter(Boolean);
    if (range) for (let y = +(range[0] ?? 1990); y <= +(range[1] ?? 2100) && y - +(range[0] ?? 1990) < 120; y++) (filters.year ??= []).push(String(y));
    else if (all.length) filters[f] = all;
  }
  const amount = span("amount"), date = span("date"), sort = p.get("sort") ?? "relevance";
  const number = (/** @type {string | null} */ s) => (s !== null && Number.isFinite(+s) ? +s : null);
  return {
    q: p.get("q") ?? "", filters, sort: SORTS.includes(sort) ? sort : "relevance", page: Math.max(1, Math.min(500, Math.floor(+(p.get("page") ?? 1)) || 1)),
    ranges: { ...(amount && { amount: amount.map(number) }), ...(date && { date: date.map((d) => (/^\d{4}(-\d\d){0,2}$/.test(d ?? "") ? d : null)) }) },
  };
};

/** The address with some parameters changed; a list or null replaces. @param {Record<string, any>} change */
const address = (change) => {
  const p = new URLSearchParams(location.search);
  if (!("page" in change)) p.delete("page");
  for (const [k, v] of Object.entries(change)) {
    p.delete(k);
    if (Array.isArray(v)) { if (v.length) p.set(k, v.join(",")); } else if (v !== null && v !== "") p.set(k, v);
  }
  const s = p.toString().replaceAll("%2C", ",");
  return location.pathname + (s ? "?" + s : "");
};

/** @param {Record<string, any>} change @param {boolean} [quiet] without a step back */
const go = (change, quiet) => {
  history[quiet ? "replaceState" : "pushState"](null, "", address(change));
  return run();
};

const link = (/** @type {Record<string, any>} */ change, /** @type {string} */ text, /** @type {Record<string, any>} */ more = {}) => make("a", { href: address(change), ...more, onclick: (/** @type {MouseEvent} */ e) => {
  if (e.metaKey || e.ctrlKey || e.shiftKey) return;
  e.preventDefault();
  go(change).then(() => { if ("page" in change) part("count").scrollIntoView(); });
} }, text);

/** A text with what was sought marked. @param {string} text @param {string[]} sought @returns {(Node | string)[]} */
const marked = (text, sought) => {
  const parts = sought.filter((w) => w.length > 1 || !/[a-z0-9]/.test(w)).map((w) => (/^[\p{L}\p{N}]+$/u.test(w) && /[a-z0-9]/.test(w) ? "\\b" : "") + w.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  if (!parts.length) return [text];
  const out = /** @type {(Node | string)[]} */ ([]);
  text.split(new RegExp("(" + parts.join("|") + ")", "giu")).forEach((s, i) => s && out.push(i % 2 ? make("mark", {}, s) : s));
  return out;
};

const typeName = (/** @type {any} */ r) => r.labels.type ?? r.type;
/** @param {any} r @param {string[]} sought */
const result = (r, sought) => make("li", {},
  make("p", { class: "kind" }, typeName(r), make("span", { class: "id" }, r.id)),
  make("h3", {}, make("a", { href: new URL(r.url, root).href, lang: foreign(r.title) }, ...marked(r.title, sought))),
  r.by && make("p", { class: "by", lang: foreign(r.by) }, ...marked(r.by, sought)),
  r.lead && make("p", { class: "lead", lang: foreign(r.lead) }, ...marked(r.lead, sought)),
  make("p", { class: "byline" },
    ...[r.date, r.labels.district, r.labels.area, r.labels.state].filter(Boolean).map((s) => make("span", {}, s)),
    (r.amount !== null || r.money) && make("b", {}, r.money || money(r.amount))));
const foreign = (/** @type {string} */ s) => (zh ? (/\p{Script=Han}/u.test(s) || !/[a-z]/i.test(s) ? "" : "en") : /\p{Script=Han}/u.test(s) ? "zh" : "");

/** @param {string} name @param {any[]} bars @param {string[]} chosen @param {boolean} exact @param {() => Promise<any[]>} [more] loads the bars, when the facet opens
 * @returns {any} */
const facet = (name, bars, chosen, exact, more) => {
  if (more) return make("details", { "data-facet": name, ontoggle: async (/** @type {any} */ e) => {
    const d = e.currentTarget;
    if (!d.open || d.children.length > 1) return;
    const whole = facet(name, await more().catch(() => []), chosen, exact);
    if (whole && d.children.length === 1) d.append(...[...whole.children].slice(1));
  } }, make("summary", {}, say("facet_" + name)));
  const most = Math.max(1, ...bars.map((b) => b.count));
  const order = name === "year" ? [...bars].sort((a, b) => (a.value < b.value ? 1 : -1)) : bars;
  const all = [...chosen.filter((v) => !bars.some((b) => b.value === v)).map((v) => ({ value: v, label: v, count: 0 })), ...order];
  const rows = all.map((b) => make("li", {}, make("label", {},
    make("input", { type: "checkbox", checked: chosen.includes(b.value), onchange: () => go({ [name]: chosen.includes(b.value) ? chosen.filter((v) => v !== b.value) : [...chosen, b.value] }) }),
    make("span", { lang: foreign(b.label) }, b.label), make("small", {}, (exact ? "" : "≈") + count(b.count)),
    make("meter", { max: most, value: b.count, "aria-hidden": "true" }))));
  if (!rows.length) return null;
  return make("details", { open: name === "type" || name === "area" || chosen.length > 0, "data-facet": name },
    make("summary", {}, say("facet_" + name)), make("ul", {}, ...rows.slice(0, SHOWN)),
    rows.length > SHOWN && make("details", {}, make("summary", {}, say("more_values", rows.length - SHOWN)), make("ul", {}, ...rows.slice(SHOWN))));
};

/** @param {any} ask @param {any[]} bands */
const ranges = (ask, bands) => {
  const field = (/** @type {string} */ name, /** @type {number} */ i, /** @type {string} */ type) => make("input", { type, name: name + i, min: type === "number" && "0", step: type === "number" && "any", value: ask.ranges[name]?.[i] ?? "", "aria-label": say(name) + " " + say(i ? "to" : "from"), placeholder: type === "number" && say(i ? "to" : "from") });
  const set = (/** @type {string} */ name) => (/** @type {Event} */ e) => {
    e.preventDefault();
    const d = new FormData(/** @type {HTMLFormElement} */ (e.currentTarget)), v = `${d.get(name + 0)}..${d.get(name + 1)}`;
    go({ [name]: v === ".." ? null : v });
  };
  const sorted = [...bands].sort((a, b) => +a.value - +b.value), most = Math.max(1, ...sorted.map((b) => b.count));
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `0 0 ${sorted.length * 10} 40`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  sorted.forEach((b, i) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect"), h = Math.max(1, (40 * b.count) / most);
    for (const [k, v] of Object.entries({ x: i * 10 + 1, y: 40 - h, width: 8, height: h })) bar.setAttribute(k, String(v));
    svg.append(bar);
  });
  const ends = sorted.length > 1 && make("p", { class: "ends" }, make("span", {}, money(+sorted[0].value)), make("span", {}, money(+sorted[sorted.length - 1].value) + "+"));
  return ["amount", "date"].map((name) => make("details", { open: !!ask.ranges[name], "data-facet": name }, make("summary", {}, say(name)),
    name === "amount" && sorted.length > 1 && svg, name === "amount" && ends,
    make("form", { class: "span", onsubmit: set(name) }, field(name, 0, name === "amount" ? "number" : "date"), field(name, 1, name === "amount" ? "number" : "date"), make("button", { class: "button quiet" }, say("apply")))));
};

/** The choices made, each with a way out. @param {any} ask @param {any} facets */
const chips = (ask, facets) => {
  const out = [];
  for (const [f, values] of Object.entries(ask.filters)) for (const v of values) {
    const label = facets[f]?.find((/** @type {any} */ b) => b.value === v)?.label ?? v;
    out.push(make("button", { type: "button", class: "chip", "aria-label": say("remove", label), onclick: () => go({ [f]: values.filter((/** @type {string} */ x) => x !== v) }) }, label, " ×"));
  }
  for (const [name, r] of Object.entries(ask.ranges)) out.push(make("button", { type: "button", class: "chip", "aria-label": say("remove", say(name)), onclick: () => go({ [name]: null }) }, `${r[0] ?? ""}–${r[1] ?? ""} ×`));
  if (out.length > 1) out.push(link(Object.fromEntries([...FACETS, "amount", "date"].map((f) => [f, null])), say("clear")));
  return out;
};

/** @param {any} ask @param {any} found */
const pager = (ask, found) => {
  const pages = Math.min(500, Math.ceil(found.total / PAGE));
  if (pages < 2) return [];
  const near = [...new Set([1, ask.page - 1, ask.page, ask.page + 1, pages])].filter((n) => n > 0 && n <= pages);
  return [ask.page > 1 && link({ page: ask.page - 1 }, say("previous"), { rel: "prev" }),
    make("ol", {}, ...near.flatMap((n, i) => [i > 0 && n > near[i - 1] + 1 && make("li", {}, "…"), make("li", {}, n === ask.page ? make("span", { "aria-current": "page" }, n) : link({ page: n }, count(n)))].filter(Boolean))),
    ask.page < pages && link({ page: ask.page + 1 }, say("next"), { rel: "next" })].filter(Boolean);
};

/** The rows of a result as CSV, one piece after another. @param {any} ask */
const download = async (ask) => {
  const cell = (/** @type {any} */ v) => { const s = String(v ?? ""); return /[",\n\r]/.test(s) ? `"${s.replaceAll('"', '""')}"` : /^[=+\-@\t]/.test(s) && Number.isNaN(+s) ? `"'${s.replaceAll('"', '""')}"` : s; };
  const labels = ["type", "area", "district", "agency", "programme", "state", "method"];
  const lines = [["type", "id", "title", "by", "date", "amount_awarded", "amount_paid", "people_served", ...labels.slice(1), "url"].join(",")];
  const status = part("status");
  for (let offset = 0, total = 1; offset < total && offset < 20000; offset += 200) {
    const f = await engine.search({ ...ask, offset, limit: 200, facets: false, labels });
    total = f.exact ? f.total : offset + f.results.length + (f.results.length === 200 ? 1 : 0);
    for (const r of f.results) lines.push([r.type, r.id, r.title, r.by, r.date, r.amount, r.paid, r.served || "", ...labels.slice(1).map((l) => r.labels[l]), new URL(r.url, root).href].map(cell).join(","));
    status.textContent = say("downloading", count(lines.length - 1));
    if (!f.results.length) break;
  }
  status.textContent = say("downloaded", count(lines.length - 1));
  const name = [ask.q, ...Object.values(ask.filters).flat()].join(" ").trim().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40);
  const a = make("a", { href: URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" })), download: `${name || "all"}-${new Date().toISOString().slice(0, 10)}.csv` });
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
};

const start = async () => {
  engine ??= await open(root.href, { lang });
  currency = engine.root.currency;
};

let turn = 0;
/** Answers the address. */
const run = async () => {
  const mine = ++turn, ask = asked();
  if (document.activeElement !== box) box.value = ask.q;
  // Nothing is asked yet: the lists stay, and nothing is loaded.
  part("ways").hidden = location.search !== "";
  part("page").hidden = !part("ways").hidden;
  if (!location.search) return;
  part("result").setAttribute("aria-busy", "true");
  try {
    await start();
    const query = { ...ask, offset: (ask.page - 1) * PAGE, limit: PAGE };
    const quick = await engine.search({ ...query, facets: false });
    if (mine !== turn) return;
    results(ask, quick);
    const found = await engine.search({ ...query, facets: whole || engine.root.n < SMALL ? "exact" : true });
    if (mine === turn) counts(ask, found);
  } catch (error) {
    if (mine !== turn) return;
    part("count").textContent = say("failed");
    part("result").replaceChildren(make("li", { class: "notice", role: "alert" }, say("failed_about"), " ", make("code", {}, String(/** @type {any} */ (error).message ?? error)), " ",
      make("button", { type: "button", class: "button quiet", onclick: run }, say("retry"))));
  }
  part("result").removeAttribute("aria-busy");
};

let whole = false; // count exactly, as was asked for

/** @param {any} ask @param {any} found */
const results = (ask, found) => {
  part("count").textContent = found.total ? say(found.exact ? "found" : "found_about", count(found.total)) : say("nothing");
  const sought = found.words;
  const notes = [found.corrected.length && say("corrected", found.corrected.join(zh ? "、" : ", ")), found.ignored.length && say("ignored", found.ignored.join(zh ? "、" : ", ")), !found.exact && found.searched < 1 && say("searched", Math.max(1, Math.round(found.searched * 100)))].filter(Boolean);
  part("note").textContent = notes.join(" ");
  part("result").replaceChildren(...(found.total ? found.results.map((/** @type {any} */ r) => result(r, sought)) : [make("li", {}, say("nothing_about"), " ", make("a", { href: location.pathname }, say("start_over")))]));
  part("pager").replaceChildren(...pager(ask, found));
  part("download").hidden = !found.total;
  part("download").onclick = () => download({ ...ask, page: undefined });
  const sort = part("sort");
  sort.value = ask.sort;
  sort.onchange = () => go({ sort: sort.value === "relevance" ? null : sort.value });
};

/** @param {any} ask @param {any} found */
const counts = (ask, found) => {
  const opened = new Map([...part("facet").querySelectorAll("[data-facet]")].map((d) => [d.dataset.facet, d.open]));
  part("facet").replaceChildren(...FACETS.map((f) => facet(f, found.facets[f] ?? [], ask.filters[f] ?? [], found.facetsExact, found.more[f])).filter(Boolean), ...ranges(ask, found.facets.amount ?? []),
    ...(found.facetsExact ? [] : [make("button", { type: "button", class: "button quiet", onclick: async () => { whole = true; await run(); whole = false; } }, say("count_exactly"))]));
  for (const d of part("facet").querySelectorAll("[data-facet]")) if (opened.has(d.dataset.facet)) d.open = opened.get(d.dataset.facet);
  part("chips").replaceChildren(...chips(ask, found.facets));
  const t = found.totals, about = found.facetsExact ? "" : "≈ ";
  part("totals").replaceChildren(...[["awarded", t.awarded && money(t.awarded)], ["paid", t.paid && money(t.paid)], ["served", t.served && count(t.served)]].filter(([, v]) => v).map(([k, v]) => make("div", {}, make("dt", {}, say("sum_" + k)), make("dd", {}, about + v))));
  part("totals").hidden = !part("totals").firstChild;
};

// What is typed is answered a moment later, and names are offered below the box.
const list = make("ul", { id: "suggest", role: "listbox", "aria-label": say("suggestions"), hidden: true });
let at = -1;
const close = () => { list.hidden = true; at = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
const offer = async () => {
  const typed = box.value.trim();
  if (!typed) return close();
  await start().catch(() => {});
  if (!engine) return close();
  const found = await engine.suggest(typed).catch(() => []);
  if (typed !== box.value.trim() || document.activeElement !== box) return;
  list.replaceChildren(...found.map((/** @type {any} */ r, /** @type {number} */ i) => make("li", { role: "option", id: "suggest-" + i, "aria-selected": "false" }, make("a", { href: new URL(r.url, root).href, tabindex: "-1", lang: foreign(r.title) }, ...marked(r.title, [typed])), make("small", {}, typeName(r)))));
  list.hidden = !found.length;
  at = -1;
  box.setAttribute("aria-expanded", String(!list.hidden));
};
let timer = 0;
box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => { go({ q: box.value.trim() }, true); offer(); }, 120);
});
box.addEventListener("keydown", (e) => {
  if (e.isComposing) return;
  const options = [...list.children];
  if (e.key === "Escape" && !list.hidden) { e.preventDefault(); close(); } // else it clears the box
  if ((e.key === "ArrowDown" || e.key === "ArrowUp") && options.length && !list.hidden) {
    e.preventDefault();
    at = (at + (e.key === "ArrowDown" ? 1 : -1) + options.length + 1) % (options.length + 1);
    if (at === options.length) at = -1;
    options.forEach((o, i) => o.setAttribute("aria-selected", String(i === at)));
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", options[at].id);
  }
  if (e.key === "Enter" && at >= 0) { e.preventDefault(); options[at].querySelector("a").click(); }
});
box.addEventListener("focus", () => start().catch(() => {}));
box.addEventListener("blur", () => setTimeout(close, 200));
form.addEventListener("submit", (e) => { e.preventDefault(); clearTimeout(timer); close(); go({ q: box.value.trim() }).then(() => part("count").scrollIntoView({ block: "nearest" })); });
addEventListener("popstate", () => { box.value = asked().q; run(); });
addEventListener("keydown", (e) => {
  const target = /** @type {HTMLElement} */ (e.target);
  if (e.key === "/" && !target.closest("input, select, textarea")) { e.preventDefault(); box.focus(); box.select(); }
  const links = [...part("result").querySelectorAll("h3 a")], i = links.indexOf(target);
  if (i >= 0 && (e.key === "ArrowDown" || e.key === "ArrowUp")) { e.preventDefault(); (links[i + (e.key === "ArrowDown" ? 1 : -1)] ?? box).focus(); }
  else if (target === box && e.key === "ArrowDown" && list.hidden && links[0]) { e.preventDefault(); links[0].focus(); }
});
part("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(location.href).catch(() => {});
  part("status").textContent = say("copied");
});
part("sheet").addEventListener("click", () => { const open = part("facet").classList.toggle("open"); part("sheet").setAttribute("aria-expanded", String(open)); });
form.append(list);
part("off").hidden = true;
for (const [k, v] of Object.entries({ role: "combobox", "aria-controls": "suggest", "aria-expanded": "false", "aria-autocomplete": "list" })) box.setAttribute(k, v);
box.value = asked().q;
run();
