/**
 * A failure that a person can act on. Its message is one plain sentence, printed without a stack trace.
 * Everything else that reaches the top of a script is a bug and keeps its stack.
 */
export class Sentence extends Error {}

const BY_CODE = {
  ENOSPC: "There is no space left on the disk",
  EROFS: "The folder is on a read-only file system",
  EACCES: "This account may not write there",
  EPERM: "This account may not do that there",
  EADDRINUSE: "That port is already in use",
  EMFILE: "Too many files are open (raise `ulimit -n`)",
};

/**
 * The sentence for any error: its own when it is a `Sentence`, one by its code for what an operating system refuses, and
 * `undefined` for a bug.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function sentenceFor(error) {
  if (error instanceof Sentence) return error.message;
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  if (/No space left on device/i.test(message ?? "")) return `${BY_CODE.ENOSPC}.`;
  const words = code === undefined ? undefined : BY_CODE[code];
  return words === undefined ? undefined : `${words}${path ? `: ${path}` : ""}.`;
}

/**
 * Ends the process as a script must: one sentence for what a person can mend, the stack for a bug, never exit code 0.
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
  const words = sentenceFor(error);
  process.stderr.write(`${words ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}
