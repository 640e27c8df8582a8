const westEuropean = /[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]/u;

/** The standard fonts know the letters of western Europe; of others the bare letter is written ("ŵ" as "w"), or a "?". */
export function plainText(text: string): string {
  return [...text.normalize("NFC")]
    .map((mark) => {
      if (westEuropean.test(mark)) return mark;
      const bare = mark.normalize("NFD").charAt(0);
      return westEuropean.test(bare) ? bare : "?";
    })
    .join("");
}
