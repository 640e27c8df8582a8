/** Prints one line per step with how long it took, so that a person always sees what is going on. */

const started = Date.now();

/** @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a step. On a terminal its name shows at once; the time is added when it ends.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => T | Promise<T>} work may call `note` with what is worth saying beside the name
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const begun = Date.now();
  const notes = [];
  if (process.stdout.isTTY) process.stdout.write(`  … ${name}\r`);
  const result = await work((text) => notes.push(text));
  const note = notes.length > 0 ? ` (${notes.join(", ")})` : "";
  say(`  ✓ ${`${name}${note}`.padEnd(58)} ${seconds(Date.now() - begun).padStart(7)}`);
  return result;
}

export function sinceStart() {
  return seconds(Date.now() - started);
}
