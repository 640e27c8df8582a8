import { readFileSync } from "node:fs";
import path from "node:path";

const build = path.resolve(process.env["NEXT_DIST_DIR"] ?? ".next");

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(build, file), "utf8"));
}

/** Every address the build answers, as `/staff/[panel]/members`. */
export function builtRoutes(): readonly string[] {
  return Object.values(read("app-path-routes-manifest.json") as Record<string, string>).toSorted();
}

/** A server action of the build: the id by which anyone may call it, and a route whose page has it. */
export type BuiltAction = { readonly name: string; readonly id: string; readonly route: string };

type Reference = {
  readonly filename: string;
  readonly exportedName: string;
  readonly workers: Readonly<Record<string, unknown>>;
};

/** Every server action the build answers, named `app/…/actions.ts#export`. */
export function builtActions(): readonly BuiltAction[] {
  const { node, edge } = read("server/server-reference-manifest.json") as Record<
    "node" | "edge",
    Record<string, Reference>
  >;
  const references = Object.entries({ ...node, ...edge });
  return references.map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    route: (Object.keys(workers)[0] ?? "app/page")
      .replace(/^app/u, "")
      .replace(/\/page$/u, "")
      .replace(/\/\([^/]+\)/gu, ""),
  }));
}
