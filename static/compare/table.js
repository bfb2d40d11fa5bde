// Writes the comparison: a column for each record, a line for each figure. The
// lines and all words are on the page already, in its language.

import { element, nameIn } from "./compare.js";

/**
 * @typedef {import("./figures.js").Figures} Figures
 * @typedef {import("./figures.js").Amounts} Amounts
 * @typedef {import("./figures.js").Part} Part
 * @typedef {{segment: string, name: string, href: string, figures: Figures}} Column
 */

const svg = "http://www.w3.org/2000/svg";

/**
 * A list of pairs as the page writes it: "a=1|b=2".
 * @param {string | undefined} text
 * @returns {Map<string, string>}
 */
function pairs(text) {
  return new Map((text ?? "").split("|").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  }));
}

/**
 * A whole number or plain decimal in groups of three digits.
 * @param {string | number} n
 */
export function grouped(n) {
  const [whole, part] = String(n).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? "." + part : "");
}

/** Draws into the page's table. */
export class Table {
  /** @param {HTMLElement} page the article with the words */
  constructor(page) {
    this.words = page.dataset;
    this.lang = document.documentElement.lang;
    this.money = pairs(page.dataset.money);
    this.heads = /** @type {HTMLElement} */ (document.getElementById("compare-heads"));
    this.rows = /** @type {HTMLElement} */ (document.getElementById("compare-rows"));
  }

