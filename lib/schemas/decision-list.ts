import { isCivilDate } from "@/lib/policy/civil";
import type { PolicyDocument, Purpose } from "@/lib/policy/document";
import { recordedAs, type StatedDecision, type StatedMethod } from "@/lib/policy/stated-decision";
import { channels, type Channel } from "@/lib/policy/vocabulary";
import type { Fault } from "@/lib/result";
import { readList, type ListLine } from "./csv-table";
import { readDay } from "./day-cell";

/** Bytes of a list of decisions. */
export const mostDecisionBytes = 5_000_000;

export const decisionColumns = {
  required: ["member", "purpose", "channel", "decision", "date", "method"],
  optional: ["wording", "script", "notice", "recorded_by", "evidence"],
} as const;

export type DecisionColumn = (typeof decisionColumns)["required" | "optional"][number];

/** What is wrong with a line: a key under `problem` in messages/en/decisions.json. Never what the cell says. */
export type DecisionProblem = {
  readonly line: number;
  readonly column: DecisionColumn;
  readonly code: string;
};

/** A line as it was read; who and which notice are looked up by whoever knows them. */
export type ReadDecision = {
  readonly line: number;
  readonly member: string;
  readonly purposeKey: string;
  readonly channel: Channel | null;
  readonly decision: StatedDecision;
  readonly day: string;
  readonly method: StatedMethod;
  readonly wording: string;
  readonly script: string;
  readonly notice: number | null;
  readonly recordedBy: string;
  readonly evidence: string;
};

export type ReadDecisions =
  | {
      readonly ok: true;
      readonly lines: readonly ReadDecision[];
      readonly problems: readonly DecisionProblem[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const decisionWords: Readonly<Record<string, StatedDecision>> = {
  ...{ given: "given", yes: "given", y: "given", refused: "refused", no: "refused", n: "refused" },
  ...{ withdrawn: "withdrawn", stop: "withdrawn", objected: "objected" },
};
const methodWords: Readonly<Record<string, StatedMethod>> = {
  ...{ phone: "phone", paper: "paper", letter: "paper", import: "import" },
  ...{ inperson: "inPerson", "in person": "inPerson" },
};
const channelWords: Readonly<Record<string, Channel | null>> = {
  ...Object.fromEntries(channels.map((channel) => [channel.toLowerCase(), channel])),
  ...{ "e-mail": "email", text: "sms", phone: "call", letter: "post", all: null, "": null },
};
const longest = { wording: 2_000, script: 100, recorded_by: 100, evidence: 200 } as const;

function purposeIn(document: PolicyDocument, cell: string): Purpose | undefined {
  const word = cell.toLowerCase();
  return document.purposes.find(({ key, name }) => key.toLowerCase() === word || name.toLowerCase() === word);
}

/** One line read cell by cell; every cell that cannot be is named. */
class LineReader {
  readonly problems: DecisionProblem[] = [];

  constructor(
    private readonly source: ListLine,
    private readonly document: PolicyDocument,
    private readonly today: string,
  ) {}

  private wrong(column: DecisionColumn, code: string): null {
    this.problems.push({ line: this.source.line, column, code });
    return null;
  }

  private cell(column: DecisionColumn): string {
    return this.source.cells[column] ?? "";
  }

  private short(column: keyof typeof longest): string {
    const text = this.cell(column);
    if (text.length > longest[column]) this.wrong(column, "long");
    return text;
  }

  private day(): string | null {
    const day = readDay(this.cell("date"));
    if (day === null || !isCivilDate(day) || day < "2000-01-01") return this.wrong("date", "noDay");
    return day > this.today ? this.wrong("date", "ahead") : day;
  }

  private channel(purpose: Purpose | undefined): Channel | null {
    const channel = channelWords[this.cell("channel").toLowerCase()];
    if (channel === undefined) return this.wrong("channel", "unknownChannel");
    const unused = channel !== null && purpose !== undefined && !purpose.channels.includes(channel);
    return unused ? this.wrong("channel", "channelNotUsed") : channel;
  }

  private decision(purpose: Purpose | undefined): StatedDecision | null {
    const decision = decisionWords[this.cell("decision").toLowerCase()];
    if (decision === undefined) return this.wrong("decision", "unknownDecision");
    if (purpose === undefined) return decision;
    return recordedAs(purpose, decision) ?? this.wrong("decision", "mustGoOn");
  }

  private notice(): number | null {
    const cell = this.cell("notice");
    if (cell === "") return null;
    return /^\d{1,4}$/u.test(cell) ? Number(cell) : this.wrong("notice", "noticeNumber");
  }

  read(): ReadDecision | null {
    const member = this.cell("member");
    if (member === "") this.wrong("member", "noMember");
    const purpose = purposeIn(this.document, this.cell("purpose"));
    if (purpose === undefined) this.wrong("purpose", "unknownPurpose");
    const channel = this.channel(purpose);
    const decision = this.decision(purpose);
    const day = this.day();
    const method = methodWords[this.cell("method").toLowerCase()];
    if (method === undefined) this.wrong("method", "unknownMethod");
    const [wording, script] = [this.short("wording"), this.short("script")];
    const [recordedBy, evidence] = [this.short("recorded_by"), this.short("evidence")];
    const notice = this.notice();
    if (this.problems.length > 0 || purpose === undefined || decision === null) return null;
    if (day === null || method === undefined) return null;
    const said = { purposeKey: purpose.key, channel, decision, day, method };
    return { line: this.source.line, member, ...said, wording, script, notice, recordedBy, evidence };
  }
}

/**
 * A list of decisions: a line for each, read as far as it can be; every cell that cannot be read is named by line and
 * column. A file that is no such list (its headings, size or letters) is refused as a whole.
 */
export function readDecisionList(text: string, document: PolicyDocument, today: string): ReadDecisions {
  // A file in another encoding arrives with marks in place of the letters that could not be read.
  if (text.includes("\0") || text.includes("\ufffd"))
    return { ok: false, faults: [{ code: "decisionList.encoding" }] };
  const { required, optional } = decisionColumns;
  const list = readList(text, required, optional, mostDecisionBytes);
  if (!list.ok) {
    const faults = list.faults.map((each) =>
      each.code === "list.large" ? { code: "decisionList.large" } : each,
    );
    return { ok: false, faults };
  }
  const lines: ReadDecision[] = [];
  const problems: DecisionProblem[] = [];
  for (const line of list.value) {
    const reader = new LineReader(line, document, today);
    const read = reader.read();
    problems.push(...reader.problems);
    if (read !== null) lines.push(read);
  }
  return { ok: true, lines, problems };
}
