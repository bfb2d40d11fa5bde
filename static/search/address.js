// @ts-check
// The page's address, which holds all that is asked.

export const FACETS = ["type", "area", "year", "district", "agency", "programme", "state", "method", "kind"], RANGES = ["amount", "date"];

/** @typedef {{q: string, filters: Record<string, string[]>, ranges: Record<string, (any)[]>, sort: string, page: number}} Asked */

/** @returns {Asked} */
export const asked = () => {
  const p = new URLSearchParams(location.search), filters = /** @type {Record<string, string[]>} */ ({}), ranges = /** @type {Record<string, any[]>} */ ({});
  const span = (/** @type {string} */ name) => /^(.*)\.\.(.*)$/.exec(p.get(name) ?? "")?.slice(1);
  for (const f of FACETS) {
    const range = f === "year" && span(f), all = p.getAll(f).flatMap((v) => v.split(",")).filter(Boolean);
    if (range) for (let y = +(range[0] || 1990), last = Math.min(+(range[1] || 2100), y + 119); y <= last; y++) (filters.year ??= []).push(String(y));
    else if (all.length) filters[f] = all;
  }
  for (const r of RANGES) {
    const v = span(r)?.map((s) => r === "date" ? /^\d{4}(-\d\d){0,2}$/.test(s) ? s : null : s && Number.isFinite(+s) ? +s : null);
    if (v) ranges[r] = v;
  }
  return { q: p.get("q") ?? "", filters, ranges, sort: p.get("sort") ?? "", page: Math.max(1, parseInt(p.get("page") ?? "") || 1) };
};

/** The address with some parameters changed; a list or null replaces. @param {Record<string, any>} change */
export const address = (change) => {
  const p = new URLSearchParams(location.search);
  for (const [k, v] of Object.entries(/** @type {Record<string, any>} */ ({ page: null, ...change }))) {
    p.delete(k);
    if (v?.length ?? v) p.set(k, v);
  }
  const s = String(p).replaceAll("%2C", ",");
  return location.pathname + (s ? "?" + s : "");
};
