// @ts-check
// Walks the documents that several lists have in common.
import { lastBefore } from "./format.js";
import { file, fill, placesIn } from "./index.js";

/** @typedef {import("./index.js").List} List */
/** @typedef {{n: number, lists: List[], run: number, at: number, title: boolean}} Stream the union of lists. run: of which run it is a triple, 0 for none; at: how far from its beginning; title: whether titles alone count */

const BODY = 1024; // from where places are of the second tier
const LONG = 4, BLOCK = 3000; // how much longer a list is that is loaded later; bytes of a block, about

/** @param {List[]} lists @param {boolean} [title] @param {number} [run] @param {number} [at] @returns {Stream} */
export const stream = (lists, title = false, run = 0, at = 0) => ({ lists: lists.filter((l) => l.n), n: lists.reduce((n, l) => n + l.n, 0), run, at, title });

/** @param {List} l @param {number} doc the part that it belongs to */
const part = (l, doc) => l.parts[lastBefore(l.parts, (p) => p.first > doc)];

/** @param {number[]} docs sorted @param {number} from @param {number} to */
const within = (docs, from, to) => docs.slice(docs[0] < from ? lastBefore(docs, (d) => d >= from) + 1 : 0, docs[0] > to ? 0 : lastBefore(docs, (d) => d > to) + 1);

/** @param {number[]} a @param {number[]} b */
const both = (a, b) => { const set = new Set(b); return a.filter((d) => set.has(d)); };

/** @param {number[][]} lists */
const union = (lists) => lists.length === 1 ? lists[0] : [...new Set(lists.flat())].sort((a, b) => a - b);

/** Where a stream's triple stands in a document. @param {Stream} s @param {number} doc */
const placesOf = (s, doc) => {
  for (const l of s.lists) {
    const p = part(l, doc), docs = p.docs ?? [], i = lastBefore(docs, (d) => d > doc);
    if (docs[i] === doc) return placesIn(p, i);
  }
  return [];
};

/** The documents in which the triples of each run stand as they do in the run. @param {Stream[]} streams @param {number[]} docs */
const standing = (streams, docs) => {
  const runs = [...new Set(streams.map((s) => s.run))].filter(Boolean).map((run) => streams.filter((s) => s.run === run));
  return runs.length ? docs.filter((doc) => runs.every((run) => {
    let begins = /** @type {number[] | null} */ (null);
    for (const s of run) {
      const here = placesOf(s, doc).filter((p) => !s.title || p < BODY).map((p) => p - s.at), before = begins;
      begins = before ? here.filter((b) => before.includes(b)) : here;
    }
    return begins?.length;
  })) : docs;
};

/** Walks the documents that are in every stream, in order. want: how many are needed; spare: bytes for counting on.
 * @param {import("./index.js").Index} x @param {Stream[]} streams @param {number} lo @param {number} hi @param {number} want @param {boolean} [back] @param {number} [spare]
 * @returns {Promise<{docs: number[], complete: boolean, share: number}>} */
export const walk = async (x, streams, lo, hi, want, back = false, spare = 0) => {
  streams = [...streams].sort((a, b) => a.n - b.n);
  const cuts = new Set([lo]);
  for (const s of streams) for (const l of s.lists) for (const p of l.parts) if (p.first > lo && p.first <= hi) cuts.add(p.first);
  const from = [...cuts].sort((a, b) => a - b);
  const windows = from.map((f, i) => ({ from: f, to: (from[i + 1] ?? hi + 1) - 1 }));
  if (back) windows.reverse();
  const docs = /** @type {number[]} */ ([]), start = x.cost.bytes;
  let seen = 0;
  for (let i = 0, batch = 2; i < windows.length; ) {
    const next = windows.slice(i, i + batch), enough = docs.length >= want;
    let kept = next.map(() => /** @type {number[] | null} */ (null)), loaded = false;
    for (const [at, s] of streams.entries()) {
      // Streams about as long as the first are loaded with it; longer ones only where something is left.
      const group = at ? [s] : streams.filter((t) => t.n <= LONG * s.n);
      const need = new Map(group.flatMap((t) => next.flatMap((w, k) => kept[k]?.length === 0 ? [] : t.lists.map((l) => /** @type {[import("./index.js").Part, boolean]} */ ([part(l, w.from), l.placed]))).filter(([p]) => !p.docs)));
      if (need.size) {
        if (enough && x.cost.bytes - start + need.size * BLOCK > spare || x.cost.bytes > x.limit) return { docs, complete: false, share: streams[0].n ? seen / streams[0].n : 1 };
        loaded = true;
        await Promise.all([...need].map(async ([p, placed]) => fill(p, await file(x, p.name), placed)));
      }
      kept = next.map((w, k) => {
        const here = union(s.lists.map((l) => within(part(l, w.from).docs ?? [], w.from, w.to)));
        if (s === streams[0]) seen += here.length;
        return kept[k] ? both(kept[k] ?? [], here) : here;
      });
    }
    for (const k of kept) {
      const whole = standing(streams, k ?? []);
      docs.push(...(back ? whole.reverse() : whole));
    }
    i += batch;
    if (loaded) batch = Math.min(batch * 2, 8);
  }
  return { docs, complete: true, share: 1 };
};
