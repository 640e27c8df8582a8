import { describe, expect, it } from "vitest";
import { codeOf, matching, sources } from "./source";

const product = sources("app/**/*.{ts,tsx}", "lib/**/*.{ts,tsx}", "components/**/*.tsx", "emails/**/*.tsx");

describe("lib/policy is pure", () => {
  const policy = sources("lib/policy/**/*.ts");

  it("asks nobody for the time, for chance or for its surroundings: give it instants, seeds and facts", () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\b|\bTemporal\.Now\b|\bfetch\(/u;
    expect(matching(policy, impure)).toEqual([]);
  });

  it("imports only itself and the calendar", () => {
    const foreign = policy.flatMap(({ path, text }) =>
      [...codeOf(text).matchAll(/from "([^"]+)"/gu)]
        .map(([, from = ""]) => from)
        .filter((from) => !from.startsWith(".") && from !== "temporal-polyfill")
        .map((from) => `${path} imports ${from}`),
    );
    expect(foreign).toEqual([]);
  });

  it("opens every file with the rule it holds and where it comes from", () => {
    const bare = policy.filter(({ text }) => !text.startsWith("//") && !text.startsWith("/*"));
    expect(
      bare.map(({ path }) => path),
      "open these with a comment",
    ).toEqual([]);
  });
});

describe("server actions have one door", () => {
  const actions = product.filter(({ text }) => /^"use server"/mu.test(text));

  it('exports nothing but formAction(...) from a "use server" file: anything else is a public endpoint', () => {
    const wrong = actions.flatMap(({ path, text }) =>
      [...codeOf(text).matchAll(/^export (?!const \w+ = formAction\()(.*)$/gmu)].map(
        ([, rest]) => `${path}: ${rest}`,
      ),
    );
    expect(wrong).toEqual([]);
    expect(actions.length).toBeGreaterThan(0);
  });

  it("names each action once, after its export", () => {
    const named = actions.flatMap(({ path, text }) =>
      [...text.matchAll(/export const (\w+) = formAction\(\{\s*name: "(\w+)"/gu)].map(
        ([, exported, name]) => ({
          path,
          exported,
          name,
        }),
      ),
    );
    expect(named.filter(({ exported, name }) => exported !== name)).toEqual([]);
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
  });
});

describe("one transaction, one clock, no drawers", () => {
  it("says $transaction in one file", () => {
    expect(matching(product, /\$transaction\b/u)).toEqual(["lib/db/guest-prisma.ts"]);
  });

  it("has no folder or file named for nothing in particular", () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc|shared|services?|managers?)(\/|\.|-|$)/u;
    expect(product.filter(({ path }) => drawer.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it("keeps every source file within 300 lines and pages within 60", () => {
    const long = product.filter(({ path, text }) => {
      const lines = text.split("\n").length - 1;
      return lines > (path.endsWith("/page.tsx") ? 60 : 300);
    });
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("keeps screens away from the database", () => {
    const screens = sources("app/**/*.tsx", "components/**/*.tsx", "emails/**/*.tsx");
    expect(matching(screens, /from "@\/lib\/db\//u), "read through lib/queries").toEqual([]);
  });

  it("submits forms to the server, never through onSubmit", () => {
    expect(matching(product, /onSubmit=/u)).toEqual([]);
  });
});

describe("pages ask who is there", () => {
  it("calls requireActor or requireMember in every page of a member, of staff and of the DPO", () => {
    const personal = sources(
      "app/(member)/**/page.tsx",
      "app/staff/**/page.tsx",
      "app/dpo/**/page.tsx",
    ).filter(({ path }) => !path.includes("sign-in"));
    const open = personal.filter(({ text }) => !/\brequire(Actor|Member|Staff)\b/u.test(text));
    expect(open.map(({ path }) => path)).toEqual([]);
    expect(personal.length).toBeGreaterThan(10);
  });
});
