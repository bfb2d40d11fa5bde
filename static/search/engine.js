// @ts-check
// The search engine: reads the index that internal/search specifies (doc.go) and
// answers queries. It knows no page, and runs in browsers and in Node. Start with
// open; internal/search/query.go is the same in Go, step by step.

/** @typedef {{ok: boolean, status: number, arrayBuffer: () => Promise<ArrayBuffer>}} Answer */
/** @typedef {{first: number, name: string, docs: number[] | null}} Part a part of a list: documents from first on */
/** @typedef {{n: number, parts: Part[]}} List */
/** @typedef {{n: number, lists: List[]}} Stream the union of lists */
/** @typedef {{title: List, body: List, n: number, rest: Uint8Array}} Entry */
/** @typedef {{key: string, num: number, n: number, names: string[]}} Row of a table */
/** @typedef {{value: string, label: string, count: number, parent: string}} Bar */
/** @typedef {{type: string, id: string, url: string, title: string, other: string, by: string, lead: string, date: string, amount: number | null, paid: number | null, served: number, money: string, labels: Record<string, string>, values: number[], text: string[], doc: number}} Shown */
/** @typedef {{q?: string, filters?: Record<string, string[]>, ranges?: {amount?: (number | null)[], date?: (string | null)[]}, sort?: string, offset?: number, limit?: number, facets?: boolean | "exact", labels?: string[]}} Query labels: the facets whose names results bear */
/** @typedef {{awarded: number, paid: number, served: number}} Sums */
/** @typedef {{total: number, exact: boolean, results: Shown[], facets: Record<string, Bar[]>, more: Record<string, () => Promise<Bar[]>>, facetsExact: boolean, totals: Sums | null, words: string[], corrected: string[], ignored: string[], searched: number, cost: {bytes: number, requests: number}}} Found */

const SLOTS = 2 ** 22, FIRST = 64 * SLOTS, AFTER = (64 + 109573) * SLOTS, END = Number.MAX_SAFE_INTEGER;
const WANT = 50, UNITS = 8, BUDGET = 180_000, SPARE = 24_000, EXPAND = 16, CHUNKS = 2, LABELS = ["type", "area", "district", "state"];
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u; // written without spaces between words

/** @param {string} s the form in which texts are compared */
const fold = (s) => s.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("ς", "σ");

/** @param {string} s folded @returns {{text: string, han: boolean}[]} runs and words; runs go on across punctuation */
const tokens = (s) => {
  /** @type {{text: string, han: boolean}[]} */
  const out = [];
  let open = ""; // what the next character may join: "h", "w", or "p" for a run with punctuation after it
  for (const c of s) {
    const last = out[out.length - 1];
    if (HAN.test(c)) {
      if (open === "h" || open === "p") last.text += c;
      else out.push({ text: c, han: true });
      open = "h";
    } else if (/[\p{L}\p{N}]/u.test(c)) {
      if (open === "w") last.text += c;
      else out.push({ text: c, han: false });
      open = "w";
    } else open = (open === "h" || open === "p") && !/\s/.test(c) ? "p" : "";
  }
  for (const t of out) if (!t.han) t.text = [...t.text].slice(0, 40).join("");
  return out;
};

/** The term of a folded text as a whole title. @param {string} s */
const titleTerm = (s) => {
  let h = 0x811c9dc5;
  for (const b of new TextEncoder().encode(s.replace(/[^\p{L}\p{N}]+/gu, ""))) h = Math.imul(h ^ b, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return "\x03" + ((h ^ (h >>> 13)) >>> 0).toString(16).padStart(8, "0");
};

/** Reads what the builder wrote. */
class Reader {
  /** @param {Uint8Array} b */
  constructor(b) { this.b = b; this.at = 0; }
  uint() {
    let v = 0, scale = 1;
    for (;;) {
      const c = this.b[this.at++] ?? 0;
      v += (c & 127) * scale;
      if (c < 128) return v;
      scale *= 128;
    }
  }
  /** @param {number} n */
  bytes(n) { return this.b.subarray(this.at, (this.at += n)); }
  text() { return this.bytes(this.uint()); }
  name() { return [...this.bytes(4)].map((c) => c.toString(16).padStart(2, "0")).join(""); }
  get more() { return this.at < this.b.length; }
}

const utf8 = new TextDecoder();

/** Front-coded terms: @param {Reader} r @param {Uint8Array} last */
const shared = (r, last) => {
  const n = r.uint(), rest = r.text(), out = new Uint8Array(n + rest.length);
  out.set(last.subarray(0, n));
  out.set(rest, n);
  return out;
};

/** @param {Uint8Array} b @returns {number[]} */
const numbers = (b) => {
  const r = new Reader(b), out = [];
  for (let cell = 0; r.more; ) {
    const head = r.uint();
    cell += Math.floor(head / 2);
    let n = head % 2 ? r.uint() + 2 : 1, doc = cell * SLOTS + r.uint();
    out.push(doc);
    while (--n > 0) out.push((doc += r.uint() + 1));
  }
  return out;
};

/** @param {Uint8Array} b @param {number} names how many each row has; 0 for a table of terms @returns {Row[]} */
const rows = (b, names) => {
  const r = new Reader(b), out = [];
  let last = new Uint8Array(), cell = 0;
  while (r.more) {
    const row = { key: "", num: 0, n: 0, names: /** @type {string[]} */ ([]) };
    if (names) {
      cell += r.uint();
      row.num = cell * SLOTS + r.uint();
      row.n = r.uint();
    } else row.key = utf8.decode((last = shared(r, last)));
    for (let i = 0; i < (names || 1); i++) row.names.push(r.name());
    out.push(row);
  }
  return out;
};

/** @template T @param {T[]} list @param {(x: T) => boolean} after @returns {number} the last that is not after, at least 0 */
const lastBefore = (list, after) => {
  let lo = 0, hi = list.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (after(list[mid])) hi = mid;
    else lo = mid + 1;
  }
  return Math.max(0, lo - 1);
};

