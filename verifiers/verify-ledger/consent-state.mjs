// Consent state as it follows from the entries: docs/ledger-export.md, "Consent state". A part of verify-ledger.mjs.

// Of several stops at one time the first of these counts.
const stops = ["objected", "withdrawn", "refused"];

/** What stands of the decisions that count for a channel. Their times are not after now; `counts`: not lapsed by then. */
function standing(facts) {
  const most = (key, isOne) => {
    let found = -Infinity;
    for (const fact of facts) if (fact[key] > found && isOne(fact)) found = fact[key];
    return found;
  };
  const stopTime = most("time", ({ decision }) => stops.includes(decision));
  const end = most("time", ({ decision }) => decision === "expired");
  const isYes = ({ decision }) => decision === "given";
  const isProvenYes = (fact) =>
    isYes(fact) && fact.isProven && fact.time > stopTime && !(stopTime > -Infinity && fact.isImport);
  const stop = stops.find((one) => facts.some(({ decision, time }) => decision === one && time === stopTime));
  const [decision, time, said] = [
    ["given", most("time", (fact) => fact.counts && fact.time > end && isProvenYes(fact)), "given"],
    ["expired", most("time", isProvenYes), "given"],
    [stop, stopTime, stop],
    ["unverified", most("time", isYes), "given"],
    ["expired", end, "expired"],
  ].find(([, when]) => when > -Infinity);
  const seq = most("seq", (fact) => fact.decision === said && fact.time === time);
  return { decision, seq: String(seq) };
}

const decisions = new Map(
  ["given", "refused", "withdrawn", "objected", "expired"].map((decision) => [
    `consent.${decision}`,
    decision,
  ]),
);

/** Gathers decisions from entries, and says what stands. Kept small: there may be a million. */
export class ConsentState {
  people = new Map();
  // What decisions are alike in, and the place of each in the list by a short name.
  said = [];
  kinds = new Map();

  take({ eventType, subject, purpose, channel, effectiveAt, data }, seq) {
    if (eventType === "subject.erased") this.people.delete(subject);
    const decision = decisions.get(eventType);
    if (decision === undefined || subject === null || purpose === null) return;
    const isProven = data.method === "web" || data.method === "link" || data.noticeShownId !== undefined;
    const isImport = data.method === "import";
    const name = `${eventType} ${isProven} ${isImport} ${channel === null ? "all" : channel.length} ${channel}${purpose}`;
    let kind = this.kinds.get(name);
    if (kind === undefined) {
      kind = this.kinds.size;
      this.kinds.set(name, kind);
      this.said.push({ purpose, channel, decision, isProven, isImport });
    }
    let numbers = this.people.get(subject);
    if (numbers === undefined) {
      numbers = [];
      // A copy: text that was cut out of an entry keeps all of it in memory.
      this.people.set(Buffer.from(subject).toString(), numbers);
    }
    const until = data.validUntil === undefined ? Infinity : Date.parse(data.validUntil);
    numbers.push(kind, Date.parse(effectiveAt), until, seq);
  }

  #decisions(subject, now) {
    const numbers = this.people.get(subject);
    const facts = [];
    for (let at = 0; at < numbers.length; at += 4) {
      const { purpose, channel, decision, isProven, isImport } = this.said[numbers[at]];
      const [time, counts] = [Math.min(numbers[at + 1], now), now < numbers[at + 2]];
      facts.push({ purpose, channel, decision, isProven, isImport, time, counts, seq: numbers[at + 3] });
    }
    return facts;
  }

  /** The lines of state.ndjson at a moment (epoch ms). */
  *lines(now) {
    for (const subject of [...this.people.keys()].sort()) {
      const about = Object.groupBy(this.#decisions(subject, now), ({ purpose }) => purpose);
      for (const purpose of Object.keys(about).sort()) {
        for (const channel of [...new Set(about[purpose].map((fact) => fact.channel ?? ""))].sort()) {
          const facts = about[purpose].filter((fact) => fact.channel === null || fact.channel === channel);
          yield JSON.stringify({ subject, purpose, channel: channel || null, ...standing(facts) });
        }
      }
    }
  }
}
