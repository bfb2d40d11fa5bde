// @ts-check
// Meets the documents of a query and ranks them. internal/search/search.go is
// the same in Go, step by step.
import { AFTER, END, FIRST, SLOTS, column, more, name, reader, uint } from "./format.js";
import { file, term, terms, values } from "./index.js";
import { histogram } from "./counts.js";
import { stream, walk } from "./walk.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Entry} Entry */
/** @typedef {import("./walk.js").Stream} Stream */
/** @typedef {import("./query.js").Question} Question */
/** @typedef {{streams: Stream[], entries: Entry[], fits: (values: number[]) => boolean}} Filter */
/** docs: best first; all: those to be counted; hist: an entry that has the counts, term and bytes
 * @typedef {{docs: number[], all: number[], total: number, exact: boolean, share: number, hist: {term: string, rest: Uint8Array} | null}} Met */

const WANT = 50, SPARE = 24_000; // documents that are met before they are ranked; bytes to count on

/** The filters as streams, and as a test of a document's values. @param {Index} x @param {Record<string, string[]>} asked @returns {Promise<Filter>} */
export const filter = async (x, asked) => {
  const used = await Promise.all(x.root.facets.flatMap((/** @type {any} */ facet, /** @type {number} */ f) => {
    const chosen = asked[facet.id];
    return chosen?.length ? (async () => {
      const [entries, list] = await Promise.all([terms(x, chosen.map((v) => `\x01${facet.id}=${v}`)), values(x, f)]);
      return { entries, fits: (/** @type {number[]} */ v) => {
        for (let at = v[f], k = 0; at && k < 32; at = list.get(at)?.parent ?? 0, k++) if (chosen.includes(list.get(at)?.id ?? "")) return true;
        return false;
      } };
    })() : [];
  }));
  return { streams: used.map((p) => stream(p.entries.map((/** @type {Entry} */ e) => e.title))), entries: used.flatMap((p) => p.entries), fits: (v) => used.every((p) => p.fits(v)) };
};

/** The numbers of the days that are asked for, and whether any are. @param {(string | null)[]} [date] */
const span = (date = []) => {
  const cell = (/** @type {string} */ s) => 64 + 109572 - Math.min(Math.max(Date.parse(s) / 864e5 + 25567 || 0, 0), 109572), [from, to] = date, dated = !!(from || to);
  return { dated, lo: to ? cell(to) * SLOTS : dated ? FIRST : 0, hi: from ? (cell(from) + 1) * SLOTS - 1 : dated ? AFTER - 1 : END };
};

/** @param {Index} x @param {Question} asked @param {boolean} words whether the query has any @param {Filter} filters @param {{amount?: (number | null)[], date?: (string | null)[]}} ranges @param {string} sort @param {number} end how many are shown @param {boolean} exactly whether all are counted, however much is read
 * @returns {Promise<Met>} */