/** @param {number[]} docs sorted @param {number} from @param {number} to */
const within = (docs, from, to) => {
  const i = docs.length && docs[0] < from ? lastBefore(docs, (d) => d >= from) + 1 : 0;
  let j = i;
  while (j < docs.length && docs[j] <= to) j++;
  return docs.slice(i, j);
};

/** @param {number[]} a @param {number[]} b */
const both = (a, b) => { const set = new Set(b); return a.filter((d) => set.has(d)); };

/** @param {number[][]} lists */
const union = (lists) => lists.length === 1 ? lists[0] : [...new Set(lists.flat())].sort((a, b) => a - b);

/** @param {List[]} lists @returns {Stream} */
const stream = (lists) => ({ lists: lists.filter((l) => l.n), n: lists.reduce((n, l) => n + l.n, 0) });

/** Damerau's distance, at most limit + 1. @param {string} a @param {string} b @param {number} limit */
const distance = (a, b, limit) => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older = /** @type {number[]} */ ([]), old = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    [older, old] = [old, row];
  }
  return old[b.length];
};

const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng(?![aeiou])|n(?![aeiou])|r(?![aeiou]))?/;

/** @param {string} word @returns {string[]} pairs of syllables, or of three initials */
const sounds = (word) => {
  const s = [], out = [];
  for (let rest = word, m; rest; rest = rest.slice(m[0].length)) {
    if (!(m = SYLLABLE.exec(rest))) { s.length = 0; break; }
    s.push(m[0]);
  }
  if (s.length > 1) for (let i = 1; i < s.length; i++) out.push("~" + s[i - 1] + s[i]);
  else if (/^[a-z]{3,12}$/.test(word)) for (let i = 2; i < word.length; i++) out.push("!" + word.slice(i - 2, i + 1));
  return out;
};

/** Opens the index of a site.
 * @param {string} base the address of the site's root, with "/" at its end
 * @param {{fetch?: (url: string) => Promise<Answer>, lang?: string}} [options] */
export const open = async (base, options = {}) => {
  const engine = new Engine(String(base).replace(/\/?$/, "/"), options.fetch ?? ((url) => fetch(url)));
  await engine.start(options.lang ?? "");
  return engine;
};

class Engine {
  /** @param {string} base @param {(url: string) => Promise<Answer>} get */
  constructor(base, get) {
    this.base = base;
    this.get = get;
    this.cost = { bytes: 0, requests: 0 };
    /** @type {Map<string, Promise<Uint8Array>>} */
    this.files = new Map();
    /** @type {Map<string, any>} what was read from files */
    this.made = new Map();
    /** @type {any} */
    this.root = null;
    this.lang = 0;
    this.limit = 0;
  }

  /** @param {string} lang */
  async start(lang) {
    const root = JSON.parse(utf8.decode(await this.file("root")));
    if (root.v !== 1) throw new Error("the index is of another version");
    this.root = root;
    this.lang = Math.max(0, root.langs.indexOf(lang));
    const bytes = (/** @type {string} */ s) => Uint8Array.from(atob(s), (c) => c.charCodeAt(0));
    for (const [name, n] of /** @type {[string, number][]} */ ([["terms", 0], ["docs", 1], ["cols", 2], ["words", 0], ["back", 0]])) {
      const t = root[name];
      t.names = n;
      t.rows = rows(bytes(t.d), t.l && n ? 1 : n);
    }
    root.all = bytes(root.all);
  }

