import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brandColours, contrast, readHex } from "@/components/layout/brand-colours";
import { markPairs, textPairs } from "@/components/layout/contrast-pairs";

const css = readFileSync(new URL("../../app/styles/tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)].reverse().map(([, name, hex]) => [name, hex]),
);

function token(name: string): string {
  const hex = tokens.get(name);
  if (hex === undefined) throw new Error(`no token --color-${name} in app/styles/tokens.css`);
  return hex;
}

describe("colour tokens", () => {
  it("measures contrast as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
  });

  it.each(textPairs)("words in %s can be read on %s", (front, ground) => {
    expect(contrast(token(front), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(markPairs)("marks in %s can be seen on %s", (front, ground) => {
    expect(contrast(token(front), token(ground))).toBeGreaterThanOrEqual(3);
  });
});

const anyHex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("a panel's colour", () => {
  it("is legible whatever colour a landlord brings", () => {
    fc.assert(
      fc.property(anyHex, (accent) => {
        const { fill, ink, text, tint } = brandColours(accent);
        const seen = [
          contrast(ink, fill) >= 4.5,
          ...["paper", "surface", "sunk"].flatMap((ground) => [
            contrast(fill, token(ground)) >= 3,
            contrast(text, token(ground)) >= 4.5,
          ]),
          contrast(text, tint) >= 4.5,
          contrast(token("ink"), tint) >= 4.5,
          contrast(token("muted"), tint) >= 4.5,
          ...["success", "danger", "warning", "info"].map(
            (tone) => contrast(text, token(`${tone}-tint`)) >= 4.5,
          ),
        ];
        expect(seen).not.toContain(false);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["red", "#12345", "#12345g", "0f6466;}body{", ""])("is not taken from %j", (text) => {
    expect(readHex(text)).toBeUndefined();
  });
});
