// @ts-check
// What stands in the files of the index, as internal/search/doc.go specifies it.

/** A document's number is its cell times SLOTS, plus its slot. Cells before FIRST and from AFTER on have no day. */
export const SLOTS = 2 ** 22, FIRST = 64 * SLOTS, AFTER = (64 + 109573) * SLOTS, END = 2 ** 53;

export const utf8 = new TextDecoder();

/** @typedef {{b: Uint8Array, at: number}} Reader bytes, and how far they are read */

/** @param {Uint8Array} b @returns {Reader} */
export const reader = (b) => ({ b, at: 0 });
/** @param {Reader} r */
export const more = (r) => r.at < r.b.length;
/** @param {Reader} r @returns {number} */
export const uint = (r) => {
  for (let v = 0, scale = 1; ; scale *= 128) {
    const c = r.b[r.at++] ?? 0;
    v += (c & 127) * scale;
    if (c < 128) return v;
  }
};
/** @param {Reader} r @param {number} [n] how many bytes; else a text's */
export const text = (r, n = uint(r)) => r.b.subarray(r.at, (r.at += n));
/** @param {Reader} r */
export const rest = (r) => r.b.subarray(r.at);
/** @param {Reader} r */
export const name = (r) => [...text(r, 4)].map((c) => c.toString(16).padStart(2, "0")).join("");

/** Terms of a file in order, each with its entry. @param {Uint8Array} b @returns {Map<string, Uint8Array>} */
export const terms = (b) => {
  const r = reader(b), out = new Map();
  for (let last = new Uint8Array(); more(r); ) {
    last = shared(r, last);
    out.set(utf8.decode(last), text(r));
  }
  return out;
};

/** A text that begins as the one before does. @param {Reader} r @param {Uint8Array} last */
const shared = (r, last) => {
  const n = uint(r), rest = text(r), out = new Uint8Array(n + rest.length);
  out.set(last.subarray(0, n));
  out.set(rest, n);
  return out;
};

/** A segment. @param {Uint8Array} b @returns {number[]} */
export const numbers = (b) => {
  const r = reader(b), out = [];
  for (let cell = 0; more(r); ) {
    const head = uint(r);
    cell += Math.floor(head / 2);
    let n = head % 2 ? uint(r) + 2 : 1, doc = cell * SLOTS + uint(r);
    out.push(doc);
    while (--n > 0) out.push((doc += uint(r) + 1));
  }
  return out;
};

/** @param {Reader} r @param {number} n @returns {number[]} so many */
export const list = (r, n) => Array.from({ length: n }, () => uint(r));

/** A facet's value of each of so many documents. @param {Reader} r @param {number} n */
export const column = (r, n) => {
  const values = list(r, uint(r));
  return list(r, n).map((at) => values[at]);
};

/** Where a triple stands in one document after another. @param {Uint8Array} b @returns {number[][]} */
export const places = (b) => {
  const r = reader(b), out = [];
  while (more(r)) {
    const of = [];
    for (let at = 0, v = 1; v % 2; ) of.push((at += ((v = uint(r)) - (v % 2)) / 2));
    out.push(of);
  }
  return out;
};

/** @typedef {boolean | any[]} Tree a node: its two parts, which are trees, or of one that is not divided, whether it has terms */

/** @param {Uint8Array} b @returns {Tree} */
export const tree = (b) => {
  let i = 0;
  const bit = () => b[i >> 3] >> (7 - (i++ & 7)) & 1;
  /** @returns {Tree} */
  const node = () => bit() ? [node(), node()] : !!bit();
  return node();
};

/** @template T @param {T[]} list @param {(x: T) => boolean} after @returns {number} the last that is not after, at least 0 */
export const lastBefore = (list, after) => {
  let lo = 0, hi = list.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (after(list[mid])) hi = mid;
    else lo = mid + 1;
  }
  return Math.max(0, lo - 1);
};