  /** @param {string} name @returns {Promise<Uint8Array>} a file of the index, unpacked */
  file(name) {
    let got = this.files.get(name);
    if (!got) {
      got = this.load(name);
      got.catch(() => this.files.delete(name));
      this.files.set(name, got);
    }
    return got;
  }

  /** @param {string} name */
  async load(name) {
    this.cost.requests++;
    const path = `search/${name === "root" ? "" : "parts/"}${name}.gz`;
    const answer = await this.get(this.base + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const b = new Uint8Array(await answer.arrayBuffer());
    this.cost.bytes += b.length;
    if (b[0] !== 0x1f || b[1] !== 0x8b) return b; // a host unpacked it
    return new Uint8Array(await new Response(new Blob([b]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
  }

  /** @template T @param {string} kind @param {string} name @param {(b: Uint8Array) => T} read @returns {Promise<T>} */
  async read(kind, name, read) {
    const key = kind + name;
    if (!this.made.has(key)) this.made.set(key, read(await this.file(name)));
    return this.made.get(key);
  }

  /** The rows of a table around a key. @param {any} table @param {(r: Row) => boolean} after @param {boolean} [next] whether the row after it is needed @returns {Promise<[Row[], number]>} */
  async row(table, after, next) {
    let list = table.rows, at = lastBefore(list, after);
    if (table.l && list.length) {
      const part = (/** @type {Row} */ r) => this.read("t" + table.names, r.names[0], (b) => rows(b, table.names)), following = list[at + 1];
      list = await part(list[at]);
      at = lastBefore(list, after);
      if (next && following && at === list.length - 1) list = [...list, (await part(following))[0]];
    }
    return [list, at];
  }

  /** A shard's terms in order. @param {string} name @returns {Promise<Map<string, Uint8Array>>} */
  shard(name) {
    return this.read("s", name, (b) => {
      const r = new Reader(b), out = new Map();
      for (let last = new Uint8Array(); r.more; ) {
        last = shared(r, last);
        out.set(utf8.decode(last), r.text());
      }
      return out;
    });
  }

  /** @param {Uint8Array} b @returns {Entry} */
  entry(b) {
    const r = new Reader(b);
    const list = () => {
      const n = r.uint(), parts = /** @type {Part[]} */ ([]);
      if (n) {
        parts.push({ first: 0, name: "", docs: numbers(r.text()) });
        for (let k = r.uint(), cell = 0; k > 0; k--) {
          cell += r.uint();
          const first = cell * SLOTS + r.uint();
          parts.push({ first, name: r.name(), docs: null });
        }
      }
      return { n, parts };
    };
    const title = list(), body = list();
    return { title, body, n: title.n + body.n, rest: b.subarray(r.at) };
  }

  /** @param {string} term @returns {Promise<Entry | null>} */
  async term(term) {
    const [list, at] = await this.row(this.root.terms, (r) => r.key > term);
    if (!list.length) return null;
    const b = (await this.shard(list[at].names[0])).get(term);
    return b ? this.entry(b) : null;
  }

  /** The term itself and the most frequent of those that begin so. @param {string} start @returns {Promise<Entry[]>} */
  async begins(start) {
    const [list, at] = await this.row(this.root.terms, (r) => r.key > start, true);
    const found = /** @type {{e: Entry, i: number}[]} */ ([]);
    for (let i = at; i < Math.min(at + 2, list.length); i++) {
      if (i > at && !list[i].key.startsWith(start)) break;
      for (const [term, b] of await this.shard(list[i].names[0])) if (term.startsWith(start)) found.push({ e: this.entry(b), i: term === start ? -1 : found.length });
    }
    return found.sort((a, b) => Number(b.i < 0) - Number(a.i < 0) || b.e.n - a.e.n || a.i - b.i).slice(0, EXPAND).map((x) => x.e);
  }

  /** Words that differ by a slip of the pen. @param {string} word @returns {Promise<string[]>} */
  async near(word) {
    if (!/^[a-z]{4,24}$/.test(word)) return [];
    const limit = word.length > 7 ? 2 : 1, turn = (/** @type {string} */ s) => [...s].reverse().join("");
    const found = /** @type {Map<string, number[]>} */ (new Map());
    await Promise.all([false, true].map(async (back) => {
      const w = back ? turn(word) : word, [list, at] = await this.row(this.root[back ? "back" : "words"], (r) => r.key > w.slice(0, 2), true);
      // words that begin alike may stand in two files
      for (let i = at; i < Math.min(at + 2, list.length); i++) {
        if (i > at && list[i].key.slice(0, 2) > w.slice(0, 2)) break;
        const r = new Reader(await this.file(list[i].names[0]));
        for (let last = new Uint8Array(); r.more; ) {
          last = shared(r, last);
          const n = r.uint(), s = utf8.decode(last), d = distance(w, s, limit);
          if (d <= limit) found.set(back ? turn(s) : s, [d, n]);
        }
      }
    }));
    const all = [...found].sort(([a, x], [b, y]) => x[0] - y[0] || y[1] - x[1] || (a < b ? -1 : 1));
    return all.filter(([, x]) => x[0] === all[0][1][0]).slice(0, 3).map(([s]) => s);
  }

  /** What a query asks for. @param {string} text folded */
  async parse(text) {
    const units = /** @type {{entries: Entry[], title: Stream, any: Stream}[]} */ ([]), links = /** @type {string[]} */ ([]);
    const words = /** @type {string[]} */ ([]), corrected = /** @type {string[]} */ ([]), ignored = /** @type {string[]} */ ([]);
    let gap = false;
    const add = (/** @type {Entry[]} */ e) => units.push({ entries: e, title: stream(e.map((x) => x.title)), any: stream(e.flatMap((x) => [x.title, x.body])) });
    const asked = /** @type {{text: string, han: boolean}[]} */ ([]);
    for (const chunk of text.split(/\s+/).filter(Boolean)) {
      if (/[a-z0-9][^\p{L}\p{N}\s][a-z0-9]/u.test(chunk) || /^[a-z]*[0-9]{3,}[a-z0-9]*$/.test(chunk)) {
        const e = await this.term("#" + chunk);
        if (e) { add([e]); words.push(chunk); continue; }
      }
      asked.push(...tokens(chunk));
    }
    const alone = !asked.some((t) => !t.han || [...t.text].length > 1);
    for (let i = 0; i < asked.length && units.length < UNITS; i++) {
      const t = asked[i], chars = [...t.text];
      words.push(t.text);
      if (t.han && chars.length === 1) {
        if (alone) { const e = await this.begins(t.text); if (e.length) add(e); else ignored.push(t.text); }
      } else if (t.han) {
        const pairs = chars.slice(1).map((c, k) => chars[k] + c);
        const cover = pairs.filter((_, k) => k % 2 === 0 || k === pairs.length - 1);
        const got = await Promise.all(cover.map((p) => this.term(p)));
        gap ||= !got.every(Boolean);
        if (!got.some(Boolean)) ignored.push(t.text);
        for (const e of got) if (e && units.length < UNITS) add([e]);
        links.push(...pairs.filter((_, k) => k % 2 === 1 && k !== pairs.length - 1));
      } else {
        const last = i === asked.length - 1;
        let e = last && t.text.length > 1 ? await this.begins(t.text) : [await this.term(t.text)].filter((x) => !!x);
        if (!e.length) {
          const heard = await Promise.all(sounds(t.text).map((s) => this.term(s)));
          if (heard.length && heard.every(Boolean)) {
            for (const h of heard.slice(0, 4)) if (h) add([h]);
            continue;
          }
          const near = await this.near(t.text);
          corrected.push(...near);
          words.push(...near);
          e = (await Promise.all(near.map((s) => this.term(s)))).filter((x) => !!x);
        }
        if (e.length) add(/** @type {Entry[]} */ (e));
        else ignored.push(t.text);
        if (i > 0 && !asked[i - 1].han) links.push("\x02" + asked[i - 1].text + " " + t.text);
      }
    }
    return { units, links: links.slice(0, UNITS), whole: titleTerm(text), words, corrected, ignored, gap: gap || ignored.length > 0 };
  }

  /** Traditional characters as simplified ones. @param {string} text */
  async simplify(text) {
    const pairs = [...utf8.decode(await this.file(this.root.fold))], map = new Map();
    for (let i = 0; i + 1 < pairs.length; i += 2) map.set(pairs[i], pairs[i + 1]);
    return [...text].map((c) => map.get(c) ?? c).join("");
  }

  /** Walks the documents that are in every stream, in order. want: how many are needed; spare: bytes for counting on.
   * @param {Stream[]} streams @param {number} lo @param {number} hi @param {number} want @param {boolean} back @param {number} spare */
  async walk(streams, lo, hi, want, back, spare) {
    streams = [...streams].sort((a, b) => a.n - b.n);
    const cuts = new Set([lo]);
    for (const s of streams) for (const l of s.lists) for (const p of l.parts) if (p.first > lo && p.first <= hi) cuts.add(p.first);
    const from = [...cuts].sort((a, b) => a - b);
    const windows = from.map((f, i) => ({ from: f, to: i + 1 < from.length ? from[i + 1] - 1 : hi }));
    if (back) windows.reverse();
    const part = (/** @type {List} */ l, /** @type {number} */ at) => l.parts[lastBefore(l.parts, (p) => p.first > at)];
    const docs = /** @type {number[]} */ ([]), start = this.cost.bytes;
    let seen = 0;
    for (let i = 0, batch = 1; i < windows.length; ) {
      const next = windows.slice(i, i + batch), enough = docs.length >= want;
      let kept = next.map(() => /** @type {number[] | null} */ (null)), loaded = false, stop = false;
      for (const s of streams) {
        const need = new Set(next.flatMap((w, k) => kept[k]?.length === 0 ? [] : s.lists.map((l) => part(l, w.from)).filter((p) => !p.docs)));
        if (need.size) {
          const used = this.cost.bytes - start;
          if (enough && (used > spare || need.size > 3) || this.cost.bytes > this.limit) { stop = true; break; }
          loaded = true;
          await Promise.all([...need].map(async (p) => { p.docs = numbers(await this.file(p.name)); }));
        }
        kept = next.map((w, k) => {
          if (kept[k]?.length === 0) return kept[k];
          const here = union(s.lists.map((l) => within(part(l, w.from).docs ?? [], w.from, w.to)));
          if (s === streams[0]) seen += here.length;
          return kept[k] ? both(kept[k] ?? [], here) : here;
        });
      }
      if (stop) return { docs, complete: false, share: streams[0].n ? seen / streams[0].n : 1 };
      for (const k of kept) docs.push(...(back ? [...(k ?? [])].reverse() : k ?? []));
      i += batch;
      if (loaded) batch = Math.min(batch * 2, 8);
    }
    return { docs, complete: true, share: 1 };
  }

  /** @param {number} facet @returns {Promise<Map<number, {id: string, label: string, parent: number}>>} by index plus one */
  async values(facet) {
    const f = this.root.facets[facet];
    if (!f.map) {
      const list = f.file ? JSON.parse(utf8.decode(await this.file(f.file))) : f.values ?? [];
      f.map = new Map(list.map((/** @type {any[]} */ v) => [v[0] + 1, { id: v[1], label: (this.lang && v[3]) || v[2], parent: v[4] }]));
    }
    return f.map;
  }

  /** The bars of every facet; those whose names are not loaded yet, and are in a file, as what loads them.
   * @param {Map<number, number>[]} counts by facet, by index plus one @returns {Promise<{facets: Record<string, Bar[]>, more: Record<string, () => Promise<Bar[]>>}>} */
  async bars(counts) {
    const facets = /** @type {Record<string, Bar[]>} */ ({}), more = /** @type {Record<string, () => Promise<Bar[]>>} */ ({});
    for (const [f, count] of counts.entries()) {
      const { id, file, map } = this.root.facets[f], bars = async () => {
        const values = await this.values(f), sum = new Map();
        for (const [v, n] of count) for (let at = v, k = 0; at && k < 32; at = values.get(at)?.parent ?? 0, k++) sum.set(at, (sum.get(at) ?? 0) + n);
        return [...sum].filter(([v]) => values.has(v)).map(([v, count]) => {
          const { id, label, parent } = /** @type {any} */ (values.get(v));
          return { value: id, label, count, parent: values.get(parent)?.id ?? "" };
        }).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      };
      if (file && !map && count.size) more[id] = bars;
      else facets[id] = count.size ? await bars() : [];
    }
    return { facets, more };
  }

  /** The counts that an entry has. @param {Uint8Array} b */
  histogram(b) {
    const r = new Reader(b), counts = /** @type {Map<number, number>[]} */ ([]);
    for (let f = 0; f < this.root.facets.length; f++) {
      const map = new Map();
      for (let n = r.uint(), v = 0; n > 0; n--) map.set((v += r.uint()) + 1, r.uint());
      counts.push(map);
    }
    const sums = { awarded: r.uint(), paid: r.uint(), served: r.uint() };
    const top = [];
    if (r.more) for (let n = r.uint(); n > 0; n--) top.push(r.uint() * SLOTS + r.uint());
    return { counts, sums, top };
  }

  /** Counts documents by facet from columns. @param {number[]} docs @param {number} chunks at most */
  async count(docs, chunks) {
    const by = /** @type {Map<string, {row: Row, docs: number[]}>} */ (new Map());
    for (const d of docs) {
      const [list, at] = await this.row(this.root.cols, (r) => r.num > d), row = list[at];
      const have = by.get(row.names[0]);
      if (have) have.docs.push(d);
      else by.set(row.names[0], { row, docs: [d] });
    }
    const chosen = [...by.values()].map((x, i) => ({ x, i })).sort((a, b) => b.x.docs.length - a.x.docs.length || a.i - b.i).slice(0, chunks).map((c) => c.x);
    const counts = /** @type {Map<number, number>[]} */ (this.root.facets.map(() => new Map())), sums = { awarded: 0, paid: 0, served: 0 };
    let covered = 0;
    await Promise.all(chosen.map(async ({ row, docs: mine }) => {
      const r = new Reader(await this.file(row.names[0])), all = numbers(r.text()), set = new Set(mine), picked = all.map((d) => set.has(d));
      covered += mine.length;
      for (const map of counts) for (const yes of picked) { const v = r.uint(); if (yes && v) map.set(v, (map.get(v) ?? 0) + 1); }
      const s = new Reader(await this.file(row.names[1]));
      for (const key of /** @type {(keyof Sums)[]} */ (["awarded", "paid", "served"])) for (const yes of picked) { const v = s.uint(); if (yes && v) sums[key] += key === "served" ? v : v - 1; }
    }));
    return { counts, sums, covered, all: chosen.length === by.size };
  }

  /** @param {number[]} docs @param {string[]} facets whose labels they bear @returns {Promise<Shown[]>} those documents as they are shown */
  async show(docs, facets) {
    const types = await this.values(0), names = await Promise.all(this.root.facets.map((/** @type {any} */ x, /** @type {number} */ f) => facets.includes(x.id) ? this.values(f) : null));
    const unit = 10 ** this.root.digits, l = this.lang, prefix = l ? this.root.langs[l] + "/" : "";
    const pick = (/** @type {any} */ v) => (Array.isArray(v) ? v[l] || v[0] : v);
    const out = await Promise.all(docs.map(async (doc) => {
      const [list, at] = await this.row(this.root.docs, (r) => r.num > doc);
      const chunk = await this.read("d", list[at].names[0], (b) => JSON.parse(utf8.decode(b)));
      const r = chunk.find((/** @type {any[]} */ x) => x[0] * SLOTS + x[1] === doc);
      if (!r) throw new Error("the index is not whole");
      const type = types.get(r[12][0])?.id ?? "", labels = /** @type {Record<string, string>} */ ({});
      r[12].forEach((/** @type {number} */ v, /** @type {number} */ f) => { if (v && names[f]) labels[this.root.facets[f].id] = names[f].get(v)?.label ?? ""; });
      const title = pick(r[4]);
      return {
        type, id: r[2], url: prefix + (r[3] || `${type}/${r[2]}.html`), title, other: Array.isArray(r[4]) ? r[4][title === r[4][0] ? 1 : 0] : "", by: pick(r[5]), lead: pick(r[6]), date: r[7],
        amount: r[8] ? (r[8] - 1) / unit : null, paid: r[9] ? (r[9] - 1) / unit : null, served: r[10], money: r[11], labels, values: r[12],
        text: [r[4], r[5], r[6]].flat(), doc,
      };
    }));
    return out;
  }

  /** Walks by amount. @param {(doc: number, values: number[]) => boolean} fits @param {number | null} least @param {number | null} most @param {boolean} up @param {number} want */
  async byAmount(fits, least, most, up, want) {
    const unit = 10 ** this.root.digits, lo = least === null ? 0 : least * unit, hi = most === null ? END : most * unit;
    const r = new Reader(await this.file(this.root.amounts)), pieces = /** @type {{most: number, n: number, name: string}[]} */ ([]);
    while (r.more) pieces.push({ most: r.uint(), n: r.uint(), name: r.name() });
    let use = pieces.filter((p, i) => p.most >= lo && (i + 1 < pieces.length ? pieces[i + 1].most : 0) <= hi);
    if (up) use = use.reverse();
    const docs = /** @type {number[]} */ ([]);
    let seen = 0, all = 0;
    for (const p of use) all += p.n;
    for (const p of use) {
      if (docs.length >= want && seen || this.cost.bytes > this.limit) return { docs, complete: false, share: seen / all };
      const b = new Reader(await this.file(p.name)), n = b.uint(), amounts = [], ids = [], values = /** @type {number[][]} */ ([]);
      for (let i = 0, a = 0; i < n; i++) amounts.push((a = i ? a - b.uint() : b.uint()));
      for (let i = 0; i < n; i++) ids.push(b.uint() * SLOTS);
      for (let i = 0; i < n; i++) { ids[i] += b.uint(); values.push([]); }
      for (let f = 0; f < this.root.facets.length; f++) for (let i = 0; i < n; i++) values[i].push(b.uint());
      seen += n;
      for (let k = 0; k < n; k++) {
        const i = up ? n - 1 - k : k;
        if (amounts[i] >= lo && amounts[i] <= hi && fits(ids[i], values[i])) docs.push(ids[i]);
      }
    }
    return { docs, complete: true, share: 1 };
  }

  /** The filters as streams, and as a test of a document's values. @param {Record<string, string[]>} filters */
  async filters(filters) {
    const streams = /** @type {Stream[]} */ ([]), entries = /** @type {Entry[]} */ ([]), tests = /** @type {((v: number[]) => boolean)[]} */ ([]);
    for (const [f, { id: name }] of this.root.facets.entries()) {
      const asked = filters[name];
      if (!asked?.length) continue;
      const got = (await Promise.all(asked.map((v) => this.term(`\x01${name}=${v}`)))).filter((x) => !!x);
      entries.push(.../** @type {Entry[]} */ (got));
      streams.push(stream(got.map((e) => /** @type {Entry} */ (e).title)));
      const values = await this.values(f), want = new Set(asked);
      tests.push((v) => {
        for (let at = v[f], k = 0; at && k < 32; at = values.get(at)?.parent ?? 0, k++) if (want.has(values.get(at)?.id ?? "")) return true;
        return false;
      });
    }
    return { streams, entries, fits: (/** @type {number[]} */ v) => tests.every((t) => t(v)) };
  }

  /** Answers a query.
   * @param {Query} query @returns {Promise<Found>} */
  async search(query = {}) {
    const { q = "", filters = {}, ranges = {}, sort = "relevance", offset = 0, limit = 10, facets = true, labels = LABELS } = query;
    const before = { ...this.cost };
    this.limit = before.bytes + BUDGET;
    let text = fold(q), asked = await this.parse(text);
    if (HAN.test(text) && asked.gap) {
      const simple = await this.simplify(text);
      if (simple !== text) asked = await this.parse((text = simple));
    }
    const found = await this.find(asked, text.trim() !== "", await this.filters(filters), ranges, sort, offset + limit);
    const results = await this.show(found.docs.slice(offset, offset + limit), labels);
    const out = /** @type {Found} */ ({
      total: found.total, exact: found.exact, results, facets: {}, more: {}, facetsExact: true, totals: null, words: asked.words, corrected: asked.corrected, ignored: asked.ignored,
      searched: found.share, cost: { bytes: 0, requests: 0 },
    });
    if (facets) await this.addCounts(out, found, facets === "exact");
    out.cost = { bytes: this.cost.bytes - before.bytes, requests: this.cost.requests - before.requests };
    return out;
  }

  /** @param {Found} out @param {{total: number, exact: boolean, all: number[], hist: Uint8Array | null}} found @param {boolean} whole */
  async addCounts(out, found, whole) {
    const unit = 10 ** this.root.digits;
    let { counts, sums, scale } = { counts: /** @type {Map<number, number>[]} */ ([]), sums: { awarded: 0, paid: 0, served: 0 }, scale: 1 };
    if (found.hist) ({ counts, sums } = this.histogram(found.hist));
    else {
      const c = await this.count(found.all, whole ? Infinity : CHUNKS);
      ({ counts, sums } = c);
      scale = c.covered ? Math.max(1, found.total / c.covered) : 1;
      out.facetsExact = c.all && found.exact;
    }
    for (const map of counts) for (const [v, n] of map) map.set(v, Math.min(found.total, Math.round(n * scale)));
    Object.assign(out, await this.bars(counts));
    out.totals = { awarded: Math.round(sums.awarded * scale) / unit, paid: Math.round(sums.paid * scale) / unit, served: Math.round(sums.served * scale) };
  }

  /** @param {Awaited<ReturnType<Engine["parse"]>>} asked @param {boolean} words @param {Awaited<ReturnType<Engine["filters"]>>} filters
   * @param {NonNullable<Query["ranges"]>} ranges @param {string} sort @param {number} end
   * @returns {Promise<{docs: number[], all: number[], total: number, exact: boolean, share: number, hist: Uint8Array | null}>} */
  async find(asked, words, filters, ranges, sort, end) {
    const none = { docs: [], all: [], total: 0, exact: true, share: 1, hist: null };
    if (words && !asked.units.length || filters.streams.some((s) => !s.n)) return none;
    const [least, most] = [ranges.amount?.[0] ?? null, ranges.amount?.[1] ?? null];
    const day = (/** @type {string} */ s) => Math.floor(Date.UTC(+s.slice(0, 4), (+s.slice(5, 7) || 1) - 1, +s.slice(8, 10) || 1) / 864e5) + 25567;
    const cell = (/** @type {number} */ d) => 64 + 109572 - Math.min(Math.max(d, 0), 109572);
    const dated = ranges.date?.[0] || ranges.date?.[1];
    const lo = ranges.date?.[1] ? cell(day(ranges.date[1])) * SLOTS : dated ? FIRST : 0, hi = ranges.date?.[0] ? (cell(day(ranges.date[0])) + 1) * SLOTS - 1 : dated ? AFTER - 1 : END;
    const units = asked.units, want = Math.max(WANT, end), amounts = least !== null || most !== null;
    let any = [...units.map((u) => u.any), ...filters.streams];
    if (!any.length) { const all = await this.term("\x01"); if (!all) return none; any = [stream([all.title])]; }
    const entries = [...units.flatMap((u) => u.entries), ...filters.entries];
    const hist = dated || amounts || entries.length > 1 ? null : entries.length ? (entries[0].n > 16 ? entries[0].rest : null) : this.root.all;
    if (amounts || sort === "largest" || sort === "smallest") {
      let set = /** @type {Set<number> | null} */ (null), whole = true;
      if (units.length) {
        if (sort === "largest" && !amounts && !dated && entries.length === 1 && entries[0].n > 256 && end <= 40) {
          const docs = this.histogram(entries[0].rest).top;
          return { docs, all: docs, total: entries[0].n, exact: true, share: 1, hist: entries[0].rest };
        }
        const w = await this.walk(units.map((u) => u.any), lo, hi, END, false, 0);
        set = new Set(w.docs);
        whole = w.complete;
      }
      const by = await this.byAmount((d, v) => d >= lo && d <= hi && (!set || set.has(d)) && filters.fits(v), least, most, sort === "smallest", sort === "largest" || sort === "smallest" ? end : want);
      const total = by.complete && whole ? by.docs.length : Math.round(by.docs.length / (by.share || 1));
      let docs = by.docs;
      if (sort === "newest" || sort === "relevance") docs = [...docs].sort((a, b) => a - b);
      if (sort === "oldest") docs = [...docs].sort((a, b) => b - a);
      return { docs, all: by.docs, total, exact: by.complete && whole, share: by.share, hist: null };
    }
    if (sort === "newest" || sort === "oldest" || !units.length) { // without words the newest are the most relevant
      const spans = /** @type {[number, number][]} */ ([[Math.max(lo, FIRST), Math.min(hi, AFTER - 1)], [lo, Math.min(hi, FIRST - 1)], [Math.max(lo, AFTER), hi]]).filter(([a, b]) => a <= b);
      return this.inSpans(any, spans, want, sort === "oldest", hist, entries);
    }
    const got = await this.inSpans(any, [[lo, hi]], want, false, hist, entries);
    // The whole title first, then titles; of those, what has the words side by side.
    const whole = units.length > 1 ? await this.term(asked.whole) : null;
    const named = whole ? (await this.walk([stream([whole.title]), ...filters.streams], lo, hi, want, false, 0)).docs : [];
    const titles = [...units.map((u) => u.title), ...filters.streams];
    const inTitle = titles.some((s) => !s.n) ? [] : (await this.walk(titles, lo, hi, want, false, 0)).docs;
    let beside = /** @type {number[]} */ ([]);
    if (asked.links.length && inTitle.length > 1) {
      const near = await Promise.all(asked.links.map((l) => this.term(l)));
      if (near.every((e) => e?.title.n)) beside = (await this.walk([...titles, ...near.map((e) => stream([/** @type {Entry} */ (e).title]))], lo, hi, want, false, 0)).docs;
    }
    const docs = [...new Set([...named, ...beside, ...inTitle, ...got.docs])];
    return { ...got, docs, total: got.exact ? got.total : Math.max(got.total, docs.length) };
  }

  /** @param {Stream[]} streams @param {[number, number][]} spans @param {number} want @param {boolean} back @param {Uint8Array | null} hist @param {Entry[]} entries
   * @returns {Promise<{docs: number[], all: number[], total: number, exact: boolean, share: number, hist: Uint8Array | null}>} */
  async inSpans(streams, spans, want, back, hist, entries) {
    const docs = /** @type {number[]} */ ([]);
    let complete = true, share = 0;
    for (const [i, [a, b]] of spans.entries()) {
      const w = await this.walk(streams, a, b, Math.max(0, want - docs.length), back && i === 0, hist ? 0 : SPARE);
      docs.push(...w.docs);
      complete &&= w.complete;
      share += w.share;
      if (!w.complete) break;
    }
    const known = hist ? (entries[0]?.n ?? this.root.n) : null;
    const total = known ?? (complete ? docs.length : Math.round(docs.length / Math.min(1, Math.max(share, 0.001))));
    return { docs, all: docs, total: Math.max(total, docs.length), exact: complete || known !== null, share: complete ? 1 : Math.min(1, share), hist };
  }

  /** Names that begin with what is typed, in Chinese, English, pinyin or initials.
   * @param {string} prefix @returns {Promise<Shown[]>} */
  async suggest(prefix) {
    const first = await this.search({ q: prefix, limit: 6, facets: false });
    const orgs = await this.search({ q: prefix, filters: { type: ["organizations"] }, limit: 3, facets: false });
    const seen = new Set();
    return [...first.results.slice(0, 5), ...orgs.results, ...first.results.slice(5)].filter((r) => !seen.has(r.url) && seen.add(r.url)).slice(0, 8);
  }
}
