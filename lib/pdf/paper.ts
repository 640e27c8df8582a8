import { buffer } from "node:stream/consumers";
import { setImmediate as othersTurn } from "node:timers/promises";
import PDFDocument from "pdfkit";
import { plainText } from "./plain-text";

// A PDF that a screen reader can walk: titled, in English, its headings and the lines below them marked (ISO 32000-1 14.7,
// 14.8). Helvetica is one of the fourteen fonts every reader has, so nothing is embedded and nothing is fetched.

/**
 * How many entries a paper holds at most; it says so when there are more. It is in memory as a whole until it is made: of five
 * hundred that is about 130 MB, of two thousand half a gigabyte.
 */
export const mostOnPaper = 500;

/** A labelled line; several values stand below each other. */
export type PaperLine = { readonly key: string; readonly label: string; readonly values: readonly string[] };

export type PaperSection = {
  readonly key: string;
  readonly heading: string;
  /** Said in bold below the heading: something is missing or wrong. */
  readonly warning?: string | undefined;
  readonly lines: readonly PaperLine[];
};

/** A paper in words already said: a PDF has no translations of its own. */
export type Paper = {
  readonly title: string;
  readonly under: string;
  readonly author: string;
  /** What stands for a line without values. */
  readonly none: string;
  readonly page: (page: number, pages: number) => string;
  readonly sections: readonly PaperSection[];
};

type Doc = InstanceType<typeof PDFDocument>;
type Part = ReturnType<Doc["struct"]>;

const millimetre = 72 / 25.4;
const margins = {
  top: 18 * millimetre,
  bottom: 22 * millimetre,
  left: 18 * millimetre,
  right: 18 * millimetre,
};
const grey = "#444444";
/** Between the label and its values. */
const gap = 8;
/** A row of more values may go on over the end of a page. */
const longRow = 6;
const styles = {
  title: { font: "Helvetica-Bold", size: 18, color: "#000000", after: 6 },
  under: { font: "Helvetica", size: 10, color: grey, after: 10 },
  heading: { font: "Helvetica-Bold", size: 13, color: "#000000", after: 6 },
  warning: { font: "Helvetica-Bold", size: 10, color: "#ab281d", after: 4 },
  label: { font: "Helvetica", size: 10, color: grey, after: 0 },
  value: { font: "Helvetica", size: 10, color: "#000000", after: 0 },
  foot: { font: "Helvetica", size: 8, color: grey, after: 0 },
} as const;
type Style = (typeof styles)[keyof typeof styles];

function styled(doc: Doc, { font, size, color }: Style): Doc {
  return doc
    .font(font)
    .fontSize(size)
    .fillColor(color)
    .lineGap(size * 0.2);
}

/** The width between the margins. */
function measure(doc: Doc): number {
  return doc.page.width - margins.left - margins.right;
}

/** Begins a page where less than so much room is left. */
function room(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - margins.bottom) doc.addPage();
}

/** Words that stand on their own, under the tag that says what they are. */
function written(doc: Doc, parent: Part, tag: "H1" | "H2" | "P", words: string, style: Style): void {
  const write = () => {
    styled(doc, style).text(plainText(words), margins.left, doc.y, { width: measure(doc) });
  };
  parent.add(doc.struct(tag, {}, write));
  doc.y += style.after;
}

type Columns = { readonly label: number; readonly values: number };

function columns(doc: Doc): Columns {
  return { label: measure(doc) * 0.28, values: measure(doc) * 0.72 };
}

/** Begins a page where a row that fits on one does not fit any more; a longer row goes on, value by value. */
function roomForRow(doc: Doc, label: string, values: readonly string[], wide: Columns): void {
  const heights = values.map((value) =>
    styled(doc, styles.value).heightOfString(value, { width: wide.values }),
  );
  const asked = styled(doc, styles.label).heightOfString(label, { width: wide.label - gap });
  const all = heights.reduce((sum, height) => sum + height, 0);
  room(doc, (values.length > longRow ? (heights[0] ?? 0) : Math.max(asked, all)) + 6);
}

/** A line above a row, which is no part of what is read. */
function rule(doc: Doc): void {
  doc.markContent("Artifact", { type: "Layout" });
  doc
    .moveTo(margins.left, doc.y)
    .lineTo(margins.left + measure(doc), doc.y)
    .lineWidth(0.5)
    .stroke("#bbbbbb");
  doc.endMarkedContent();
}

/** A line of a table: its label heads the row, its values are one cell. */
function row(doc: Doc, table: Part, label: string, values: readonly string[]): void {
  const wide = columns(doc);
  roomForRow(doc, label, values, wide);
  rule(doc);
  const tr = doc.struct("TR");
  table.add(tr);
  const top = doc.y + 3;
  const head = () => {
    styled(doc, styles.label).text(label, margins.left, top, { width: wide.label - gap });
  };
  tr.add(doc.struct("TH", {}, head));
  const [page, below] = [doc.page, doc.y];
  const td = doc.struct("TD");
  tr.add(td);
  doc.y = top;
  for (const value of values) {
    const write = () => {
      styled(doc, styles.value).text(value, margins.left + wide.label, doc.y, { width: wide.values });
    };
    td.add(doc.struct("P", {}, write));
  }
  td.end();
  tr.end();
  doc.y = (doc.page === page ? Math.max(doc.y, below) : doc.y) + 3;
}

function section(doc: Doc, root: Part, { heading, warning, lines }: PaperSection, none: string): void {
  doc.y += 14;
  room(doc, 80);
  written(doc, root, "H2", heading, styles.heading);
  if (warning !== undefined) written(doc, root, "P", warning, styles.warning);
  const table = doc.struct("Table", { title: plainText(heading) });
  root.add(table);
  for (const { label, values } of lines) {
    row(doc, table, plainText(label), (values.length === 0 ? [none] : values).map(plainText));
  }
  table.end();
}

/** Page numbers, which are no part of what is read. */
function foot(doc: Doc, page: Paper["page"]): void {
  const { start, count } = doc.bufferedPageRange();
  for (let place = 0; place < count; place += 1) {
    doc.switchToPage(start + place);
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    styled(doc, styles.foot).text(page(place + 1, count), margins.left, doc.page.height - 14 * millimetre, {
      lineBreak: false,
    });
    doc.endMarkedContent();
  }
}

/** A paper as tagged PDF: titled, in English, in reading order, with page numbers. `at`: when it was made. */
export async function paperPdf(paper: Paper, at: Date): Promise<Buffer> {
  const { title, under, author, none, page, sections } = paper;
  const doc = new PDFDocument({
    size: "A4",
    margins,
    bufferPages: true,
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    pdfVersion: "1.7",
    info: { Title: `${title}: ${author}`, Author: author, Subject: under, CreationDate: at, ModDate: at },
  });
  const root = doc.struct("Document");
  doc.addStructure(root);
  written(doc, root, "H1", title, styles.title);
  written(doc, root, "P", under, styles.under);
  for (const one of sections) {
    section(doc, root, one, none);
    // A section takes some milliseconds, in which nobody else of the process gets anything.
    await othersTurn();
  }
  root.end();
  foot(doc, page);
  doc.end();
  return buffer(doc);
}
