import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { plainText } from "./plain-text";

// Helvetica is one of the fourteen fonts every reader has, so nothing is embedded and nothing is fetched.
const styles = StyleSheet.create({
  page: { padding: "18mm", paddingBottom: "22mm", fontFamily: "Helvetica", fontSize: 10, lineHeight: 1.4 },
  title: { fontFamily: "Helvetica-Bold", fontSize: 18, lineHeight: 1.2, marginBottom: 6 },
  under: { color: "#444444", marginBottom: 14 },
  heading: { fontFamily: "Helvetica-Bold", fontSize: 13, lineHeight: 1.3, marginTop: 14, marginBottom: 4 },
  line: { flexDirection: "row", borderTop: "0.5pt solid #bbbbbb", paddingVertical: 3 },
  label: { width: "28%", paddingRight: 8, color: "#444444" },
  values: { width: "72%" },
  warning: { fontFamily: "Helvetica-Bold", color: "#ab281d", marginBottom: 3 },
  foot: { position: "absolute", bottom: "10mm", left: "18mm", right: "18mm", fontSize: 8, color: "#444444" },
});

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

function Line({ line, none }: { line: PaperLine; none: string }) {
  return (
    <View style={styles.line} wrap={line.values.length > 6}>
      <Text style={styles.label}>{plainText(line.label)}</Text>
      <View style={styles.values}>
        {line.values.length === 0 ? <Text>{none}</Text> : null}
        {line.values.map((value, place) => (
          <Text key={`${place}-${value}`}>{plainText(value)}</Text>
        ))}
      </View>
    </View>
  );
}

function Section({ section, none }: { section: PaperSection; none: string }) {
  return (
    <View>
      <Text style={styles.heading} minPresenceAhead={80}>
        {plainText(section.heading)}
      </Text>
      {section.warning === undefined ? null : (
        <Text style={styles.warning}>{plainText(section.warning)}</Text>
      )}
      {section.lines.map((line) => (
        <Line key={line.key} line={line} none={none} />
      ))}
    </View>
  );
}

/** A paper as PDF: titled, in English, in reading order, with page numbers. `at`: when it was made. */
export function paperPdf(paper: Paper, at: Date): Promise<Buffer> {
  const { title, under, author, none, page, sections } = paper;
  return renderToBuffer(
    <Document
      title={`${title}: ${author}`}
      author={author}
      subject={under}
      language="en-GB"
      creationDate={at}
      pageMode="useNone"
    >
      <Page size="A4" style={styles.page}>
        <Text style={styles.title}>{plainText(title)}</Text>
        <Text style={styles.under}>{plainText(under)}</Text>
        {sections.map((section) => (
          <Section key={section.key} section={section} none={none} />
        ))}
        <Text
          fixed
          style={styles.foot}
          render={({ pageNumber, totalPages }) => page(pageNumber, totalPages)}
        />
      </Page>
    </Document>,
  );
}
