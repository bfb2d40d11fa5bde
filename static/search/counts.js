// @ts-check
// Counts by facet, and sums.
import { SLOTS, column, lastBefore, more, numbers, reader, text, uint } from "./format.js";
import { entry, file, row, values } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{value: string, label: string, count: number, parent: string}} Bar */
/** @typedef {{awarded: number, paid: number, served: number}} Sums */
/** By facet, by index plus one; null where they stand aside.
 * @typedef {(Map<number, number> | null)[]} Counts */

/** How many values follow, plus one, and each with its count. @param {import("./format.js").Reader} r */
const bars = (r) => {
  const n = uint(r), map = new Map();
  for (let i = 1, v = 1; i < n; i++) map.set((v += uint(r)), uint(r));
  return n ? map : null;
};

/** The counts that an entry has. @param {Index} x @param {Uint8Array} b */
export const histogram = (x, b) => {
  const r = reader(b), counts = /** @type {Counts} */ (x.root.facets.map(() => bars(r)));
  const sums = { awarded: uint(r), paid: uint(r), served: uint(r) }, top = /** @type {number[]} */ ([]);
  if (more(r)) for (let n = uint(r); n > 0; n--) top.push(uint(r) * SLOTS + uint(r));
  return { counts, sums, top };
};

/** Counts documents from columns; sums are added up when they are asked for. @param {Index} x @param {number[]} docs @param {number} chunks at most */
const count = async (x, docs, chunks) => {
  const by = /** @type {Map<string, {names: string[], docs: number[]}>} */ (new Map());
  const top = x.root.cols.rows; // the files of the table that are needed, at once
  await Promise.all([...new Set(docs.map((d) => lastBefore(top, (/** @type {any} */ r) => r.num > d)))].map((i) => row(x, "cols", (r) => r.num > top[i].num)));
  let list = /** @type {import("./format.js").Row[]} */ ([]), at = 0, mine = /** @type {number[]} */ ([]);
  for (const d of [...docs].sort((a, b) => a - b)) {
    if (!(d < list[at + 1]?.num)) { // another chunk
      [list, at] = await row(x, "cols", (r) => r.num > d);
      const { names } = list[at];
      by.set(names[0], { names, docs: (mine = by.get(names[0])?.docs ?? []) });
    }
    mine.push(d);
  }
  const chosen = [...by.values()].sort((a, b) => b.docs.length - a.docs.length).slice(0, chunks), counts = /** @type {Map<number, number>[]} */ (x.root.facets.map(() => new Map()));
  const parts = await Promise.all(chosen.map(async ({ names, docs: mine }) => {
    const r = reader(await file(x, names[0])), set = new Set(mine), picked = numbers(text(r)).map((d) => set.has(d));
    for (const map of counts) {
      column(r, picked.length).forEach((v, i) => { if (picked[i] && v) map.set(v, (map.get(v) ?? 0) + 1); });
    }
    return { name: names[1], picked };
  }));
  const sums = async () => {
    const out = { awarded: 0, paid: 0, served: 0 };
    await Promise.all(parts.map(async ({ name, picked }) => {
      const r = reader(await file(x, name));
      for (const key of /** @type {(keyof Sums)[]} */ (["awarded", "paid", "served"])) {
        const unit = uint(r), none = key === "served" ? 0 : 1;
        for (const yes of picked) { const v = uint(r); if (yes && v) out[key] += (v - none) * unit; }
      }
    }));
    return out;
  };
  return { counts, sums, covered: chosen.reduce((n, c) => n + c.docs.length, 0), all: chosen.length === by.size };
};

/** What a query's documents are counted by. Facets whose names are in a file are given as what loads them, unless their names are loaded already; sums as what adds them up.
 * @param {Index} x @param {import("./find.js").Met} met @param {number} chunks of columns, at most
 * @returns {Promise<{facets: Record<string, Bar[]>, more: Record<string, () => Promise<Bar[]>>, facetsExact: boolean, totals: () => Promise<Sums>}>} */
export const counted = async (x, met, chunks) => {
  const { hist } = met, h = hist && histogram(x, hist.rest);
  const got = h ? { ...h, sums: async () => h.sums, covered: met.total, all: true } : await count(x, met.all, chunks);
  const scale = Math.max(1, met.total / (got.covered || met.total || 1)), facets = /** @type {Record<string, Bar[]>} */ ({}), more = /** @type {Record<string, () => Promise<Bar[]>>} */ ({});
  await Promise.all(got.counts.map(async (/** @type {Counts[0]} */ counts, /** @type {number} */ f) => {
    const { id, file, map } = x.root.facets[f], make = async () => {
      const list = await values(x, f), sum = new Map();
      for (const [v, n] of counts ?? (await aside(x, hist?.term ?? "", f))) for (let at = v, k = 0; at && k < 32; at = list.get(at)?.parent ?? 0, k++) sum.set(at, (sum.get(at) ?? 0) + n);
      return [...sum].flatMap(([v, n]) => {
        const value = list.get(v);
        return value ? [{ value: value.id, label: value.label, count: Math.min(met.total, Math.round(n * scale)), parent: list.get(value.parent)?.id ?? "" }] : [];
      }).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    };
    if (!counts || file && !map && counts.size) more[id] = make;
    else facets[id] = counts.size ? await make() : [];
  }));
  return { facets, more, facetsExact: got.all && (!!hist || met.exact), totals: async () => {
    const { awarded, paid, served } = await got.sums();
    return { awarded: Math.round(awarded * scale) / x.unit, paid: Math.round(paid * scale) / x.unit, served: Math.round(served * scale) };
  } };
};

/** The counts of a facet that stand aside. @param {Index} x @param {string} term @param {number} facet @returns {Promise<Map<number, number>>} */
const aside = async (x, term, facet) => {
  const r = reader((await entry(x, "aside", term)) ?? new Uint8Array());
  while (more(r)) { const f = uint(r), map = bars(r); if (f === facet && map) return map; }
  return new Map();
};
