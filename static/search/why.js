// @ts-check
// Says why a record was found where what is shown of it does not: reads its own data,
// and that of what belongs to it. Loaded where a word of the query is not seen in a
// result, or where the query is an amount.
import { foreign, lang, make, marked, root, say } from "./dom.js";

/** @typedef {{type: string, id: string, url: string, amount: number | null}} Shown */
/** What has a word: a text of the record itself, of what it refers to, or of what belongs to it, with the page of that.
 * @typedef {{text: string, url?: string, id?: string}} Reason */

const LARGE = new Set(["areas", "districts", "services", "agencies", "programmes", "calls", "policies", "stories", "pages", "handbook"]); // the data of these is large, or none
const BEFORE = 18, AFTER = 60, MOST = 8, LEAST = 1e4; // characters around what was sought; records that are read for one; the least amount that is found
const OWN = new Set(["type", "url", "document", "report", "website", "provenance", "linked", "currency"]); // what no query is for

/** An amount as the tables have it: 28,500元, ¥28,500.00 and 2.85万元 are 28500. @param {string} q */
export const plain = (q) => {
  const m = /^[¥$€£]?(\d[\d,]*(?:\.\d+)?)(万|亿)?(?:元|yuan)?$/i.exec(q.normalize("NFKC").replace(/\s/g, ""));
  if (!m || /^\d+$/.test(m[0])) return q;
  const n = +m[1].replaceAll(",", "") * (m[2] ? m[2] === "万" ? 1e4 : 1e8 : 1);
  return n < LEAST ? q : n.toFixed(2).replace(/\.00$/, "");
};

/** @param {any} v a field's value @returns {Reason[]} its texts, those in the page's language first */
const texts = (v) => {
  if (Array.isArray(v)) return v.flatMap(texts);
  if (typeof v === "string") return /^[a-z_]+$/.test(v) ? [] : [{ text: v }]; // no codes
  if (typeof v === "number") return [{ text: String(v) }];
  if (!v) return [];
  if (v.url && v.name) return texts(v.name).map((t) => ({ ...t, url: v.url }));
  return [v[lang], ...Object.entries(v).filter(([k]) => k !== lang && !OWN.has(k)).map(([, x]) => x)].flatMap(texts);
};

/** @param {string} text @param {string[]} words @returns {string[]} which of the words are in it */
const has = (text, words) => {
  const s = text.normalize("NFKC").toLowerCase();
  return words.filter((w) => s.includes(w) || +w >= LEAST && +w === +s);
};

/** @param {Reason[]} reasons @param {string[]} words @returns {{reason?: Reason, n: number}} that with the most of them, and how many */
const best = (reasons, words) => reasons.map((reason) => ({ reason, n: has(reason.text, words).length })).reduce((a, b) => (b.n > a.n ? b : a), { n: 0 });

/** The records that a record links to. @param {any} data @param {string[]} [types] */
const linked = (data, types) => Object.entries(data.linked ?? {}).filter(([t]) => !types || types.includes(t)).flatMap(([, list]) => /** @type {{id: string, url: string}[]} */ (list));

/** @param {Shown} r @param {string[]} words @returns {Promise<{base: string, reason: Reason} | undefined>} base: what the addresses begin with */
const reasonOf = async (r, words) => {
  const path = r.url.startsWith(lang + "/") ? r.url.slice(lang.length + 1) : r.url;
  const load = async (/** @type {string} */ p) => {
    const a = await fetch(new URL(p.replace(/html$/, "json"), root));
    return a.ok ? a.json() : {};
  };
  const data = await load(path), base = String(data.url ?? "").slice(0, -path.length);
  const within = (/** @type {any[]} */ list) => list.flatMap(({ id, url }) => ({ text: id, id, url }));
  let got = best([...texts({ ...data, url: "" }), ...within(linked(data))], words);
  const more = async (/** @type {any[]} */ list) => {
    const all = await Promise.all([...new Set(list.map(({ url }) => url))].slice(0, MOST).map((url) => load(url.slice(base.length))));
    const found = best(all.flatMap((d) => [...texts(d).map(({ text }) => ({ text, id: d.id, url: d.url })), ...within(linked(d))]), words);
    if (found.n > got.n) got = found;
    return all;
  };
  if (got.n < words.length && r.type === "projects") {
    const near = await more(linked(data, ["contracts", "evaluations"]));
    if (got.n < words.length && words.some((w) => +w)) await more(near.flatMap((d) => linked(d, ["payments"])));
  }
  return got.reason && { base, reason: got.reason };
};

/** The part of a text that has what was sought. @param {string} text @param {string[]} words */
const around = (text, words) => {
  const [before, mark] = marked(text, words), first = mark ? String(before).length : 0, space = text.indexOf(" ", first - BEFORE);
  const from = first <= BEFORE ? 0 : space > 0 && space < first ? space + 1 : first - BEFORE, end = first + AFTER;
  const to = text.length <= end ? text.length : Math.max(text.lastIndexOf(" ", end), end - 12);
  return marked((from ? "…" : "") + text.slice(from, to).trim() + (to < text.length ? "…" : ""), words);
};

/** Adds the reason to those of the results that do not show it, when they come into view.
 * @param {import("./engine.js").Found} found @param {HTMLElement} list of them @param {(r: {url: string}) => string} href the page of a record */
export const why = ({ results, words, corrected, parted }, list, href) => {
  if (corrected.length || parted.length) return; // what was sought is in none as it stands
  const seen = new IntersectionObserver((entries) => entries.forEach(async ({ isIntersecting, target }) => {
    if (!isIntersecting) return;
    seen.unobserve(target);
    const r = results[[...list.children].indexOf(target)], missing = words.filter((w) => !has(target.textContent ?? "", [w]).length && +w !== r?.amount);
    if (!r || LARGE.has(r.type) || !missing.length) return;
    const found = await reasonOf(r, missing).catch(() => undefined);
    if (!found || !target.isConnected) return;
    const { base, reason: { text, id, url } } = found, path = url?.slice(base.length) ?? "", kind = path && say("one_" + path.split("/")[0]), shown = around(text, missing);
    const page = (/** @type {any[]} */ inside) => make("a", { href: href({ url: (r.url.startsWith(lang + "/") ? lang + "/" : "") + path }) }, ...inside);
    const said = id ? [page(marked(id, missing)), text !== id && Number.isNaN(+text) && [" ", ...shown]] : [url ? page(shown) : shown];
    target.append(make("p", { class: "why", lang: id ? "" : foreign(text) }, kind && make("span", {}, kind + " "), .../** @type {any[]} */ (said.flat().filter(Boolean))));
  }));
  [...list.children].forEach((li) => seen.observe(li));
};
