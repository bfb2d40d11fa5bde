// @ts-check
// An index that is open: its root, and the files that were read so far.
import { SLOTS, lastBefore, name, numbers, places, reader, rest, terms as termsOf, text, tree, uint, utf8 } from "./format.js";
import { HAN, hash } from "./text.js";

/** @typedef {{ok: boolean, status: number, arrayBuffer: () => Promise<ArrayBuffer>}} Answer */
/** @typedef {import("./format.js").Tree} Tree */
/** @typedef {{id: string, label: string, parent: number}} Value of a facet; parent is an index plus one */
/** @typedef {{first: number, name: string, placed: boolean, docs: number[] | null, places: Uint8Array | number[][]}} Part of a list: documents from first on; placed: whether the places of the term in each stand beside them */
/** @typedef {{n: number, parts: Part[]}} List */
/** @typedef {{term: string, title: List, body: List, n: number, rest: Uint8Array}} Entry */

const EXPAND = 16, FILES = 4; // terms that a beginning stands for, and files that are looked at for them
const LEVELS = [1, 2, 3, 4, 6, 40]; // of how many characters of a term each eight bits of its code are

/** lang: which of the two languages; files: what was read
 * @typedef {{base: string, get: (url: string) => Promise<Answer>, cost: {bytes: number, requests: number}, lang: number, unit: number, root: any, files: Map<string, Promise<any>>}} Index */

/** @param {string} base the address of the site's root, with "/" at its end @param {(url: string) => Promise<Answer>} get @param {string} lang @returns {Promise<Index>} */
export const openIndex = async (base, get, lang) => {
  const x = { base, get, cost: { bytes: 0, requests: 0 }, lang: 0, unit: 1, root: /** @type {any} */ (null), files: new Map() };
  const root = JSON.parse(utf8.decode(await file(x, "root"))), bytes = (/** @type {string} */ s) => Uint8Array.from(atob(s), (c) => c.charCodeAt(0));
  if (root.v !== 4) throw Error("index: old");
  for (const name in root.trees) root.trees[name] = tree(bytes(root.trees[name]));
  for (const p of [root.shown, root.values]) {
    let cell = 0;
    p.cells = p.cells.map((/** @type {number} */ distance) => (cell += distance));
  }
  root.all = bytes(root.all);
  root.newest = numbers(bytes(root.newest));
  return { ...x, root, lang: Math.max(0, root.langs.indexOf(lang)), unit: 10 ** root.digits };
};

/** A file of the index, by the hash of its content or by its path; one that did not come is asked for again the next time.
 * @template [T=Uint8Array] @param {Index} x @param {string} name @param {(b: Uint8Array) => T} [as] what is made of it, the same whenever it is asked for @returns {Promise<T>} */
export const file = (x, name, as) => {
  let got = x.files.get(name);
  if (!got) {
    got = load(x, name).then(as);
    got.catch(() => x.files.delete(name));
    x.files.set(name, got);
  }
  return got;
};

