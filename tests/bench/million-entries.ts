import { hash, randomUUID } from "node:crypto";
import { chainHash, emptyChain, frontierRoot, grownFrontier, leafHash } from "@/lib/ledger/hashing";

/** Where a made ledger belongs. */
export type Of = { readonly organisationId: string; readonly panelId: string };

/** An entry as its columns and bytes; times are ISO 8601. */
export type MadeEntry = {
  readonly seq: number;
  readonly bytes: Buffer;
  readonly leaf: Buffer;
  readonly chain: Buffer;
  readonly at: string;
  readonly eventType: string;
  readonly subject: string | null;
  readonly purpose: string | null;
  readonly channel: string | null;
  readonly actorKind: string;
  readonly actorRef: string;
};

const kinds = ["consent.given", "consent.withdrawn", "notice.shown", "ledger.read", "invitation.answered"];
const purposes = ["news", "surveys", "research", "events"];
const channels = ["email", "sms", "post"];
const subjects = 50_000;
const wording = hash("sha256", "We may write.");

const subjectOf = (place: number) => `0192b6ac-5400-7000-8000-${String(place % subjects).padStart(12, "0")}`;

function bytesOf(of: Of, entry: Omit<MadeEntry, "bytes" | "leaf" | "chain">): Buffer {
  const quoted = (text: string | null) => (text === null ? "null" : `"${text}"`);
  const { seq, at, eventType, subject, purpose, channel, actorKind, actorRef } = entry;
  const record = `0192b6ac-5400-7100-8000-${String(seq).padStart(12, "0")}`;
  const data = eventType.startsWith("consent.")
    ? `"consentRecordId":"${record}","lawfulBasis":"consent","method":"web","noticeShownId":"${record}","policyVersionId":"${of.panelId}","wordingHash":"${wording}"`
    : `"view":"trail"`;
  return Buffer.from(
    `{"actorKind":"${actorKind}","actorRef":"${actorRef}","channel":${quoted(channel)},"data":{${data}},"effectiveAt":"${at}","epoch":"1","eventType":"${eventType}","organisation":"${of.organisationId}","panel":"${of.panelId}","purpose":${quoted(purpose)},"recordedAt":"${at}","requestId":"${record}","seq":"${seq}","subject":${quoted(subject)},"v":"1"}`,
  );
}

/** What stands after the last entry. */
export type MadeHead = {
  readonly chain: Buffer;
  readonly frontier: readonly Buffer[];
  readonly root: Buffer;
};

/** So many entries of a town's life, one after the other; the head in the end. Two of five are decisions. */
export function* entriesOf(of: Of, count: number): Generator<MadeEntry, MadeHead> {
  let [chain, frontier]: [Uint8Array, readonly Uint8Array[]] = [emptyChain, []];
  const staff = Array.from({ length: 20 }, () => randomUUID());
  for (let seq = 1; seq <= count; seq += 1) {
    const eventType = kinds[seq % kinds.length] ?? "ledger.read";
    const isDecision = eventType.startsWith("consent.");
    const subject = subjectOf(Math.floor(seq / 5) * 7919);
    const actorKind = isDecision ? "member" : "staff";
    const entry = {
      seq,
      at: new Date(1_730_000_000_000 + seq * 60_000).toISOString(),
      ...{ eventType, subject, actorKind },
      purpose: isDecision ? (purposes[seq % purposes.length] ?? null) : null,
      channel: isDecision ? (channels[seq % channels.length] ?? null) : null,
      actorRef: isDecision ? subject : (staff[seq % staff.length] ?? ""),
    };
    const bytes = bytesOf(of, entry);
    const leaf = leafHash(bytes);
    chain = chainHash(chain, leaf);
    frontier = grownFrontier(frontier, BigInt(seq - 1), leaf);
    yield { ...entry, bytes, leaf, chain: Buffer.from(chain) };
  }
  return {
    chain: Buffer.from(chain),
    frontier: frontier.map((one) => Buffer.from(one)),
    root: frontierRoot(frontier),
  };
}
