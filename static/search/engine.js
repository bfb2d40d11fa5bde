// @ts-check
// The search engine: reads the index that internal/search specifies (doc.go) and
// answers queries. It knows no page, and runs in browsers and in Node. Start with
// open. When a site is built its parts are joined into this one file.
import { counted } from "./counts.js";
import { filter, find } from "./find.js";
import { SLOTS, utf8 } from "./format.js";
import { file, openIndex, place, values } from "./index.js";
import { ask, simplify } from "./query.js";
import { fold } from "./text.js";

/** @typedef {{type: string, id: string, url: string, title: string, by: string, lead: string, date: string, amount: number | null, paid: number | null, served: number, money: string, labels: Record<string, string>, doc: number}} Shown */
/** labels: the facets whose names results bear; facets: "exact" to count all, however much is read
 * @typedef {{q?: string, filters?: Record<string, string[]>, ranges?: {amount?: (number | null)[], date?: (string | null)[]}, sort?: string, offset?: number, limit?: number, facets?: boolean | "exact", labels?: string[]}} Query */
/** parted: what no record has as it stands, so that its parts were searched; more: the facets that are counted when they are opened
 * @typedef {{total: number, exact: boolean, results: Shown[], facets: Record<string, import("./counts.js").Bar[]>, more: Record<string, () => Promise<import("./counts.js").Bar[]>>, facetsExact: boolean, totals: () => Promise<import("./counts.js").Sums>,
 * words: string[], corrected: string[], ignored: string[], parted: string[], searched: number, cost: {bytes: number, requests: number}}} Found */

const CHUNKS = 2, LABELS = ["type", "area", "district", "state"]; // CHUNKS: of columns

/** Opens the index of a site.
 * @param {string} base the address of the site's root, with "/" at its end
 * @param {{fetch?: (url: string) => Promise<import("./index.js").Answer>, lang?: string}} [options] */
export const open = async (base, options = {}) => {
  const x = await openIndex(base, options.fetch ?? ((url) => fetch(url)), options.lang ?? "");

  /** @param {Query} query @param {number} end how many documents are wanted */
  const answer = async ({ q = "", filters = {}, ranges = {}, sort = "", facets }, end) => {
    const kept = filter(x, filters), words = !!q.trim(), text = fold(q);
    // What is needed in any case is asked for at once.
    if (ranges.amount || /largest|smallest/.test(sort)) Promise.all([import("./amounts.js"), file(x, x.root.amounts)]).catch(() => {});
    const as = async (/** @type {string} */ text, /** @type {boolean} */ loose, /** @type {import("./query.js").Question | void} */ known) => {
      const asked = known ?? await ask(x, text, loose), met = await find(x, asked, words, await kept, ranges, sort, end, facets === "exact");
      return { asked, met, parted: /** @type {string[]} */ ([]), sure: !loose && !asked.cut };
    };
    let strict = await as(text, false);
    if (strict.met.some || !words) return strict;
    let [simple, loose] = await Promise.all([simplify(x, text), as(text, true)]);
    if (simple !== text) {
      strict = await as(simple, false);
      if (strict.met.some) return strict;
      loose = await as(simple, true);
    }
    if (!loose.met.some) {
      // What its pairs do not meet, since one of them is of two words, its triples may.
      for (const u of strict.asked.units) u.any.run = u.title.run = 0;
      loose = await as(simple, true, strict.asked);
    }
    if (loose.met.some) loose.parted = strict.asked.runs;
    else loose.sure = true;
    return loose;
  };

  /** @param {Query} [query] @returns {Promise<Found>} */
  const search = async (query = {}) => {
    const { offset = 0, limit = 10, facets = true, labels = LABELS } = query, before = { ...x.cost };
    const { asked: { words, corrected, ignored }, met, parted, sure } = await answer(query, offset + limit);
    const counting = met.finish().then((m) => ({ ...m, exact: m.exact && sure }));
    const [results, { total, exact, share }, counts] = await Promise.all([
      show(x, met.docs.slice(offset, offset + limit), labels), counting,
      facets ? counting.then((m) => counted(x, m, facets === "exact" ? Infinity : CHUNKS)) : { facets: {}, more: {}, facetsExact: true, totals: async () => ({ awarded: 0, paid: 0, served: 0 }) },
    ]);
    return {
      total, exact, results, ...counts, words, corrected, ignored, parted, searched: share,
      cost: { bytes: x.cost.bytes - before.bytes, requests: x.cost.requests - before.requests },
    };
  };

  return {
    search,
    /** Every record that a query finds, some at a time, however much is read. @param {Query} query */
    async *rows(query) {
      const { met } = await answer(query, Infinity);
      for (let i = 0; i < met.docs.length; i += 200) yield show(x, met.docs.slice(i, i + 200), query.labels ?? LABELS);
    },
    /** Names that begin with what is typed, in Chinese, English, pinyin or initials. @param {string} prefix @returns {Promise<Shown[]>} */
    async suggest(prefix) {
      const query = { q: prefix, limit: 6, facets: false };
      const [first, orgs] = await Promise.all([search(query), search({ ...query, filters: { type: ["organizations"] }, limit: 3 })]);
      return [...new Map([...first.results.slice(0, 5), ...orgs.results, ...first.results.slice(5)].map((r) => [r.url, r])).values()].slice(0, 8);
    },
    /** How a value of a facet is called, where its names are loaded. @param {string} facet @param {string} value */
    label(facet, value) {
      const f = x.root.facets.find((/** @type {any} */ f) => f.id === facet);
      return [...(f?.map?.values() ?? [])].find((v) => v.id === value)?.label ?? value;
    },
    currency: /** @type {string} */ (x.root.currency),
    records: /** @type {number} */ (x.root.n),
  };
};

/** @param {import("./index.js").Index} x @param {number[]} docs @param {string[]} facets whose labels they bear @returns {Promise<Shown[]>} those documents as they are shown */
const show = async (x, docs, facets) => {
  const loading = Promise.all(x.root.facets.map((/** @type {any} */ facet, /** @type {number} */ f) => !f || facets.includes(facet.id) ? values(x, f) : null));
  const l = x.lang, pick = (/** @type {any} */ v) => (Array.isArray(v) ? v[l] || v[0] : v), money = (/** @type {number} */ v) => v ? (v - 1) / x.unit : null;
  return Promise.all(docs.map(async (doc) => {
    const [chunk, names] = await Promise.all([file(x, "shown" + place(x, "shown", doc), (b) => JSON.parse(utf8.decode(b))), loading]);
    const r = chunk.find((/** @type {any[]} */ r) => r[0] * SLOTS + r[1] === doc);
    if (!r) throw Error("index: old");
    const type = names[0].get(r[12][0])?.id ?? "", labels = /** @type {Record<string, string>} */ ({});
    r[12].forEach((/** @type {number} */ v, /** @type {number} */ f) => { if (v && names[f]) labels[x.root.facets[f].id] = names[f].get(v)?.label ?? ""; });
    return {
      type, id: r[2], url: (l ? x.root.langs[l] + "/" : "") + (r[3] || `${type}/${r[2]}.html`), title: pick(r[4]), by: pick(r[5]), lead: pick(r[6]), date: r[7],
      amount: money(r[8]), paid: money(r[9]), served: r[10], money: r[11], labels, doc,
    };
  }));
};
