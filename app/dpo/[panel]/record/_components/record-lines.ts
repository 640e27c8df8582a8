import type { ProcessingRow, RecordHead } from "@/lib/policy/processing-record";

/** A line of the record: a key of its words, and one text or several. */
export type RecordLine = { readonly key: string; readonly values: readonly string[] };

function line(key: string, ...values: readonly (string | null)[]): RecordLine {
  return { key, values: values.filter((value) => value !== null && value !== "") as string[] };
}

/** The controller's own lines (Article 30(1)(a), (g)), for the page and the PDF alike. */
export function headLines(head: RecordHead): readonly RecordLine[] {
  return [
    line("controllerName", head.controller),
    line("contact", head.contact),
    line("joint", ...head.jointControllers),
    line("dpo", head.dataProtectionOfficer),
    line("ico", head.icoRegistration),
    line("security", ...head.security),
  ];
}

/** The lines of one activity (Article 30(1)(b)-(f); Sch 1 para 41). */
export function rowLines(row: ProcessingRow): readonly RecordLine[] {
  const sensitive = row.sensitive.flatMap(
    ({ field, condition, policyDocument, policyInForce, erasedAsPromised }) => [
      `${field}: ${condition}`,
      ...(policyDocument === null
        ? []
        : [`${policyDocument}: ${policyInForce ? "in force" : "not in force"}`]),
      erasedAsPromised,
    ],
  );
  return [
    line("purpose", row.purpose),
    line("basis", row.lawfulBasis),
    line("people", row.people),
    line("data", ...row.data),
    line("sensitive", ...sensitive),
    line("recipients", ...row.recipients),
    line("transfers", ...row.transfers),
    line("erasure", row.erasure),
    line("assessment", row.assessment),
  ];
}
