// What was typed into a form, as words.

export type Typed = string | readonly string[];
/** The inputs of a form by their names. */
export type TypedForm = Readonly<Record<string, Typed>>;

/** One text; "" where nothing was typed. */
export function text(typed: Typed | undefined): string {
  return (typeof typed === "string" ? typed : (typed?.[0] ?? "")).normalize("NFC").trim();
}

/** The lines of a text, without empty ones. */
export function linesOf(typed: Typed | undefined): readonly string[] {
  return text(typed)
    .split(/\r?\n/u)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
