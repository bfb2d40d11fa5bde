// @ts-check
// Counts by facet, and sums.
import { SLOTS, column, list, more, numbers, reader, rest, text, uint } from "./format.js";
import { above, entry, file, place, values } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{value: string, label: string, count: number, parent: string}} Bar */
/** @typedef {{awarded: number, paid: number, served: number}} Sums */
/** By facet, by index plus one; a number where they stand aside, under it.
 * @typedef {(Map<number, number> | number)[]} Counts */

/** How many values follow, plus one, and each with its count. @param {import("./format.js").Reader} r */
const bars = (r) => {
  const n = uint(r), map = new Map();
  for (let i = 1, v = 1; i < n; i++) map.set((v += uint(r)), uint(r));
  return n ? map : uint(r);
};

/** The counts that an entry has. @param {Index} x @param {Uint8Array} b */
export const histogram = (x, b) => {
  const r = reader(b), counts = /** @type {Counts} */ (x.root.facets.map(() => bars(r)));
  const sums = list(r, 3), top = /** @type {number[]} */ ([]);
  if (more(r)) for (let n = uint(r); n > 0; n--) top.push(uint(r) * SLOTS + uint(r));
  return { counts, sums, top, table: rest(r) };
};

/** Counts documents from columns; sums are added up when they are asked for. @param {Index} x @param {number[]} docs @param {number} chunks at most */
const count = async (x, docs, chunks) => {
  const by = /** @type {Map<string, number[]>} */ (new Map());
  for (const d of docs) {
    const at = place(x, "values", d);
    by.get(at)?.push(d) ?? by.set(at, [d]);
  }
  const chosen = [...by].sort((a, b) => b[1].length - a[1].length).slice(0, chunks), counts = /** @type {Map<number, number>[]} */ (x.root.facets.map(() => new Map()));
  const parts = await Promise.all(chosen.map(async ([at, mine]) => {
    const r = reader(await file(x, "values" + at)), set = new Set(mine), picked = numbers(text(r)).map((d) => set.has(d));
    for (const map of counts) {
      column(r, picked.length).forEach((v, i) => { if (picked[i] && v) map.set(v, (map.get(v) ?? 0) + 1); });
    }
    return { name: "sums" + at, picked };
  }));
  const sums = async () => {
    const out = [0, 0, 0];
    await Promise.all(parts.map(async ({ name, picked }) => {
      const r = reader(await file(x, name));
      for (const k of out.keys()) {
        const unit = uint(r);
        for (const yes of picked) { const v = uint(r); if (yes && v) out[k] += (v - +(k < 2)) * unit; }
      }
    }));
    return out;
  };
  return { counts, sums, covered: chosen.reduce((n, [, mine]) => n + mine.length, 0), all: chosen.length === by.size };
};

/** What a query's documents are counted by. Facets whose names are in a file are given as what loads them, unless their names are loaded already; sums as what adds them up.
 * @param {Index} x @param {import("./find.js").Met} met @param {number} chunks of columns, at most
 * @returns {Promise<{facets: Record<string, Bar[]>, more: Record<string, () => Promise<Bar[]>>, facetsExact: boolean, totals: () => Promise<Sums>}>} */
export const counted = async (x, met, chunks) => {
  const { hist } = met, h = hist && histogram(x, hist.rest);
  const got = h ? { ...h, sums: async () => h.sums, covered: met.total, all: true } : await count(x, met.all, chunks);
  const scale = Math.max(1, met.total / (got.covered || met.total || 1)), facets = /** @type {Record<string, Bar[]>} */ ({}), more = /** @type {Record<string, () => Promise<Bar[]>>} */ ({});
  await Promise.all(got.counts.map(async (/** @type {Counts[0]} */ counts, /** @type {number} */ f) => {
    const { id, files, map } = x.root.facets[f], far = typeof counts === "number", make = async () => {
      const list = await values(x, f), sum = new Map();
      for (const [v, n] of /** @type {Map<number, number>} */ (far ? bars(reader(/** @type {any} */ (await entry(x, "tallies", `${counts}${f}` + /** @type {any} */ (hist).term)))) : counts)) for (const at of above(list, v)) sum.set(at, (sum.get(at) ?? 0) + n);
      return [...sum].flatMap(([v, n]) => {
        const value = list.get(v);
        return value ? [{ value: value.id, label: value.label, count: Math.min(met.total, Math.round(n * scale)), parent: list.get(value.parent)?.id ?? "" }] : [];
      }).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    };
    if (far || files && !map && counts.size) more[id] = make;
    else facets[id] = counts.size ? await make() : [];
  }));
  return { facets, more, facetsExact: got.all && (!!hist || met.exact), totals: async () => {
    const [awarded, paid, served] = (await got.sums()).map((v) => Math.round(v * scale));
    return { awarded: awarded / x.unit, paid: paid / x.unit, served };
  } };
};
