// Answers queries with static/search/engine.js: node ask.mjs ENGINE SITE LANG,
// queries as a JSON array on standard input, answers as one on standard output.
// Files come in rounds: all that are asked for until nothing goes on without one.
// Of a cold query bytes and rounds include the root.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const [engine, site, lang] = process.argv.slice(2);
const { open } = await import(pathToFileURL(engine).href);
// What DecompressionStream does in its own time would have to be waited for.
const buffer = (b) => b.buffer.slice(b.byteOffset, b.byteOffset + b.length);
globalThis.Blob = class { constructor([b]) { this.b = b; } stream() { return { pipeThrough: () => gunzipSync(this.b) }; } };
globalThis.Response = class { constructor(b) { this.b = b; } async arrayBuffer() { return buffer(this.b); } };

let waiting = [], rounds = 0, bytes = 0;
const fetch = (url) => new Promise((answer) => waiting.push({ url, answer }));
const send = ({ url, answer }) => {
  try {
    const b = readFileSync(new URL(url.split("?")[0]));
    bytes += b.length;
    answer({ ok: true, status: 200, arrayBuffer: async () => buffer(b) });
  } catch {
    answer({ ok: false, status: 404, arrayBuffer: async () => new ArrayBuffer(0) });
  }
};
const idle = () => new Promise((go) => setImmediate(go));
const settled = async (promise) => {
  let done = false;
  promise.then(() => (done = true), () => (done = true));
  for (await idle(); !done; await idle()) {
    const now = waiting;
    waiting = [];
    if (now.length) rounds++; // else a module is loaded
    now.forEach(send);
  }
  return promise;
};

let input = "";
for await (const chunk of process.stdin) input += chunk;
const base = pathToFileURL(site).href + "/";
const out = [];
let index = await settled(open(base, { fetch, lang }));
for (const q of JSON.parse(input)) {
  rounds = bytes = 0;
  if (q.cold) index = await settled(open(base, { fetch, lang }));
  const began = performance.now();
  const a = q.suggest ? { results: await settled(index.suggest(q.suggest)), total: 0, cost: { bytes: 0, requests: 0 }, facets: {}, more: {} } : await settled(index.search(q));
  const cost = { rounds, bytes, requests: a.cost.requests };
  const opened = a.more[q.open] && (await settled(a.more[q.open]())), openBytes = bytes - cost.bytes;
  const totals = a.totals && (await settled(a.totals()));
  out.push({ total: a.total, exact: a.exact, facetsExact: a.facetsExact, ids: a.results.map((r) => r.type + "/" + r.id), titles: a.results.map((r) => r.title), ...cost, openBytes, facets: a.facets, more: Object.keys(a.more), opened, totals, ms: performance.now() - began });
}
console.log(JSON.stringify(out));
