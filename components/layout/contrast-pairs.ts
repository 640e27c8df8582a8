/** A pair of colour tokens that meet on a screen, the front one first. */
export type ContrastPair = [front: string, ground: string];

const grounds = ["paper", "surface", "sunk"];
const tones = ["success", "danger", "warning", "info"];

/** Words on their ground: WCAG 2.2 1.4.3 asks for 4.5:1. */
export const textPairs: ContrastPair[] = [
  ...grounds.flatMap((ground): ContrastPair[] => [
    ["ink", ground],
    ["muted", ground],
    ["brand-text", ground],
    ["danger", ground],
  ]),
  ...tones.flatMap((tone): ContrastPair[] => [
    [tone, `${tone}-tint`],
    ["ink", `${tone}-tint`],
    ["brand-text", `${tone}-tint`],
  ]),
  ["brand-ink", "brand"],
  ["brand-text", "brand-tint"],
  ["ink", "brand-tint"],
  ["muted", "brand-tint"],
  ["paper", "ink"],
  ["surface", "ink"],
  ["surface", "danger"],
  ["night-ink", "night"],
  ["night-muted", "night"],
  ["night-ink", "vault"],
  ["night-muted", "vault"],
  ["focus-ink", "focus"],
];

/** Edges of controls, marks, bars and focus rings: 1.4.11 asks for 3:1. */
export const markPairs: ContrastPair[] = [
  ...grounds.flatMap((ground): ContrastPair[] => [
    ["edge", ground],
    ["brand", ground],
    ["focus-ink", ground],
  ]),
  ...tones.flatMap((tone): ContrastPair[] => [
    [tone, "paper"],
    ["focus-ink", `${tone}-tint`],
  ]),
  ["surface", "success"],
  ["surface", "warning"],
  ["surface", "info"],
  ["focus", "night"],
  ["focus", "vault"],
  ["focus", "ink"],
  ["focus", "focus-ink"],
];
