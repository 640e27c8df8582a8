import { eventTypes, type EventType } from "@/lib/ledger/catalogue";

/** What an event is about, by the first part of its name. What has no line here is about a person. */
const groupOf: Readonly<Record<string, Group>> = {
  notice: "promises",
  policy: "promises",
  accountability: "promises",
  activity: "engagement",
  invitation: "engagement",
  attendance: "engagement",
  survey: "engagement",
  adjustment: "engagement",
  mailing: "mailings",
  list: "access",
  file: "access",
  screening: "access",
  specialCategory: "access",
  role: "access",
  session: "access",
  trail: "access",
  evidence: "access",
  checkpoint: "register",
  checkpointRecipient: "register",
  ledger: "register",
  epoch: "register",
  keys: "register",
  permission: "register",
};

const order = ["people", "promises", "engagement", "mailings", "access", "register"] as const;
type Group = (typeof order)[number];

/** Every event type under what it is about, in the catalogue's order. */
export const groups: readonly { readonly key: Group; readonly types: readonly EventType[] }[] = order.map(
  (key) => ({
    key,
    types: eventTypes.filter((type) => (groupOf[type.split(".")[0] ?? ""] ?? "people") === key),
  }),
);
