import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ProcessingRecord } from "@/lib/policy/processing-record";
import { headLines, rowLines, type RecordLine } from "./record-lines";

// Helvetica is one of the fourteen fonts every reader has, so nothing is embedded and nothing is fetched.
const styles = StyleSheet.create({
  page: { padding: "18mm", paddingBottom: "22mm", fontFamily: "Helvetica", fontSize: 10, lineHeight: 1.4 },
  title: { fontFamily: "Helvetica-Bold", fontSize: 18, lineHeight: 1.2, marginBottom: 6 },
  under: { color: "#444444", marginBottom: 14 },
  heading: { fontFamily: "Helvetica-Bold", fontSize: 13, lineHeight: 1.3, marginTop: 14, marginBottom: 4 },
  line: { flexDirection: "row", borderTop: "0.5pt solid #bbbbbb", paddingVertical: 3 },
  label: { width: "28%", paddingRight: 8, color: "#444444" },
  values: { width: "72%" },
  lacks: { fontFamily: "Helvetica-Bold", color: "#ab281d", marginBottom: 3 },
  foot: { position: "absolute", bottom: "10mm", left: "18mm", right: "18mm", fontSize: 8, color: "#444444" },
});

/** The words of the file, said before: a PDF has no translations of its own. */
export type RecordWords = {
  readonly title: string;
  readonly under: string;
  readonly controller: string;
  readonly lacks: string;
  readonly none: string;
  readonly page: (page: number, pages: number) => string;
  readonly label: (key: string) => string;
};

const westEuropean = /[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]/u;

/** The standard fonts know the letters of western Europe; of others the bare letter is written ("ŵ" as "w"), or a "?". */
function plain(text: string): string {
  return [...text.normalize("NFC")]
    .map((mark) => {
      if (westEuropean.test(mark)) return mark;
      const bare = mark.normalize("NFD").charAt(0);
      return westEuropean.test(bare) ? bare : "?";
    })
    .join("");
}

function Lines({ lines, words }: { lines: readonly RecordLine[]; words: RecordWords }) {
  return lines.map((line) => (
    <View key={line.key} style={styles.line} wrap={line.values.length > 6}>
      <Text style={styles.label}>{words.label(line.key)}</Text>
      <View style={styles.values}>
        {line.values.length === 0 ? <Text>{words.none}</Text> : null}
        {line.values.map((value, place) => (
          <Text key={`${place}-${value}`}>{plain(value)}</Text>
        ))}
      </View>
    </View>
  ));
}

function Activities({ record, words }: { record: ProcessingRecord; words: RecordWords }) {
  return record.rows.map((row) => (
    <View key={row.purposeKey}>
      <Text style={styles.heading} minPresenceAhead={80}>
        {plain(row.name)}
      </Text>
      {row.incomplete.length === 0 ? null : (
        <Text style={styles.lacks}>{`${words.lacks}: ${row.incomplete.join(", ")}`}</Text>
      )}
      <Lines lines={rowLines(row)} words={words} />
    </View>
  ));
}

/** The record of processing activities as a PDF: titled, in English, in reading order, with page numbers. */
export function recordPdf(record: ProcessingRecord, words: RecordWords, at: Date): Promise<Buffer> {
  return renderToBuffer(
    <Document
      title={`${words.title}: ${record.head.controller}`}
      author={record.head.controller}
      subject={words.under}
      language="en-GB"
      creationDate={at}
      pageMode="useNone"
    >
      <Page size="A4" style={styles.page}>
        <Text style={styles.title}>{words.title}</Text>
        <Text style={styles.under}>{words.under}</Text>
        <Text style={styles.heading}>{words.controller}</Text>
        <Lines lines={headLines(record.head)} words={words} />
        <Activities record={record} words={words} />
        <Text
          fixed
          style={styles.foot}
          render={({ pageNumber, totalPages }) => words.page(pageNumber, totalPages)}
        />
      </Page>
    </Document>,
  );
}
