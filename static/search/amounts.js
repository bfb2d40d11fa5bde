// @ts-check
// Walks by amount. It is loaded where a query is sorted by amount or has a range of
// them; internal/search/byamount.go is the same in Go.
import { END, SLOTS, column, list, more, name, reader, uint } from "./format.js";
import { file } from "./index.js";
import { ahead } from "./walk.js";

const PIECES = 32, AHEAD = 8; // that a walk loads at most, and at once

/** Walks by amount. @param {import("./index.js").Index} x @param {Uint8Array | undefined} table of pieces, else that of all @param {(doc: number, values: number[]) => boolean} fits @param {number | null} least @param {number | null} most @param {boolean} up @param {number} want
 * @param {number} share about what part of them fits */
export const byAmount = async (x, table, fits, least, most, up, want, share) => {
  const lo = least === null ? 0 : least * x.unit, hi = most === null ? END : most * x.unit;
  const r = reader(table ?? (await file(x, x.root.amounts))), pieces = /** @type {{most: number, n: number, name: string}[]} */ ([]);
  while (more(r)) pieces.push({ most: uint(r), n: uint(r), name: name(r) });
  const use = pieces.filter((p, i) => p.most >= lo && (pieces[i + 1]?.most ?? 0) <= hi);
  if (up) use.reverse();
  const docs = /** @type {number[]} */ ([]), all = use.reduce((n, p) => n + p.n, 0);
  let seen = 0, done = 0;
  while (done < use.length && (docs.length < want || !done) && (done < PIECES || want === Infinity)) {
    const next = use.slice(done, done + (done ? ahead(want, docs.length, done, AHEAD) : ahead(want, Math.floor(share * use[0].n), 1, AHEAD)));
    for (const b of await Promise.all(next.map((p) => file(x, p.name)))) {
      const r = reader(b), n = uint(r);
      let a = 0;
      const amounts = list(r, n).map((v, i) => (a = i ? a - v : v)), cells = list(r, n), ids = list(r, n).map((slot, i) => cells[i] * SLOTS + slot), values = x.root.facets.map(() => column(r, n));
      const here = ids.filter((d, i) => amounts[i] >= lo && amounts[i] <= hi && fits(d, values.map((/** @type {number[]} */ of) => of[i])));
      docs.push(...(up ? here.reverse() : here));
      seen += n;
    }
    done += next.length;
  }
  return { docs, complete: seen === all, share: all ? seen / all : 1 };
};