  /**
   * Shows the records, or nothing where there is none.
   * @param {Column[]} columns
   * @param {(segment: string) => void} remove
   */
  show(columns, remove) {
    for (const old of this.heads.querySelectorAll("th")) old.remove();
    for (const old of this.rows.querySelectorAll("[data-of]")) old.remove();
    for (const c of columns) this.heads.append(this.head(c, remove));
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.rows.querySelectorAll("[data-row]"))) {
      for (const old of row.querySelectorAll("td")) old.remove();
      this.fill(row, columns);
    }
  }

  /**
   * A column's heading leads to the record and has a button to take it away.
   * @param {Column} c
   * @param {(segment: string) => void} remove
   */
  head(c, remove) {
    const link = element("a", c.name);
    link.setAttribute("href", c.href);
    const button = element("button", "×");
    button.className = "remove";
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", (this.words.remove ?? "").replace("#", c.name));
    button.addEventListener("click", () => remove(c.segment));
    const th = element("th", link, " ", button);
    th.setAttribute("scope", "col");
    return th;
  }

  /**
   * Fills in a line; one that says nothing of any record is hidden.
   * @param {HTMLElement} row
   * @param {Column[]} columns
   */
  fill(row, columns) {
    const { row: key, kind } = row.dataset;
    const values = columns.map((c) => /** @type {any} */ (c.figures)[key ?? ""]);
    row.hidden = values.every((v) => v === undefined || v === "");
    if (row.hidden) return;
    if (kind === "years" || kind === "areas") {
      row.append(...columns.map(() => element("td")));
      this.parts(row, kind, values);
      return;
    }
    const bars = kind === "money" || kind === "person";
    const sizes = values.map((v, i) => this.size(kind, v, columns[i].figures));
    values.forEach((v, i) => row.append(v === undefined || v === "" ? this.missing(kind, columns[i].figures) : this.cell(row, v, columns[i].figures, bars ? sizes : undefined, i)));
  }

  /**
   * What stands for a figure that is not there: that it is not published, or a
   * dash where it is not due, as is a score of what was never reviewed.
   * @param {string | undefined} kind
   * @param {Figures} figures
   */
  missing(kind, figures) {
    if (kind === "rate" || kind === "score" || kind === "person" || kind === "count") return element("td", "–");
    if (kind === "money" && figures.awarded === 0) return element("td", "–");
    const mark = element("span", this.words.missing ?? "");
    mark.className = "missing";
    return element("td", mark);
  }

  /**
   * What a value is measured by, among others of its line.
   * @param {string | undefined} kind
   * @param {any} v
   * @param {Figures} figures
   */
  size(kind, v, figures) {
    if (v === undefined || (kind !== "money" && kind !== "person")) return undefined;
    const all = Object.entries(/** @type {Amounts} */ (v));
    return all.length === 1 ? { unit: all[0][0], n: Number(all[0][1]) } : undefined;
  }

  /**
   * @param {HTMLElement} row
   * @param {any} v
   * @param {Figures} figures
   * @param {({unit: string, n: number} | undefined)[] | undefined} sizes of the line
   * @param {number} at the column
   */
  cell(row, v, figures, sizes, at) {
    const td = element("td");
    const note = (/** @type {string} */ text) => {
      const span = element("span", text);
      span.className = "note";
      td.append(span);
    };
    switch (row.dataset.kind) {
      case "count":
        td.append(grouped(v));
        break;
      case "code":
      case "grade":
        td.append(pairs(row.dataset.codes).get(v) ?? v);
        if (row.dataset.kind === "grade" && figures.expired) note(this.words.expired ?? "");
        break;
      case "rate":
        td.append(`${grouped(v[0])} / ${grouped(v[1])}`);
        if (v[1] >= 5) note(`${Math.round((v[0] / v[1]) * 1000) / 10}%`);
        break;
      case "score":
        td.append(v[0]);
        note((this.words.scores ?? "").replace("#", grouped(v[1])));
        break;
      case "money":
      case "person":
        td.append(this.amounts(v));
        if (sizes) this.measure(td, sizes, at, note);
        if (row.dataset.kind === "person") note((this.words.from ?? "").replace("#", grouped(figures.person_of ?? 0)));
        break;
      case "date":
        td.append(day(v, this.lang));
        break;
      default:
        td.append(String(v));
    }
    return td;
  }

  /**
   * A bar as long as the amount among those of its line, and how many times the
   * first it is.
   * @param {HTMLElement} td
   * @param {({unit: string, n: number} | undefined)[]} sizes
   * @param {number} at
   * @param {(text: string) => void} note
   */
  measure(td, sizes, at, note) {
    const own = sizes[at];
    if (!own || sizes.some((s) => s && s.unit !== own.unit)) return;
    const most = Math.max(...sizes.map((s) => s?.n ?? 0));
    if (most <= 0 || own.n < 0) return;
    td.append(bar(own.n / most));
    const first = sizes[0];
    if (at === 0 || !first || first.n <= 0) return;
    const ratio = own.n / first.n;
    if (ratio < 1) note((this.words.portion ?? "").replace("#", `${times(ratio * 100)}%`));
    else note((this.words.ratio ?? "").replace("#", grouped(times(ratio))));
  }

  /** @param {Amounts} all */
  amounts(all) {
    return Object.entries(all).map(([code, n]) => (this.money.get(code) ?? `${code} #`).replace("#", grouped(n))).join(" + ");
  }

  /**
   * A line for each year or area that any of the records has.
   * @param {HTMLElement} row the line above
   * @param {string} kind
   * @param {(Part[] | undefined)[]} lists
   */
  parts(row, kind, lists) {
    /** @type {Map<string, string>} */
    const names = new Map();
    for (const list of lists) for (const p of list ?? []) names.set(p.of, p.name ? nameIn(p.name, this.lang) : p.of);
    const keys = [...names.keys()];
    if (kind === "years") keys.sort().reverse();
    let after = row;
    for (const key of keys) {
      const th = element("th", names.get(key) ?? key);
      th.setAttribute("scope", "row");
      const line = element("tr", th);
      line.dataset.of = key;
      line.dataset.kind = "money";
      const found = lists.map((list) => list?.find((p) => p.of === key)?.award);
      const sizes = found.map((v) => this.size("money", v, /** @type {any} */ ({})));
      found.forEach((v, i) => line.append(v ? this.cell(line, v, /** @type {any} */ ({}), sizes, i) : element("td", "–")));
      after.after(line);
      after = line;
    }
  }
}

/**
 * A ratio with two digits that count.
 * @param {number} n
 */
export function times(n) {
  return n >= 10 ? Math.round(n) : Number(n.toPrecision(2));
}

/**
 * A date, as precise as it is published.
 * @param {string} iso "1999", "1999-05" or "1999-05-01"
 * @param {string} lang
 */
export function day(iso, lang) {
  const [year, month, date] = iso.slice(0, 10).split("-").map(Number);
  if (lang === "zh") return `${year}年${month ? `${month}月` : ""}${date ? `${date}日` : ""}`;
  const name = month ? new Date(Date.UTC(year, month - 1, 1)).toLocaleString("en", { month: "long", timeZone: "UTC" }) + " " : "";
  return `${date ? `${date} ` : ""}${name}${year}`;
}

/** @param {number} share of the longest */
function bar(share) {
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("class", "measure");
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("width", "100%");
  picture.setAttribute("height", "6");
  const rect = document.createElementNS(svg, "rect");
  rect.setAttribute("width", `${Math.round(share * 1000) / 10}%`);
  rect.setAttribute("height", "6");
  picture.append(rect);
  return picture;
}
