// @ts-check
// Takes a query apart into what is to be met. internal/search/query.go is the
// same in Go, step by step.
import { reader, uint, utf8 } from "./format.js";
import { beginning, begins, entry, file, term, terms } from "./index.js";
import { HAN, distance, sounds, titleTerm, tokens } from "./text.js";
import { stream } from "./walk.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Entry} Entry */
/** @typedef {import("./walk.js").Stream} Stream */
/** @typedef {{entries: Entry[], title: Stream, any: Stream}} Unit one thing that is asked for */
/** Runs are those of three characters and more, asked for whole. Asked loosely, a run is met by its parts, a word also by what is written nearly so, and what is in no record is left out. first: whose titles stand first, one after another: the query as a whole title; of a single word, itself before what begins so
 * @typedef {{units: Unit[], runs: string[], first: Entry[], words: string[], corrected: string[], ignored: string[], cut: boolean}} Question */

const UNITS = 8, LONG = 36, HEARD = 4, PAIRS = 8; // things of a query, characters of a run; pairs of a word of pinyin, and of two syllables

/** @param {Entry[]} e @param {number} [run] @param {number} [at] @returns {Unit} */
const unit = (e, run, at) => ({ entries: e, title: stream(e.map((x) => x.title), true, run, at), any: stream(e.flatMap((x) => [x.title, x.body]), false, run, at) });

/** Traditional characters as simplified ones. @param {Index} x @param {string} text */
export const simplify = async (x, text) => {
  const pairs = HAN.test(text) ? utf8.decode(await file(x, x.root.fold)).match(/../gu) ?? [] : [];
  return [...text].map((c) => pairs.find((p) => p.startsWith(c))?.slice(c.length) ?? c).join("");
};

/** What a token asks for; near: the words that were taken for it.
 * @typedef {{units: Unit[], near: string[], run: boolean, missed: boolean}} Part */

/** What a query asks for. @param {Index} x @param {string} text folded @param {boolean} loose @returns {Promise<Question>} */
export const ask = async (x, text, loose) => {
  const out = /** @type {Question} */ ({ units: [], runs: [], first: [], words: [], corrected: [], ignored: [], cut: false });
  const all = tokens(text), titled = all[1] || all[0]?.han && [...all[0].text].length > 3 ? terms(x, [titleTerm(text)], "titles") : [];
  const asked = /** @type {import("./text.js").Token[]} */ ([]), chunks = text.split(/\s+/).filter(Boolean);
  const ids = loose ? [] : await Promise.all(chunks.map((c) => /[a-z\d][^\p{L}\p{N}\s][a-z\d]/u.test(c) || /^[a-z]*\d{3,}[a-z\d]*$/.test(c) ? terms(x, ["#" + c, ...c.match(/^[\d\W]+$/) ?? []]) : []));
  chunks.forEach((c, i) => {
    const id = ids[i]; // digits may be an amount, and a word of a title
    if (id?.[0]?.term[0] === "#") {
      out.units.push(unit(id));
      out.words.push(c);
    } else asked.push(...tokens(c));
  });
  // Of many words those that tell most: digits and long ones.
  const tells = (/** @type {number} */ i) => asked[i].han ? 99 : asked[i].text.length + (/\d/.test(asked[i].text) ? 9 : 0);
  const kept = [...asked.keys()].sort((a, b) => tells(b) - tells(a) || a - b).slice(0, UNITS);
  out.cut = kept.length < asked.length;
  const alone = asked.every((t) => t.han && [...t.text].length < 2);
  let row = -1; // words are in one row until a run is between them
  const parts = await Promise.all(asked.map((t, i) => {
    if (t.han) row--;
    return !kept.includes(i) ? null : t.han ? run(x, [...t.text], alone, loose) : word(x, t.text, i === asked.length - 1, loose, row, i);
  }));
  out.first = await titled;
  parts.forEach((p, i) => {
    if (!p) return;
    const { text } = asked[i];
    out.words.push(text, ...p.near);
    out.corrected.push(...p.near);
    if (p.missed) out.ignored.push(text);
    if (p.run) out.runs.push(text);
    for (const u of p.units) if (p.run) u.title.run = u.any.run = out.runs.length;
    out.units.push(...p.units);
  });
  if (out.units.length > UNITS) {
    out.cut = true;
    out.units = out.units.sort((a, b) => a.any.n - b.any.n).slice(0, UNITS);
  }
  // A title that is no more than a term stands beside the term.
  const first = out.units[0]?.entries[0];
  if (first && !out.units[1]) out.first = [...await terms(x, ["\x02" + first.term]), first];
  return out;
};

