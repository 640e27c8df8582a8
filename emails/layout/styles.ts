import type { CSSProperties } from "react";

// Mail programs read little CSS: everything is inline, and only the dark colours are in a style sheet.

export const sans =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Helvetica, Arial, sans-serif';
export const mono = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

export const colour = {
  paper: "#faf6ef",
  surface: "#ffffff",
  sunk: "#f3ede2",
  ink: "#231f1a",
  muted: "#5c5348",
  rule: "#e1d8c9",
} as const;

export const body: CSSProperties = {
  backgroundColor: colour.paper,
  fontFamily: sans,
  margin: 0,
  padding: "24px 0",
};

export const text: CSSProperties = {
  color: colour.ink,
  fontSize: "17px",
  lineHeight: "1.55",
  margin: "0 0 16px",
};

export const small: CSSProperties = {
  color: colour.muted,
  fontSize: "15px",
  lineHeight: "1.5",
  margin: "0 0 8px",
};

/** The dark colours, for mail programs that follow the reader's setting. Others keep the light ones, which also hold. */
export const darkSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .rp-body { background-color: #191714 !important; }
  .rp-card { background-color: #26231f !important; border-color: #45403a !important; }
  .rp-ink { color: #faf6ef !important; }
  .rp-muted { color: #cfc6b8 !important; }
  .rp-link { color: #ffffff !important; }
  .rp-sunk { background-color: #35312b !important; border-color: #45403a !important; }
  .rp-rule { border-color: #45403a !important; }
}`;
