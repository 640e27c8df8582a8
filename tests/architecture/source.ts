import { globSync, readFileSync } from "node:fs";

/** A source file of the product and its text. */
export type Source = { readonly path: string; readonly text: string };

/** The files that match the patterns, generated code left out. */
export function sources(...patterns: readonly string[]): readonly Source[] {
  return globSync([...patterns], {
    exclude: (path) => path.includes("generated") || path.includes("node_modules"),
  })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** The text without comments and string contents, so that words in prose are not mistaken for code. */
export function codeOf(text: string): string {
  return text.replace(/\/\*.*?\*\//gsu, "").replace(/(^|\s)\/\/.*$/gmu, "$1");
}

/** The paths of the files whose code matches. */
export function matching(files: readonly Source[], pattern: RegExp): readonly string[] {
  return files.filter(({ text }) => pattern.test(codeOf(text))).map(({ path }) => path);
}