/** A run: as it stands by the fewest triples that cover it, or in parts by pairs. A character by itself is sought where nothing else is.
 * @param {Index} x @param {string[]} chars @param {boolean} alone @param {boolean} loose @returns {Promise<Part>} */
const run = async (x, chars, alone, loose) => {
  const out = { units: /** @type {Unit[]} */ ([]), near: [], run: chars.length > 2 && !loose, missed: false };
  if (!chars[1]) {
    const e = alone ? await begins(x, chars[0]) : [];
    return { ...out, units: e.length ? [unit(e)] : [], missed: alone && !e.length };
  }
  const size = out.run ? 3 : 2, last = Math.min(chars.length, LONG) - size, at = /** @type {number[]} */ ([]);
  for (let k = 0; k <= last; k = Math.min(k + size, Math.max(last, k + 1))) at.push(k);
  const got = await Promise.all(at.map((k) => term(x, (out.run ? "\x04" : "") + chars.slice(k, k + size).join(""))));
  out.missed = loose && got.filter(Boolean).length * 2 < got.length; // less than half of it is in any record
  got.forEach((e, i) => { if (e ? !out.missed : !loose) out.units.push(unit(e ? [e] : [], 0, at[i])); });
  return out;
};

/** A word; the last one also as the beginning of others; one that is in no title, also as what sounds so; one that there is not, as what is written nearly so.
 * @param {Index} x @param {string} text @param {boolean} last @param {boolean} loose @param {number} row @param {number} at @returns {Promise<Part>} */
const word = async (x, text, last, loose, row, at) => {
  const out = { units: /** @type {Unit[]} */ ([]), near: /** @type {string[]} */ ([]), run: false, missed: false };
  if (/^[^aeiou]+$/.test(text) || sounds(text).syllables[0]) hear(x, text).catch(() => {}); // mostly for nothing, but a round earlier
  let e = last && text[1] ? await begins(x, text) : await terms(x, [text]);
  if (!e.some((t) => t.title.n)) {
    const [heard] = await Promise.all([hear(x, text), e.length ? null : nearly(x, text)]);
    if (!e.length && heard.length) return { ...out, units: heard };
    if (heard.length === 1) e = [...e, ...heard[0].entries];
  }
  if (!e.length || loose) {
    const near = await nearly(x, text);
    if (!e.length) out.near = near;
    e = [...e, ...(await terms(x, near))];
  }
  out.missed = !e.length;
  if (e.length) out.units.push(unit(e, row, at));
  return out;
};

/** What a word of pinyin sounds like: of each pair of syllables, or triple of initials, what has it. @param {Index} x @param {string} text @returns {Promise<Unit[]>} */
const hear = async (x, text) => {
  const { syllables, initials } = sounds(text);
  const pairs = await Promise.all(syllables.slice(0, HEARD).map(async (s) => utf8.decode(await entry(x, "sounds", s)).match(/../gu)?.slice(0, PAIRS) ?? []));
  const got = await Promise.all([...pairs, ...initials.slice(0, HEARD).map((t) => [t])].map((list) => terms(x, list)));
  return got.every((e) => e.length) ? got.map((e) => unit(e)) : [];
};

/** Words that differ by a slip of the pen. @param {Index} x @param {string} word @returns {Promise<string[]>} */
const nearly = async (x, word) => {
  if (!/^[a-z]{4,24}$/.test(word)) return [];
  const limit = word.length > 7 ? 2 : 1, turn = (/** @type {string} */ s) => [...s].reverse().join("");
  const found = /** @type {Map<string, number[]>} */ (new Map());
  await Promise.all(["words", "turned"].map(async (table) => {
    const to = table === "turned" ? turn : String, w = to(word);
    for (const [s, b] of await beginning(x, table, w.slice(0, 2))) {
      const d = Math.abs(w.length - s.length) > limit ? 0 : distance(w, s);
      if (d && d <= limit) found.set(to(s), [d, uint(reader(b))]);
    }
  }));
  const all = [...found].sort(([a, x], [b, y]) => x[0] - y[0] || y[1] - x[1] || (a < b ? -1 : 1));
  return all.filter(([, x]) => x[0] === all[0][1][0]).slice(0, 3).map(([s]) => s);
};