export const find = async (x, asked, words, filters, ranges, sort, end, exactly) => {
  const units = asked.units, none = { docs: [], all: [], total: 0, exact: true, share: 1, hist: null };
  if (words && !units.length || [...filters.streams, ...units.map((u) => u.any)].some((s) => !s.n)) return none;
  const { lo, hi, dated } = span(ranges.date), [least = null, most = null] = ranges.amount ?? [], amounts = least !== null || most !== null;
  const entries = [...units.flatMap((u) => u.entries), ...filters.entries], want = Math.max(WANT, end);
  const hist = dated || amounts || entries.length > 1 ? null : entries.length ? (entries[0].n > 16 ? entries[0] : null) : { term: "\x01", rest: x.root.all };
  const known = hist ? entries[0]?.n ?? x.root.n : -1, asks = units.map((u) => u.any);
  let any = [...asks, ...filters.streams];
  if (amounts || sort === "largest" || sort === "smallest") {
    if (sort === "largest" && hist && known > 256 && entries.length && end <= 40) {
      const docs = histogram(x, hist.rest).top;
      if (docs.length >= end) return { ...none, docs, all: docs, total: known, hist };
    }
    // A range keeps what has an amount; without one the others follow.
    const met = amounts && !asks.length || !any.length ? null : await inSpans(x, amounts ? asks : any, [[lo, hi]], asks.length ? END : want, false, known);
    const set = asks.length && met && new Set(met.docs), sorted = sort === "largest" || sort === "smallest";
    const by = await byAmount(x, (d, v) => d >= lo && d <= hi && (!set || set.has(d)) && filters.fits(v), least, most, sort === "smallest", exactly ? END : sorted ? end : want);
    if (!amounts) return { ...none, ...met, total: met ? met.total : known, docs: by.complete && met ? [...new Set([...by.docs, ...met.docs])] : by.docs, all: met?.docs ?? by.docs, hist };
    const exact = by.complete && (!met || met.exact);
    return {
      ...none, docs: sorted ? by.docs : [...by.docs].sort((a, b) => sort === "oldest" ? b - a : a - b), all: by.docs,
      total: exact ? by.docs.length : Math.round(by.docs.length / (by.share || 1)), exact, share: by.share,
    };
  }
  if (!any.length) {
    const all = await term(x, "\x01");
    if (!all) return none;
    any = [stream([all.title])];
  }
  const ranked = sort !== "newest" && sort !== "oldest" && units.length > 0; // without words the newest are the most relevant
  const spans = ranked ? [[lo, hi]] : [[Math.max(lo, FIRST), Math.min(hi, AFTER - 1)], [lo, Math.min(hi, FIRST - 1)], [Math.max(lo, AFTER), hi]].filter(([a, b]) => a <= b);
  const all = inSpans(x, any, spans, want, sort === "oldest", known);
  if (!ranked) return { ...(await all), hist };
  // The whole title first, then titles; of those, what has the words side by side.
  const titles = [...units.map((u) => u.title), ...filters.streams], met = async (/** @type {Stream[]} */ s) => s.some((t) => !t.n) ? [] : (await walk(x, s, lo, hi, want)).docs;
  const named = async () => { const e = units.length > 1 && (await term(x, asked.whole, "titles")); return e ? met([stream([e.title]), ...filters.streams]) : []; };
  const [got, whole, inTitle] = await Promise.all([all, named(), met(titles)]);
  let beside = /** @type {number[]} */ ([]);
  if (asked.links.length && inTitle.length > 1) {
    const near = await terms(x, asked.links);
    if (near.length === asked.links.length) beside = await met([...titles, ...near.map((e) => stream([e.title]))]);
  }
  const docs = [...new Set([...whole, ...beside, ...inTitle, ...got.docs])];
  return { ...got, docs, total: got.exact ? got.total : Math.max(got.total, docs.length), hist };
};

/** @param {Index} x @param {Stream[]} streams @param {number[][]} spans @param {number} want @param {boolean} back @param {number} known the total, -1 where it is not
 * @returns {Promise<Met>} */
const inSpans = async (x, streams, spans, want, back, known) => {
  const docs = /** @type {number[]} */ ([]);
  let complete = true, share = 0;
  for (const [i, [a, b]] of spans.entries()) {
    const w = await walk(x, streams, a, b, Math.max(0, want - docs.length), back && i === 0, known < 0 ? SPARE : 0);
    docs.push(...w.docs);
    complete &&= w.complete;
    share += w.share;
    if (!w.complete) break;
  }
  const total = known >= 0 ? known : complete ? docs.length : Math.round(docs.length / Math.min(1, Math.max(share, 0.001)));
  return { docs, all: docs, total: Math.max(total, docs.length), exact: complete || known >= 0, share: complete ? 1 : Math.min(1, share), hist: null };
};

/** Walks by amount. @param {Index} x @param {(doc: number, values: number[]) => boolean} fits @param {number | null} least @param {number | null} most @param {boolean} up @param {number} want */
const byAmount = async (x, fits, least, most, up, want) => {
  const lo = least === null ? 0 : least * x.unit, hi = most === null ? END : most * x.unit;
  const r = reader(await file(x, x.root.amounts)), pieces = /** @type {{most: number, n: number, name: string}[]} */ ([]);
  while (more(r)) pieces.push({ most: uint(r), n: uint(r), name: name(r) });
  const use = pieces.filter((p, i) => p.most >= lo && (pieces[i + 1]?.most ?? 0) <= hi);
  if (up) use.reverse();
  const docs = /** @type {number[]} */ ([]), all = use.reduce((n, p) => n + p.n, 0);
  let seen = 0;
  for (const p of use) {
    if (docs.length >= want && seen || x.cost.bytes > x.limit) return { docs, complete: false, share: seen / all };
    const b = reader(await file(x, p.name)), n = uint(b), amounts = [], ids = [], values = /** @type {number[][]} */ ([]);
    for (let i = 0, a = 0; i < n; i++) amounts.push((a = i ? a - uint(b) : uint(b)));
    for (let i = 0; i < n; i++) ids.push(uint(b) * SLOTS);
    for (let i = 0; i < n; i++) { ids[i] += uint(b); values.push([]); }
    for (let f = 0; f < x.root.facets.length; f++) column(b, n).forEach((v, i) => values[i].push(v));
    seen += n;
    for (let k = 0; k < n; k++) {
      const i = up ? n - 1 - k : k;
      if (amounts[i] >= lo && amounts[i] <= hi && fits(ids[i], values[i])) docs.push(ids[i]);
    }
  }
  return { docs, complete: true, share: 1 };
};
