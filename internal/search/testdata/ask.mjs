// Answers queries with static/search/engine.js: node ask.mjs ENGINE SITE LANG,
// queries as a JSON array on standard input, answers as one on standard output.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [engine, site, lang] = process.argv.slice(2);
const { open } = await import(pathToFileURL(engine).href);
const fetch = async (url) => {
  try {
    const b = await readFile(new URL(url.split("?")[0]));
    return { ok: true, status: 200, arrayBuffer: async () => b.buffer.slice(b.byteOffset, b.byteOffset + b.length) };
  } catch {
    return { ok: false, status: 404, arrayBuffer: async () => new ArrayBuffer(0) };
  }
};
let input = "";
for await (const chunk of process.stdin) input += chunk;
const base = pathToFileURL(site).href + "/";
const out = [];
let index = await open(base, { fetch, lang });
for (const q of JSON.parse(input)) {
  if (q.cold) index = await open(base, { fetch, lang });
  const began = performance.now();
  const a = q.suggest ? { results: await index.suggest(q.suggest), total: 0, cost: { bytes: 0, requests: 0 }, facets: {}, more: {} } : await index.search(q);
  out.push({ total: a.total, exact: a.exact, facetsExact: a.facetsExact, ids: a.results.map((r) => r.type + "/" + r.id), titles: a.results.map((r) => r.title), bytes: a.cost.bytes, requests: a.cost.requests, facets: a.facets, more: Object.keys(a.more), opened: q.open && (await a.more[q.open]()), totals: await a.totals(), ms: performance.now() - began });
}
console.log(JSON.stringify(out));