/** @param {Index} x @param {string} name */
const load = async (x, name) => {
  x.cost.requests++;
  const own = name > "g", path = `search/${own ? "" : "parts/"}${name}.gz`, answer = await x.get(x.base + path + (own && x.root ? "?" + x.root.placed : ""));
  if (!answer.ok) throw Error(`${path}: ${answer.status}`);
  const b = new Uint8Array(await answer.arrayBuffer());
  x.cost.bytes += b.length;
  if (b[0] !== 0x1f || b[1] !== 0x8b) return b; // a host unpacked it
  return new Uint8Array(await new Response(new Blob([b]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
};

/** The files of a table in which a term stands; with known, those of what begins so. @param {Index} x @param {string} table @param {string} start @param {boolean} [known] */
const leaves = (x, table, start, known) => {
  const chars = [...start], out = /** @type {string[]} */ ([]);
  const code = LEVELS.map((n, k) => known && n > chars.length ? -1 : hash(start < "0" ? start : chars.slice(0, n).join("")) >>> 8 * (k % 4) & 255);
  const go = (/** @type {Tree} */ t, at = 1, depth = 0) => {
    if (t === true) out.push(table + "/" + at.toString(36));
    else if (t) t.forEach((part, bit) => { if (code[depth >> 3] < 0 || (code[depth >> 3] >> (7 - (depth & 7)) & 1) === bit) go(part, at * 2 + bit, depth + 1); });
  };
  go(x.root.trees[table]);
  return out;
};

/** Where a document stands in pieces. @param {Index} x @param {string} name @param {number} doc */
export const place = (x, name, doc) => {
  const { cells, parts } = x.root[name], at = lastBefore(cells, (/** @type {number} */ c) => c * SLOTS > doc);
  return `/${cells[at]}-${doc % parts[at]}`;
};

/** What a table of terms has of a term. @param {Index} x @param {string} table @param {string} term @returns {Promise<Uint8Array | undefined>} */
export const entry = async (x, table, term) => {
  const [name] = leaves(x, table, term.replace("\x02", ""));
  if (name) return (await file(x, name, termsOf)).get(term);
};

/** @param {Index} x @param {string} term @param {string} [table] @returns {Promise<Entry | null>} */
export const term = async (x, term, table = "terms") => {
  const b = await entry(x, table, term);
  return b ? entryOf(term, b) : null;
};

/** Those that there are. @param {Index} x @param {string[]} list @param {string} [table] @returns {Promise<Entry[]>} */
export const terms = async (x, list, table) => /** @type {Entry[]} */ ((await Promise.all(list.map((t) => term(x, t, table)))).filter(Boolean));

/** What begins so in a table of terms. @param {Index} x @param {string} table @param {string} start @returns {Promise<[string, Uint8Array][]>} */
export const beginning = async (x, table, start) => {
  const names = [...new Set([...leaves(x, table, start), ...leaves(x, table, start, true)])].slice(0, FILES);
  return (await Promise.all(names.map((n) => file(x, n, termsOf)))).flatMap((terms) => [...terms]).filter(([t]) => t.startsWith(start));
};

/** The term itself and the most frequent of those that begin so. @param {Index} x @param {string} start @returns {Promise<Entry[]>} */
export const begins = async (x, start) => {
  const own = (/** @type {Entry} */ e) => +(e.term === start);
  return (await beginning(x, "terms", start)).map(([t, b]) => entryOf(t, b)).sort((a, b) => own(b) - own(a) || b.n - a.n).slice(0, EXPAND);
};

/** @param {Index} x @param {number} facet @returns {Promise<Map<number, Value>>} its values by index plus one */
export const values = async (x, facet) => {
  const f = x.root.facets[facet];
  if (!f.map) {
    const list = f.files ? JSON.parse(utf8.decode(await file(x, f.files[x.lang]))) : f.values ?? [];
    f.map = new Map(list.map((/** @type {any[]} */ v) => [v[0] + 1, { id: v[1], label: (x.lang && v[3]) || v[2], parent: v[4] }]));
  }
  return f.map;
};

/** A value and those that it is part of. @param {Map<number, Value>} list @param {number} at */
export const above = (list, at) => {
  const out = /** @type {number[]} */ ([]);
  for (; at && out.length < 32; at = list.get(at)?.parent ?? 0) out.push(at);
  return out;
};

/** Takes what stands in a part. @param {Part} p @param {Uint8Array} b */
export const fill = (p, b) => {
  const r = reader(b);
  p.docs = numbers(p.placed ? text(r) : b);
  p.places = p.placed ? rest(r) : [];
};

/** @param {string} term @param {Uint8Array} b @returns {Entry} */
const entryOf = (term, b) => {
  const r = reader(b), triple = term[0] === "\x04";
  const list = (/** @type {boolean} */ placed) => {
    const n = uint(r), parts = /** @type {Part[]} */ ([]), add = (/** @type {number} */ first, /** @type {string} */ name) => parts.push({ first, name, placed, docs: null, places: [] });
    if (n) {
      add(0, "");
      fill(parts[0], text(r));
      for (let k = uint(r), cell = 0; k > 0; k--) add((cell += uint(r)) * SLOTS + uint(r), name(r));
    }
    return { n, parts };
  };
  const title = list(triple || /^[\p{L}\p{N}]/u.test(term) && !HAN.test(term)), body = list(triple);
  return { term, title, body, n: title.n + body.n, rest: rest(r) };
};

/** Where a triple or word stands in a document of a part. @param {Part} p @param {number} i which @returns {number[]} */
export const placesIn = (p, i) => {
  if (p.places instanceof Uint8Array) p.places = places(p.places);
  return p.places[i] ?? [];
};
