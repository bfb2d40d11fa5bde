// @ts-check
// Writes what was found as CSV. It is loaded when it is first asked for.
import { count, make, part, say } from "./dom.js";

const MOST = 50_000; // rows; of more the whole tables are offered
const LABELS = ["area", "district", "agency", "programme", "state", "method"];

/** What spreadsheets read as one cell, and not as a formula. @param {any} v */
const cell = (v) => {
  const s = String(v ?? ""), safe = /^[=+\-@\t\r]/.test(s) && Number.isNaN(+s) ? "'" + s : s;
  return /[",\n\r]/.test(safe) || safe !== s ? `"${safe.replaceAll('"', '""')}"` : s;
};

/** @param {{rows: (query: any) => AsyncIterable<import("./engine.js").Shown[]>}} engine @param {import("./address.js").Asked} ask @param {number} total @param {(r: import("./engine.js").Shown) => string} href */
export const download = async (engine, ask, total, href) => {
  const status = part("status");
  if (total > MOST) {
    status.replaceChildren(say("too_many", count(total), count(MOST)), " ", make("a", { href: "data.html" }, say("whole_tables")));
    return;
  }
  const lines = [["type", "id", "title", "by", "date", "amount_awarded", "amount_paid", "people_served", ...LABELS, "url"].join(",")];
  for await (const some of engine.rows({ ...ask, labels: ["type", ...LABELS] })) {
    for (const r of some) lines.push([r.type, r.id, r.title, r.by, r.date, r.amount, r.paid, r.served || "", ...LABELS.map((l) => r.labels[l]), href(r)].map(cell).join(","));
    status.textContent = say("downloading", count(lines.length - 1));
  }
  const name = [ask.q, ...Object.values(ask.filters).flat(), ...Object.values(ask.ranges).flat()].join(" ").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
  const a = make("a", { href: URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" })), download: `${name || "all"}-${new Date().toISOString().slice(0, 10)}.csv` });
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
  status.textContent = say("downloaded", count(lines.length - 1));
};
