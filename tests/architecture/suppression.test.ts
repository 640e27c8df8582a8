import { expect, it } from "vitest";
import { matching, sources } from "./source";

const product = sources("app/**/*.{ts,tsx}", "lib/**/*.{ts,tsx}", "components/**/*.tsx", "emails/**/*.tsx");

// Everything signs in to the database with one role, so the wall around the list of stops stands here (law.md RT-3).

it("only the gate's own paths and the data protection officer's read or write the list of stops", () => {
  const touching = matching(
    product,
    /\.suppression\b(?!s)|(?:FROM|INTO|UPDATE|JOIN)\s+(?:public\.)?suppression\b/iu,
  );
  // Erasure counts what it keeps by hash, a recovery compares the list with its journal, and a start writes into the journal what
  // a killed process owed it: none shows a row of it.
  const allowed =
    /^lib\/(usecases\/(suppression|consent)\/|queries\/(suppression\/|member\/get-erasure)|ledger\/(recover\/missing|journal\/make-up))/u;
  expect(touching.filter((path) => !allowed.test(path))).toEqual([]);
  expect(touching.length).toBeGreaterThan(0);
});

it("what reads the list is imported by the data protection officer's pages alone", () => {
  const readers = matching(product, /from "[^"]*(?:queries|usecases)\/suppression\//u);
  const allowed = /^(app\/dpo\/|lib\/usecases\/(suppression|screening)\/)/u;
  expect(readers.filter((path) => !allowed.test(path))).toEqual([]);
});

it("reads no page of the list for a role that runs campaigns", () => {
  const pages = sources("app/**/suppressions/**/page.tsx");
  const open = pages.filter(({ text }) => !/requireActor\("suppression\.(?:read|add)"/u.test(text));
  expect(open.map(({ path }) => path)).toEqual([]);
  expect(pages.length).toBe(4);
});
