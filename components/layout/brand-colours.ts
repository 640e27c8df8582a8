/** The colours a panel's one accent stands for, each safe to read where it is used. */
export type BrandColours = {
  /** Fills: buttons, marks. At least 3:1 on paper and white. */
  fill: string;
  /** Words on the fill. At least 4.5:1. */
  ink: string;
  /** Words and edges in the accent, on paper, white and the tint. At least 4.5:1. */
  text: string;
  /** A wash behind a chosen answer. */
  tint: string;
};

type Rgb = [number, number, number];

const white = "#ffffff";
const night = "#231f1a";
/** Surface, paper and sunk, and the tints of notices, as in app/styles/tokens.css; the contrast test keeps them honest. */
const grounds = ["#ffffff", "#faf6ef", "#f3ede2"];
const noticeTints = ["#e7f2ea", "#fcebe7", "#fdf1d7", "#e8f1f7"];

/** A six-digit hex colour with or without `#`, lower-cased; undefined for anything else. */
export function readHex(text: string): string | undefined {
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  return hex === undefined ? undefined : `#${hex.toLowerCase()}`;
}

function rgb(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

/** WCAG 2.2 relative luminance of a six-digit hex colour. */
function luminance(hex: string): number {
  const [red, green, blue] = rgb(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio of two six-digit hex colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of `one` with the rest of `other`. */
function mix(one: string, other: string, share: number): string {
  const from = rgb(one);
  const to = rgb(other);
  const parts = from.map((channel, index) => Math.round(channel * share + (to[index] ?? 0) * (1 - share)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Darkens a colour in small steps until it is good enough. */
function darkenUntil(hex: string, good: (candidate: string) => boolean): string {
  for (let share = 1; share > 0; share -= 0.02) {
    const candidate = mix(hex, night, share);
    if (good(candidate)) return candidate;
  }
  return night;
}

function standsOut(hex: string, behind: string[], ratio: number): boolean {
  return behind.every((ground) => contrast(hex, ground) >= ratio);
}

/** White or near-black, whichever can be read on the fill; undefined for the middle tones where neither can. */
function inkFor(fill: string): string | undefined {
  return [white, night].find((ink) => contrast(ink, fill) >= 4.5);
}

/**
 * Turns any accent a landlord brings into colours that can be read: a pale yellow still gives legible links.
 *
 * @param accent six-digit hex colour
 */
export function brandColours(accent: string): BrandColours {
  const fill = darkenUntil(accent, (hex) => standsOut(hex, grounds, 3) && inkFor(hex) !== undefined);
  const tint = mix(fill, white, 0.09);
  return {
    fill,
    ink: inkFor(fill) ?? white,
    text: darkenUntil(fill, (hex) => standsOut(hex, [...grounds, ...noticeTints, tint], 4.5)),
    tint,
  };
}
