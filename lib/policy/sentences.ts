// Running text, sentence by sentence: Easy Read says one thing at a time (UK GDPR 12(1); law.md TR-4).

const abbreviations = /(?:\b(?:[Ee]\.g|[Ii]\.e|etc|No|St|Mr|Mrs|Ms|Dr|s|ss|para|paras|Art|Sch)|\b[A-Z])\.$/u;

/** The sentences of a text, each trimmed, in order; an abbreviation ends none. An empty text has none. */
export function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const piece of text.split(/(?<=[.!?])\s+/u)) {
    const before = found.at(-1);
    if (before !== undefined && abbreviations.test(before)) found[found.length - 1] = `${before} ${piece}`;
    else if (piece.trim() !== "") found.push(piece.trim());
  }
  return found;
}
