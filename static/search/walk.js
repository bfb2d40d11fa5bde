// @ts-check
// Walks the documents that several lists have in common.
import { lastBefore } from "./format.js";
import { file, fill, placesIn } from "./index.js";

/** @typedef {import("./index.js").List} List */
/** @typedef {{n: number, lists: List[], run: number, at: number, title: boolean}} Stream the union of lists. run: of which run it is a triple, below 0 of which row of words it is a word, 0 for none; at: how far from its beginning; title: whether titles alone count */
/** @typedef {[from: number, to: number, back?: boolean]} Span back: the last first */
/** @typedef {{docs: number[], finish: (blocks: number) => Promise<{complete: boolean, share: number}>}} Walk docs: those met so far; finish: goes to the end where no more than so many blocks are needed for it, else as far as an estimate needs */

/** How many documents are met before they are ranked by their words, or their number is estimated. */
export const WANT = 50;

const BODY = 1024; // from where places are of the second tier
const LONG = 4, FEW = 6, MOST = 16, AHEAD = 32; // how much longer a list is that is loaded later, and from how many blocks on; blocks of a walk; windows at once

/** @param {List[]} lists @param {boolean} [title] @param {number} [run] @param {number} [at] @returns {Stream} */
export const stream = (lists, title = false, run = 0, at = 0) => ({ lists: lists.filter((l) => l.n), n: lists.reduce((n, l) => n + l.n, 0), run, at, title });

/** @param {List} l @param {number} doc the part that it belongs to */
const part = (l, doc) => l.parts[lastBefore(l.parts, (p) => p.first > doc)];

/** @param {number[]} docs sorted @param {number} from @param {number} to */
const within = (docs, from, to) => docs.filter((d) => d >= from && d <= to);

/** @param {number[]} a @param {number[]} b */
const both = (a, b) => { const set = new Set(b); return a.filter((d) => set.has(d)); };

/** @param {number[][]} lists */
const union = (lists) => [...new Set(lists.flat())].sort((a, b) => a - b);

/** Where a stream's triple stands in a document. @param {Stream} s @param {number} doc */
const placesOf = (s, doc) => {
  for (const l of s.lists) {
    const p = part(l, doc), docs = p.docs ?? [], i = lastBefore(docs, (d) => d > doc);
    if (docs[i] === doc) return placesIn(p, i);
  }
  return [];
};

/** The documents in which the triples of each run stand as they do in the run; with -1 for sign, the words of each row. @param {Stream[]} streams @param {number[]} docs @param {number} [sign] */
export const standing = (streams, docs, sign = 1) => {
  const runs = [...new Set(streams.map((s) => s.run))].filter((run) => run * sign > 0).map((run) => streams.filter((s) => s.run === run));
  return docs.filter((doc) => runs.every((run) => run.map((s) => placesOf(s, doc).filter((p) => !s.title || p < BODY).map((p) => p - s.at)).reduce(both).length));
};

/** How many steps more meet what is wanted, where those that are done met so many; a quarter more, so that it seldom takes another turn. @param {number} want @param {number} met @param {number} done @param {number} most */
export const ahead = (want, met, done, most) => Math.max(1, Math.min(most, Math.ceil(((want - met) / Math.max(met, 1)) * done * 1.25)));

/** Walks the documents that are in every stream, in order, until so many are met.
 * @param {import("./index.js").Index} x @param {Stream[]} streams @param {Span[]} spans @param {number} want @param {number} [most] blocks @returns {Promise<Walk>} */
export const walk = async (x, streams, spans, want, most = want < Infinity ? MOST : want) => {
  streams = [...streams].sort((a, b) => a.n - b.n);
  const docs = /** @type {number[]} */ ([]), used = new Set(), left = spans.flatMap(([lo, hi, back]) => {
    const from = [lo, ...new Set(streams.flatMap((s) => s.lists.flatMap((l) => l.parts.map((p) => p.first))).filter((f) => f > lo && f <= hi))].sort((a, b) => a - b);
    const windows = from.map((f, i) => ({ from: f, to: (from[i + 1] ?? hi + 1) - 1, back }));
    return back ? windows.reverse() : windows;
  });
  let seen = 0, done = 0;
  /** Takes the next windows at once, if it may use so many blocks. @param {number} n @param {number} most */
  const step = async (n, most) => {
    const next = left.slice(0, n);
    let kept = /** @type {number[][]} */ ([]), met = 0;
    const blocks = (/** @type {Stream[]} */ group) => new Set(group.flatMap((t) => next.flatMap((w, k) => kept[k]?.length === 0 ? [] : t.lists.map((l) => part(l, w.from)))).filter((p) => p.name && !used.has(p)));
    for (const [at, s] of streams.entries()) {
      // Of many blocks those of streams about as long as the first are loaded with it; those of longer ones only where something is left.
      const need = blocks(blocks(streams.slice(at)).size <= FEW ? streams.slice(at) : at ? [s] : streams.filter((t) => t.n <= LONG * s.n));
      if (need.size && used.size + need.size > most) return false;
      await Promise.all([...need].map(async (p) => {
        used.add(p);
        if (!p.docs) fill(p, await file(x, p.name));
      }));
      kept = next.map((w, k) => {
        if (kept[k]?.length === 0) return [];
        const here = union(s.lists.map((l) => within(part(l, w.from).docs ?? [], w.from, w.to)));
        if (!at) met += here.length;
        return at ? both(kept[k], here) : here;
      });
    }
    kept.forEach((k, i) => {
      const whole = standing(streams, k);
      docs.push(...(next[i].back ? whole.reverse() : whole));
    });
    left.splice(0, n);
    seen += met;
    done += n;
    return true;
  };
  /** First as far as what stands in the shards reaches, then over as many windows as those before let expect. @param {number} want @param {number} most */
  const until = async (want, most) => {
    for (let batch = 1; left.length && docs.length < want; ) {
      batch = Math.min(batch, left.length);
      if (await step(batch, most)) batch = ahead(want, docs.length, done, AHEAD);
      else if (!(batch >>= 2)) break;
    }
  };
  const finish = async (/** @type {number} */ blocks) => {
    await step(left.length, blocks) || await until(WANT, blocks);
    return { complete: !left.length, share: left.length ? seen / streams[0].n : 1 };
  };
  await until(want, most);
  await step(left.length, 0);
  return { docs, finish };
};
