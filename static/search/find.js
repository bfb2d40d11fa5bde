// @ts-check
// Meets the documents of a query and ranks them. internal/search/search.go is
// the same in Go, step by step.
import { AFTER, END, FIRST, SLOTS } from "./format.js";
import { above, term, terms, values } from "./index.js";
import { histogram } from "./counts.js";
import { WANT, standing, stream, walk } from "./walk.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Entry} Entry */
/** @typedef {import("./walk.js").Stream} Stream */
/** @typedef {import("./query.js").Question} Question */
/** by: which of the streams is walked by amount, and the table of its pieces
 * @typedef {{streams: Stream[], entries: Entry[], by?: {s: Stream, table: Uint8Array}, fits: (values: number[]) => boolean}} Filter */
/** all: those to be counted; hist: an entry that has the counts, term and bytes
 * @typedef {{all: number[], total: number, exact: boolean, share: number, hist: {term: string, rest: Uint8Array} | null}} Met */
/** docs: best first; some: 0 where there are none; finish: counts on
 * @typedef {{docs: number[], some: number, finish: () => Promise<Met>}} Ranked */

const SPARE = 6, TITLES = 8; // blocks to count on, and of a walk of titles

/** The filters as streams, and as a test of a document's values. @param {Index} x @param {Record<string, string[]>} asked @returns {Promise<Filter>} */
export const filter = async (x, asked) => {
  const used = await Promise.all(x.root.facets.flatMap((/** @type {any} */ facet, /** @type {number} */ f) => {
    const chosen = asked[facet.id];
    return chosen?.length ? (async () => {
      const [entries, list] = await Promise.all([terms(x, chosen.map((v) => `\x01${facet.id}=${v}`)), values(x, f)]);
      return { entries, fits: (/** @type {number[]} */ v) => above(list, v[f]).some((at) => chosen.includes(list.get(at)?.id ?? "")) };
    })() : [];
  }));
  const streams = used.map((p) => stream(p.entries.map((/** @type {Entry} */ e) => e.title)));
  const by = streams.map((s, i) => ({ s, table: used[i].entries.length === 1 && s.n > 256 ? histogram(x, used[i].entries[0].rest).table : new Uint8Array() })).filter((o) => o.table.length).sort((a, b) => a.s.n - b.s.n)[0];
  return { streams, by, entries: used.flatMap((p) => p.entries), fits: (v) => used.every((p) => p.fits(v)) };
};

/** The numbers of the days that are asked for, and whether any are. @param {(string | null)[]} [date] */
const span = (date = []) => {
  const cell = (/** @type {string} */ s) => 64 + 109572 - Math.min(Math.max(Date.parse(s) / 864e5 + 25567 || 0, 0), 109572), [from, to] = date, dated = !!(from || to);
  return { dated, lo: to ? cell(to) * SLOTS : dated ? FIRST : 0, hi: from ? (cell(from) + 1) * SLOTS - 1 : dated ? AFTER - 1 : END };
};

/** @param {Index} x @param {Question} asked @param {boolean} words whether the query has any @param {Filter} filters @param {{amount?: (number | null)[], date?: (string | null)[]}} ranges @param {string} sort @param {number} end how many are shown @param {boolean} exactly whether all are counted, however much is read
 * @returns {Promise<Ranked>} */
