import { decide } from "@/lib/policy/gate/decide";
import type { ConsentFact, PurposeFact } from "@/lib/policy/gate/types";
import { carriedSuppressions, mergedDecisions, restoredDecisions } from "@/lib/policy/merge-decisions";
import { stopMeaning } from "@/lib/policy/stop";
import { facts, moment, purpose as purposeMaker, request } from "./gate-makers";

// The rules of lib/policy with what a store would keep for them: records of decisions and closed addresses.

const start = moment("2026-03-01");
export const dayAt = (day: number): number => start + day * 86_400_000;

const purposes: Readonly<Record<string, PurposeFact>> = {
  news: purposeMaker({ key: "news", lawfulBasis: "consent", liaReviewOn: null }),
  survey: purposeMaker({ key: "survey", messageKind: "research", lawfulBasis: "consent", liaReviewOn: null }),
  views: purposeMaker({ key: "views", messageKind: "research", liaReviewOn: "2099-01-01" }),
};

type Held = { readonly address: string; readonly decisions: readonly ConsentFact[] };
type Closed = {
  readonly address: string;
  readonly purposeKey: string;
  readonly askedBy: string;
  readonly at: number;
};

function purposeOf(key: string): PurposeFact {
  const found = purposes[key];
  if (found === undefined) throw new Error(`no purpose ${key}`);
  return found;
}

export class ConsentSystem {
  private people = new Map<string, Held>();
  private closed: readonly Closed[] = [];
  private backup: { people: Map<string, Held>; closed: readonly Closed[] } | null = null;
  private since = new Map<string, ConsentFact[]>();
  private gone = new Set<string>();

  join(person: string, address: string): void {
    this.people.set(person, { address, decisions: [] });
  }

  decided(
    person: string,
    purposeKey: string,
    decision: ConsentFact["decision"],
    day: number,
    changes: Partial<ConsentFact> = {},
  ): void {
    const held = this.held(person);
    const fact: ConsentFact = {
      purposeKey,
      channel: "email",
      decision,
      method: "web",
      effectiveAt: dayAt(day),
      recordedAt: dayAt(day),
      validUntil: null,
      evidenced: true,
      ...changes,
    };
    this.record(person, [fact]);
    const { address } = held;
    if (decision === "given" && fact.method !== "import") {
      this.closed = this.closed.filter(
        (one) => one.address !== address || one.purposeKey !== purposeKey || one.askedBy !== person,
      );
    }
    const suppresses = stopMeaning(purposeOf(purposeKey)).suppresses;
    if (suppresses && (decision === "withdrawn" || decision === "objected")) {
      this.closed = [...this.closed, { address, purposeKey, askedBy: person, at: dayAt(day) }];
    }
  }

  merge(gone: string, kept: string, day: number): void {
    const first = this.held(gone).decisions;
    const second = this.held(kept).decisions;
    const merged = mergedDecisions(first, second, dayAt(day));
    const { address } = this.held(kept);
    const carried = carriedSuppressions(this.closed, gone).map((one) => ({ ...one, address, askedBy: kept }));
    this.closed = [...this.closed, ...carried];
    const restated = merged.slice(first.length + second.length);
    this.people.set(kept, { ...this.held(kept), decisions: [...first, ...second] });
    this.record(kept, restated);
    this.erase(gone);
  }

  move(person: string, address: string): void {
    this.people.set(person, { ...this.held(person), address });
  }

  erase(person: string): void {
    this.people.delete(person);
    this.gone.add(person);
  }

  keepBackup(): void {
    this.backup = { people: new Map(this.people), closed: this.closed };
    this.since = new Map();
    this.gone = new Set();
  }

  restore(): void {
    if (this.backup === null) return;
    const kept = [...this.backup.people].filter(([person]) => !this.gone.has(person));
    this.people = new Map(
      kept.map(([person, held]) => [
        person,
        { ...held, decisions: restoredDecisions(held.decisions, this.since.get(person) ?? []) },
      ]),
    );
    this.closed = [...new Set([...this.backup.closed, ...this.closed])];
  }

  mayWrite(person: string, purposeKey: string, day: number): boolean {
    const { address, decisions } = this.held(person);
    const purpose = purposeOf(purposeKey);
    const known = facts({
      purpose,
      consents: decisions,
      suppressions: this.closed
        .filter((one) => one.address === address)
        .map(({ purposeKey: closedFor, at }) => ({
          purposeKey: closedFor,
          channel: "email",
          recordedAt: at,
        })),
    });
    const asked = request({ purposeKey, kind: purpose.messageKind ?? "service" });
    return decide(asked, known, dayAt(day)).permitted;
  }

  private record(person: string, decisions: readonly ConsentFact[]): void {
    const held = this.held(person);
    this.people.set(person, { ...held, decisions: [...held.decisions, ...decisions] });
    this.since.set(person, [...(this.since.get(person) ?? []), ...decisions]);
  }

  private held(person: string): Held {
    const found = this.people.get(person);
    if (found === undefined) throw new Error(`nobody is called ${person}`);
    return found;
  }
}
