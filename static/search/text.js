// @ts-check
// Texts as they are compared, and what a query's words may mean.

export const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u; // written without spaces between words

/** @param {string} s the form in which texts are compared */
export const fold = (s) => s.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("ς", "σ");

/** @typedef {{text: string, han: boolean}} Token a run or a word */

const H = HAN.source, TOKEN = RegExp(`${H}(?:[^\\p{L}\\p{N}\\s]*?${H})*|(?:(?!${H})[\\p{L}\\p{N}])+`, "gu");

/** @param {string} s folded @returns {Token[]} runs go on across punctuation */
export const tokens = (s) => (s.match(TOKEN) ?? []).map((t) => HAN.test(t) ? { text: [...t].filter((c) => HAN.test(c)).join(""), han: true } : { text: t.slice(0, 40), han: false });

/** @param {string} s */
export const hash = (s) => {
  let h = 0x811c9dc5;
  for (const b of new TextEncoder().encode(s)) h = Math.imul(h ^ b, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
};

/** The term of a folded text as a whole title. @param {string} s */
export const titleTerm = (s) => "\x03" + hash(s.replace(/[^\p{L}\p{N}]+/gu, "")).toString(16).padStart(8, "0");

/** Damerau's distance. @param {string} a @param {string} b */
export const distance = (a, b) => {
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

/** What a word of pinyin asks for. @param {string} word
 * @returns {{syllables: string[], initials: string[]}} pairs of syllables, else the terms of triples of initials */
export const sounds = (word) => {
  const s = [], syllables = [], initials = [];
  for (let rest = word, m; rest; rest = rest.slice(m[0].length)) {
    if (!(m = SYLLABLE.exec(rest))) { s.length = 0; break; }
    s.push(m[0]);
  }
  if (s.length > 1) for (let i = 1; i < s.length; i++) syllables.push(s[i - 1] + s[i]);
  else if (/^[a-hj-tw-z]{3,12}$/.test(word)) for (let i = 2; i < word.length; i++) initials.push("!" + word.slice(i - 2, i + 1));
  return { syllables, initials };
};
