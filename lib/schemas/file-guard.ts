import { isAlias, isNode, isScalar, Lexer, parseDocument, visit, type Document } from "yaml";

// A file from outside is measured before it is read: how big, how deep, whether it names a thing twice or refers to
// itself. What fails is said in words with its line; nothing is half-read.

export type FileProblem = { readonly path: string; readonly sentence: string };
export type FileReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };
export type FileFormat = "json" | "yaml";

/** One megabyte: a policy of every panel in the country would fit. */
const mostBytes = 1_000_000;
const mostDepth = 32;
const widestIndent = 256;
const mostTokens = 100_000;

function refuse(path: string, sentence: string): FileReading {
  return { ok: false, problems: [{ path, sentence }] };
}

function line(number: number): string {
  return `line ${number}`;
}

type Level = { readonly keys: Set<string> | null };

function outOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** What is wrong with JSON text before it is parsed: too deep, or one key twice, where the last would win in silence. */
function jsonProblem(text: string): FileProblem | null {
  const levels: Level[] = [];
  let lines = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\n") lines += 1;
    else if (sign === "{" || sign === "[") levels.push({ keys: sign === "{" ? new Set() : null });
    else if (sign === "}" || sign === "]") levels.pop();
    else if (sign === '"') {
      const end = outOfString(text, at);
      const keys = levels.at(-1)?.keys ?? null;
      if (keys !== null && /^\s*:/u.test(text.slice(end + 1, end + 50))) {
        const name = text.slice(at + 1, end);
        if (keys.has(name)) return { path: line(lines), sentence: twice(name) };
        keys.add(name);
      }
      at = end;
    }
    if (levels.length > mostDepth) return { path: line(lines), sentence: tooDeep };
  }
  return null;
}

const noAnchors = "Write it out: & and * (anchors, aliases) are not read here.";

function twice(name: string): string {
  return `"${name}" is here twice. Keep one.`;
}

const tooDeep = `Lists and parts are nested more than ${mostDepth} deep.`;

/** Nesting of YAML, counted on tokens: the parser itself is never asked about a file that would exhaust it. */
function yamlProblem(text: string): FileProblem | null {
  let flow = 0;
  let inLine = 0;
  let lines = 1;
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > mostTokens)
      return { path: line(lines), sentence: "This file has more parts than can be read." };
    if (token === "[" || token === "{") flow += 1;
    else if (token === "]" || token === "}") flow -= 1;
    else if (token === "-" || token === "?") inLine += 1;
    else if (/^\n|^\r\n/u.test(token)) inLine = 0;
    const spaces = /^ +$/u.test(token) ? token.length : 0;
    if (flow + inLine > mostDepth || spaces > widestIndent) return { path: line(lines), sentence: tooDeep };
    lines += token.split("\n").length - 1;
  }
  return null;
}

function parseJson(text: string): FileReading {
  const problem = jsonProblem(text);
  if (problem !== null) return { ok: false, problems: [problem] };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : "It cannot be read.";
    return refuse("file", `This is not JSON: ${reason}`);
  }
}

/** Where in the text a node begins, as a line. */
function lineOf(text: string, node: unknown): string {
  const start = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  return line(text.slice(0, start).split("\n").length);
}

/** The first key that a part has twice, and the first anchor or alias; found in one walk, so that size costs only time. */
function yamlContentProblem(text: string, document: Document): FileProblem | null {
  let problem: FileProblem | null = null;
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node) && node.anchor === undefined) return undefined;
      problem = { path: lineOf(text, node), sentence: noAnchors };
      return visit.BREAK;
    },
    Map: (_key, { items }) => {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = String(isScalar(key) ? key.value : key);
        if (seen.has(name)) {
          problem = { path: lineOf(text, key), sentence: twice(name) };
          return visit.BREAK;
        }
        seen.add(name);
      }
      return undefined;
    },
  });
  return problem;
}

function parseYaml(text: string): FileReading {
  const problem = yamlProblem(text);
  if (problem !== null) return { ok: false, problems: [problem] };
  const document = parseDocument(text, {
    uniqueKeys: false,
    prettyErrors: true,
    strict: true,
    stringKeys: true,
  });
  const problems = [...document.errors, ...document.warnings].slice(0, 20).map(({ linePos, message }) => ({
    path: line(linePos?.[0].line ?? 1),
    sentence: message.split("\n")[0] ?? "It cannot be read.",
  }));
  const content = problems.length > 0 ? null : yamlContentProblem(text, document);
  if (content !== null) problems.push(content);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: document.toJS({ maxAliasCount: 0 }) as unknown };
}

/**
 * Reads the text of a JSON or YAML file into plain values. Refuses, in words: more than one megabyte, more than 32
 * levels, a key twice, anchors and aliases (so nothing can refer to itself), and what is not JSON or YAML at all.
 */
export function readFileText(text: string, format: FileFormat): FileReading {
  const bytes = new TextEncoder().encode(text.slice(0, mostBytes + 1)).length;
  if (text.length > mostBytes || bytes > mostBytes) {
    return refuse("file", `This file is larger than ${mostBytes / 1_000_000} MB.`);
  }
  return format === "json" ? parseJson(text) : parseYaml(text);
}
