// The figures of a record, loaded from the files that stand beside this module:
// TABLE/N.json, an object of records by the last segment of their pages' paths,
// N the segment's FNV-1a hash modulo the number of files. They are described
// where they are written, in internal/site/compare_file.go.

/**
 * An amount in plain decimals by the code of its currency.
 * @typedef {Record<string, string>} Amounts
 */

/**
 * A record's figures; what is missing is left out.
 * @typedef {Object} Figures
 * @property {Record<string, string>} name by language
 * @property {number} projects
 * @property {number} awarded
 * @property {number} honours
 * @property {string} [kind]
 * @property {string} [registered]
 * @property {string} [status]
 * @property {string} [grade]
 * @property {boolean} [expired]
 * @property {[number, number]} [rate] awarded, decided
 * @property {number} [organizations]
 * @property {Amounts} [award]
 * @property {Amounts} [contracted]
 * @property {Amounts} [paid]
 * @property {Amounts} [social]
 * @property {number} [served]
 * @property {Amounts} [person]
 * @property {number} [person_of]
 * @property {[string, string]} [performance] average, number of scores
 * @property {[string, string]} [follow_up]
 * @property {Part[]} [years]
 * @property {Part[]} [areas]
 */

/** @typedef {{of: string, name?: Record<string, string>, award: Amounts}} Part */

/** @type {Map<string, Promise<Record<string, Figures>>>} */
const files = new Map();

/**
 * The 32-bit FNV-1a hash of a segment, which is ASCII.
 * @param {string} segment
 */
export function hash(segment) {
  let h = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(segment)) h = Math.imul(h ^ byte, 0x01000193);
  return h >>> 0;
}

/**
 * A record's figures; undefined where there is no such record. A file that
 * cannot be had is an error, and is asked for again the next time.
 * @param {string} table
 * @param {number} shards how many files the table has
 * @param {string} segment of the path of the record's page
 * @returns {Promise<Figures | undefined>}
 */
export async function load(table, shards, segment) {
  const name = `${table}/${hash(segment) % shards}.json`;
  let file = files.get(name);
  if (!file) {
    file = fetch(new URL(name, import.meta.url)).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer.json();
    });
    files.set(name, file);
    file.catch(() => files.delete(name));
  }
  const records = await file;
  return Object.hasOwn(records, segment) ? records[segment] : undefined;
}
