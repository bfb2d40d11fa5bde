// @ts-check
// What the parts of the search page share: its elements, words and numbers.

/** @param {string} name @param {Record<string, any>} [attributes] @param {(Node | string | number | null | false)[]} inside @returns {any} */
export const make = (name, attributes = {}, ...inside) => {
  const e = /** @type {any} */ (document.createElement(name));
  for (const [k, v] of Object.entries(attributes)) if (k.startsWith("on")) e[k] = v; else if (v === true) e.setAttribute(k, ""); else if (v || v === 0) e.setAttribute(k, String(v));
  e.append(...inside.filter((x) => x || x === 0));
  return e;
};

/** @param {string} name @returns {any} */
export const part = (name) => document.querySelector(`[data-search="${name}"]`);

export const form = /** @type {HTMLFormElement} */ (document.querySelector("main form[data-engine]"));
export const box = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
export const lang = document.documentElement.lang, zh = lang === "zh";

/** The site's root, from which the addresses of records go. */
export const root = new URL(form.dataset.engine + "/../../", location.href);

/** A word of the page with its blanks filled. @param {string} name @param {any[]} values */
export const say = (name, ...values) => (document.querySelector(`[data-word="${name}"]`)?.textContent ?? name).replace(/\{(\d)\}/g, (_, i) => values[i]);

/** @param {number} n @param {any} [options] */
export const count = (n, options) => n.toLocaleString(zh ? "zh-CN" : "en-GB", options);

/** An amount as people say it. @param {number} n @param {string} currency */
export const money = (n, currency) => {
  const own = currency === "CNY", s = count(n, { maximumFractionDigits: 2, useGrouping: true, compactDisplay: "long", notation: n < (zh ? 1e4 : 1e6) ? "standard" : "compact" });
  return zh ? s + (own ? "元" : " " + currency) : (own ? "¥" : currency + " ") + s;
};

/** A text's language, where it is not the page's. @param {string} s */
export const foreign = (s) => /\p{Script=Han}/u.test(s) ? zh ? "" : "zh" : zh && /[a-z]/i.test(s) ? "en" : "";

/** A text with what was sought marked. @param {string} text @param {string[]} sought @returns {(Node | string)[]} */
export const marked = (text, sought) => {
  const parts = sought.filter((w) => !/^\w$/.test(w)).map((w) => (/^\w/.test(w) ? "\\b" : "") + w.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return parts.length ? text.split(new RegExp("(" + parts.join("|") + ")", "giu")).map((s, i) => i % 2 ? make("mark", {}, s) : s) : [text];
};