export const find = async (x, asked, words, filters, ranges, sort, end, exactly) => {
  const { units } = asked, asks = units.map((u) => u.any), made = (/** @type {number[]} */ docs, /** @type {Partial<Met>} */ met = {}) => {
    const m = { all: docs, total: docs.length, exact: true, share: 1, hist: null, ...met };
    return { docs, some: m.total, finish: async () => m };
  };
  let any = [...asks, ...filters.streams];
  if (words && !units.length || any.some((s) => !s.n)) return made([]);
  const { lo, hi, dated } = span(ranges.date), [least = null, most = null] = ranges.amount ?? [], amounts = least !== null || most !== null;
  const entries = [...units.flatMap((u) => u.entries), ...filters.entries], want = Math.max(WANT, end), blocks = exactly ? Infinity : SPARE;
  const hist = dated || amounts || entries.length > 1 ? null : entries.length ? (entries[0].n > 16 ? entries[0] : null) : { term: "\x01", rest: x.root.all };
  const known = hist ? entries[0]?.n ?? x.root.n : -1;
  /** @param {import("./walk.js").Walk} w @param {number[]} [docs] those that are shown first @returns {Promise<Met>} */
  const counted = async (w, docs = w.docs) => {
    const { complete, share } = known < 0 ? await w.finish(blocks) : { complete: true, share: 1 }, all = w.docs;
    return { all, total: Math.max(known, all.length, complete ? 0 : docs.length, Math.round(all.length / Math.max(share, 0.001))), exact: complete, share, hist };
  };
  const sorted = /largest|smallest/.test(sort);
  if (amounts || sorted) {
    if (sort === "largest" && hist && known > 256 && entries.length && end <= 40) {
      const docs = histogram(x, hist.rest).top;
      if (docs.length >= end) return made(docs, { total: known, hist });
    }
    // A range keeps what has an amount; without one the others follow.
    const { byAmount } = await import("./amounts.js"), meet = amounts && !asks.length || !any.length ? null : walk(x, amounts ? asks : any, [[lo, hi]], asks.length ? Math.max(want, END) : want).then(counted);
    const met = asks.length ? await meet : null, set = met && new Set(met.all);
    const share = (set ? set.size / x.root.n : 1) * (amounts || !set ? filters.streams : []).reduce((p, s) => s === filters.by?.s ? p : p * s.n / x.root.n, 1);
    const [all, by] = await Promise.all([meet, byAmount(x, filters.by?.table, (d, v) => d >= lo && d <= hi && (!set || set.has(d)) && filters.fits(v), least, most, sort === "smallest", exactly ? Infinity : sorted ? end : want, share)]);
    if (!amounts) return made(by.complete && all ? [...new Set([...by.docs, ...all.all])] : by.docs, all ?? { total: known, hist });
    const exact = by.complete && (!all || all.exact);
    return made(sorted ? by.docs : [...by.docs].sort((a, b) => sort === "oldest" ? b - a : a - b), { all: by.docs, total: exact ? by.docs.length : Math.round(by.docs.length / (by.share || 1)), exact, share: by.share });
  }
  if (!any.length && known > 0 && sort !== "oldest" && end <= x.root.newest.length) return made(x.root.newest, { total: known, hist });
  if (!any.length) {
    const all = await term(x, "\x01");
    if (!all) return made([]);
    any = [stream([all.title])];
  }
  const ranked = sort !== "newest" && sort !== "oldest" && units.length > 0; // without words the newest are the most relevant
  const spans = /** @type {import("./walk.js").Span[]} */ (ranked ? [[lo, hi]] : [[Math.max(lo, FIRST), Math.min(hi, AFTER - 1), sort === "oldest"], [lo, Math.min(hi, FIRST - 1)], [Math.max(lo, AFTER), hi]].filter(([a, b]) => a <= b));
  const meet = async (/** @type {Stream[]} */ s, most = end) => ranked && s.every((t) => t.n) ? (await walk(x, s, spans, most, most < Infinity ? TITLES : most)).docs : [];
  // The whole title first, of one word what has it, then titles; of those, what has the words side by side.
  const titles = [...units.map((u) => u.title), ...filters.streams];
  const [got, inTitle, ...first] = await Promise.all([walk(x, any, spans, end), meet(titles, units[1] && titles[0].run < 0 ? want : end), ...asked.first.map((e) => meet([stream([e.title]), ...filters.streams]))]);
  const docs = [...new Set([...first.flat(), ...standing(titles, inTitle, -1), ...inTitle, ...got.docs])];
  return { docs, some: got.docs.length + inTitle.length, finish: () => counted(got, docs) };
};
