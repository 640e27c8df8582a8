import type { Channel } from "@/lib/policy/vocabulary";
import type { EventData, EventType } from "./catalogue";

export type { EventType } from "./catalogue";

/** The data of any entry: strings and lists of strings; numbers and times are written as strings. */
export type LedgerData = Readonly<Record<string, string | readonly string[]>>;

type EventOf<Type extends EventType> = {
  readonly eventType: Type;
  readonly panelId: string | null;
  /** The random reference of the person concerned, or null. Never the member id. */
  readonly subjectRef: string | null;
  readonly purposeKey?: string | null;
  readonly channel?: Channel | null;
  /** When it happened; the chain adds when it was recorded, by the database's clock. */
  readonly effectiveAt: Date;
  /** Exactly the keys the catalogue lists for this type: ids, codes, counts and hashes, as strings. */
  readonly data: EventData<Type>;
};

/** One thing that happened, before it has a place in the chain. Never names, addresses or answers: ids and hashes. */
export type LedgerEvent = { [Type in EventType]: EventOf<Type> }[EventType];
