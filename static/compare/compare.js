// Sets records side by side: which ones is in the address, as in
// compare.html?organizations=A,B. Read Page.draw first. What loads and writes
// the figures is only asked for when there are any to show.

/** @typedef {import("./table.js").Column} Column */

const most = 4;

/**
 * An element of the page, which its layout has.
 * @template {HTMLElement} T
 * @param {string} id
 * @returns {T}
 */
function byId(id) {
  return /** @type {T} */ (document.getElementById(id));
}

/**
 * An element with children, texts among them.
 * @param {string} tag
 * @param {...(Node | string)} children
 */
export function element(tag, ...children) {
  const e = document.createElement(tag);
  e.append(...children);
  return e;
}

/**
 * A name in the page's language, else in the site's first.
 * @param {Record<string, string>} name
 * @param {string} lang
 */
export function nameIn(name, lang) {
  return name[lang] ?? Object.values(name)[0] ?? "";
}

class Page {
  constructor() {
    /** @type {HTMLElement} */
    this.article = byId("compare");
    this.words = this.article.dataset;
    this.lang = document.documentElement.lang;
    /** @type {import("./table.js").Table | undefined} */
    this.table = undefined;
    /** @type {HTMLSelectElement} */
    this.kind = byId("compare-kind");
    /** @type {HTMLInputElement} */
    this.name = byId("compare-name");
    this.turn = 0;
    this.asked = 0;
    /** @type {Map<string, string>} segments of the records that the search offers, by name */
    this.offered = new Map();
    /** @type {Promise<any> | undefined} */
    this.engine = undefined;
    byId("compare-off").hidden = true;
    /** @type {HTMLFieldSetElement} */ (byId("compare-fields")).disabled = false;
    byId("compare-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.name.addEventListener("input", () => this.offer());
    this.kind.addEventListener("change", () => {
      this.offered.clear();
      this.go(this.kind.value, []);
    });
    addEventListener("popstate", () => this.draw());
    this.ticks();
    this.draw();
  }

  /** The table and the segments that the address names. */
  chosen() {
    const asked = new URLSearchParams(location.search);
    for (const option of this.kind.options) {
      const list = asked.get(option.value);
      if (list !== null) return { table: option.value, segments: [...new Set(list.split(",").filter(Boolean))].slice(0, most) };
    }
    return { table: this.kind.value, segments: [] };
  }

  /**
   * Goes to a choice, which Back undoes.
   * @param {string} table
   * @param {string[]} segments
   */
  go(table, segments) {
    const address = new URL(location.href);
    address.search = `${table}=${segments.map(encodeURIComponent).join(",")}`;
    history.pushState(null, "", address);
    return this.draw();
  }

  /** Shows what the address names. */
  async draw() {
    const turn = ++this.turn;
    const { table, segments } = this.chosen();
    if (this.kind.value !== table) this.kind.value = table;
    this.suggest(table);
    const shards = Number(this.kind.selectedOptions[0].dataset.shards);
    /** @type {string[]} */
    const unknown = [];
    /** @type {Column[]} */
    const columns = [];
    try {
      if (segments.length > 0) this.table ??= new (await import("./table.js")).Table(this.article);
      const found = await Promise.all(segments.map((segment) => figures(table, shards, segment)));
      if (turn !== this.turn) return; // the address has changed since
      found.forEach((record, i) => {
        const segment = segments[i];
        if (record) columns.push({ segment, name: nameIn(record.name, this.lang), href: `${table}/${encodeURIComponent(segment)}.html`, figures: record });
        else unknown.push(segment);
      });
    } catch {
      if (turn === this.turn) this.say(this.words.failed);
      return;
    }
    byId("side").hidden = columns.length === 0;
    this.table?.show(columns, (segment) => {
      this.go(table, segments.filter((s) => s !== segment));
      this.name.focus();
    });
    if (unknown.length > 0) this.say(this.words.unknown, unknown.join(", "));
    else if (columns.length === 1) this.say(this.words.one);
    else if (columns.length > 1) this.say(this.words.shown, columns.map((c) => c.name).join(this.lang === "zh" ? "、" : ", "));
    else this.say("");
  }

  /**
   * Tells a reader, also one who listens, what has happened.
   * @param {string | undefined} text
   * @param {string} [what]
   */
  say(text, what = "") {
    byId("compare-said").textContent = (text ?? "").replace("#", () => what);
  }

  /** Takes what was typed: a name of the list, an address or an identifier. */
  async submit() {
    const typed = this.name.value.trim();
    if (!typed) return;
    const { table } = this.chosen();
    const named = [...this.links(table)].find((a) => a.textContent === typed);
    let segment = this.offered.get(typed) ?? segmentOf(named ? named.getAttribute("href") ?? "" : typed);
    let record;
    try {
      record = await figures(table, Number(this.kind.selectedOptions[0].dataset.shards), segment);
      if (!record) {
        const found = await this.find(table, typed);
        if (found.length === 1) {
          segment = segmentOf(found[0].url);
          record = await figures(table, Number(this.kind.selectedOptions[0].dataset.shards), segment);
        }
      }
    } catch {
      this.say(this.words.failed);
      return;
    }
    if (!record) this.say(this.words.unknown, typed);
    else if (await this.add(table, segment, nameIn(record.name, this.lang))) this.name.value = "";
  }

  /**
   * Adds a record to the comparison; false where it cannot be.
   * @param {string} table
   * @param {string} segment
   * @param {string} name
   */
  async add(table, segment, name) {
    const now = this.chosen();
    const segments = now.table === table ? now.segments : [];
    if (segments.includes(segment)) return this.say(this.words.twice, name), false;
    if (segments.length >= most) return this.say(this.words.full), false;
    await this.go(table, [...segments, segment]);
    return true;
  }

  /**
   * The records of a table that the page shows.
   * @param {string} table
   * @returns {NodeListOf<HTMLAnchorElement>}
   */
  links(table) {
    return document.querySelectorAll(`#${table} tbody th a`);
  }

  /**
   * Lists the names that the search found and those that the page shows.
   * @param {string} table
   */
  suggest(table) {
    const names = new Set([...this.offered.keys(), ...[...this.links(table)].map((a) => a.textContent ?? "")]);
    byId("compare-list").replaceChildren(...[...names].map((name) => {
      const option = element("option");
      option.setAttribute("value", name);
      return option;
    }));
  }

  /**
   * The records of a table whose names hold what was typed, of the site's search;
   * none where that is not to be had.
   * @param {string} table
   * @param {string} typed
   * @returns {Promise<{title: string, url: string}[]>}
   */
  async find(table, typed) {
    try {
      this.engine ??= import("../search/engine.js").then(({ open }) => open(new URL("../", import.meta.url).href, { lang: this.lang }));
      const found = await (await this.engine).search({ q: typed, filters: { type: [table] }, limit: 8, facets: false });
      return found.corrected.length > 0 ? [] : found.results;
    } catch {
      return [];
    }
  }

  /** Offers the records that what is typed may mean. */
  async offer() {
    const asked = ++this.asked;
    const typed = this.name.value.trim();
    await new Promise((done) => setTimeout(done, 150)); // a letter more is soon typed
    if (asked !== this.asked || typed.length < 2 || this.offered.has(typed)) return;
    const { table } = this.chosen();
    const found = await this.find(table, typed);
    if (asked !== this.asked) return;
    this.offered = new Map(found.map((r) => [r.title, segmentOf(r.url)]));
    this.suggest(table);
  }

  /** Makes the buttons of the plain tables compare their records. */
  ticks() {
    this.article.classList.add("ready");
    for (const { value } of this.kind.options) {
      for (const a of this.links(value)) {
        const name = a.textContent ?? "";
        const button = a.closest("tr")?.querySelector(".tick");
        if (!button) continue;
        button.setAttribute("aria-label", (this.words.tick ?? "").replace("#", () => name));
        button.addEventListener("click", () => this.add(value, segmentOf(a.getAttribute("href") ?? ""), name));
      }
    }
  }
}

/**
 * A record's figures; undefined where there is no such record.
 * @param {string} table
 * @param {number} shards
 * @param {string} segment
 */
async function figures(table, shards, segment) {
  return (await import("./figures.js")).load(table, shards, segment);
}

/**
 * The last part of a record's address, or what was typed as it is.
 * @param {string} address
 */
function segmentOf(address) {
  const path = address.split(/[?#]/)[0].replace(/\.html$/, "");
  try {
    return decodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
  } catch {
    return path;
  }
}

new Page();
