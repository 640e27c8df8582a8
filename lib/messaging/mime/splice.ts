import { encode, wrap } from "nodemailer/lib/qp";

// Composing a message costs more than sending it (performance.md A1). A mailing is therefore composed once, with marks
// where recipients differ, and cut at the marks; each recipient's values are set between the pieces.

/** Where a mark stands decides how its value is written. */
type Place = "header" | "text" | "html";
type Cut<Name extends string> = { readonly name: Name; readonly place: Place };

/** Only letters and digits, so that no encoding changes it and HTML, URLs and headers take it as it is. */
function mark(place: Place, index: number): string {
  return `Qz${place}${index}zQ`;
}

function escapeHtml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** In quoted-printable a soft line break ("=" at the end of a line) means nothing: it may stand on both sides. */
function inBody(value: string): string {
  return `=\r\n${wrap(encode(value), 70)}=\r\n`;
}

function written(value: string, place: Place): string {
  if (place === "header") return value;
  return inBody(place === "html" ? escapeHtml(value) : value);
}

/** The marks to render a mailing with, one object a place. */
export function marksFor<Name extends string>(names: readonly Name[], place: Place): Record<Name, string> {
  return Object.fromEntries(names.map((name, index) => [name, mark(place, index)])) as Record<Name, string>;
}

/** A composed message with gaps. */
export class Splice<Name extends string> {
  private constructor(
    private readonly pieces: readonly string[],
    private readonly cuts: readonly Cut<Name>[],
  ) {}

  /** Cuts the message at its marks. Encoding may have broken a mark over two lines; it is still found. */
  static of<Name extends string>(message: Buffer, names: readonly Name[]): Splice<Name> {
    const soft = String.raw`(?:=\r\n|\r\n[ \t])?`;
    const letters = (word: string) => [...word].join(soft);
    const places: readonly Place[] = ["header", "text", "html"];
    const pattern = new RegExp(
      `${letters("Qz")}${soft}(${places.map(letters).join("|")})${soft}((?:\\d${soft})+)${letters("zQ")}`,
      "g",
    );
    const source = message.toString("latin1");
    const pieces: string[] = [];
    const cuts: Cut<Name>[] = [];
    let end = 0;
    for (const found of source.matchAll(pattern)) {
      const place = plain(found[1]) as Place;
      const name = names[Number(plain(found[2]))];
      if (name === undefined) throw new Error("A mark in the message has no name");
      pieces.push(source.slice(end, found.index));
      cuts.push({ name, place });
      end = found.index + found[0].length;
    }
    pieces.push(source.slice(end));
    return new Splice(pieces, cuts);
  }

  /** The message for one recipient. Header values must be plain ASCII without line breaks. */
  fill(values: Readonly<Record<Name, string>>): Buffer {
    let message = this.pieces[0] ?? "";
    this.cuts.forEach(({ name, place }, index) => {
      const value = values[name];
      if (place === "header" && !/^[\x20-\x7e]*$/.test(value))
        throw new Error(`The header value ${name} is not plain ASCII`);
      message += written(value, place) + (this.pieces[index + 1] ?? "");
    });
    return Buffer.from(message, "latin1");
  }
}

function plain(part: string | undefined): string {
  return (part ?? "").replaceAll(/=\r\n|\r\n[ \t]/g, "");
}
