import { channels, type Channel } from "@/lib/policy/vocabulary";
import type { Fault } from "@/lib/result";
import { readContactAddress } from "./contact-address";
import { faultsOf, readList, type ListLine, type Reading } from "./csv-table";
import { readDay } from "./day-cell";
import { longestEvidence, type ReceivedNo } from "./suppression";

/** What a list of stops may name: the policy's purposes by key and by name. */
type Named = { readonly key: string; readonly name: string };

export const suppressionColumns = {
  required: ["address", "date", "source"],
  optional: ["channel", "purpose"],
} as const;

/** A channel as lists name it: the product's word, or as people write it. */
const channelWords: Readonly<Record<string, Channel>> = {
  ...Object.fromEntries(channels.map((channel) => [channel.toLowerCase(), channel])),
  "e-mail": "email",
  text: "sms",
  phone: "call",
  letter: "post",
};

const everything = new Set(["", "everything", "all"]);

function scopeOf(cell: string, purposes: readonly Named[]): string | null {
  const word = cell.toLowerCase();
  if (everything.has(word)) return "everything";
  if (word === "marketing") return "marketing";
  return (
    purposes.find(({ key, name }) => key.toLowerCase() === word || name.toLowerCase() === word)?.key ?? null
  );
}

type Line = { readonly no: ReceivedNo } | { readonly fault: Fault };

function readLine({ line, cells }: ListLine, purposes: readonly Named[], today: string): Line {
  const fault = (code: string): Line => ({ fault: { code, params: { line } } });
  const { address = "", channel = "", purpose = "", date = "", source = "" } = cells;
  const read = readContactAddress(address);
  if (read === null) return fault("list.address");
  const named = channel === "" ? null : channelWords[channel.toLowerCase()];
  if (named === undefined) return fault("list.channel");
  const scope = scopeOf(purpose, purposes);
  if (scope === null) return fault("list.purpose");
  const receivedOn = readDay(date);
  if (receivedOn === null) return fault("list.date");
  if (receivedOn > today) return fault("list.dateAhead");
  if (source === "" || source.length > longestEvidence) return fault("list.source");
  const whose = { kind: "address", address: read } as const;
  const said = { source: "import", evidence: source, receivedOn, line } as const;
  return { no: { whose, scope, channels: named === null ? [] : [named], ...said } };
}

/**
 * A list of stops: `address`, `date` and `source` in each line, `channel` (none: every way) and `purpose` (none:
 * everything) where it says them. All of it is read, or every line that cannot be is named; nothing is half-read.
 */
export function readSuppressionList(
  text: string,
  purposes: readonly Named[],
  today: string,
): Reading<readonly ReceivedNo[]> {
  const list = readList(text, suppressionColumns.required, suppressionColumns.optional);
  if (!list.ok) return list;
  const read = list.value.map((line) => readLine(line, purposes, today));
  const faults = read.flatMap((line) => ("fault" in line ? [line.fault] : []));
  if (faults.length > 0) return { ok: false, faults: faultsOf(faults) };
  return { ok: true, value: read.flatMap((line) => ("no" in line ? [line.no] : [])) };
}
