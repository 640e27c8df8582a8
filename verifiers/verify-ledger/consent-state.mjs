// Consent state as it follows from the entries: docs/ledger-export.md, "Consent state". A part of verify-ledger.mjs.

/** What stands of the decisions that count for a channel. Their times are not after now; `counts`: not lapsed by then. */
function standing(facts) {
  const those = (...decisions) => facts.filter(({ decision }) => decisions.includes(decision));
  const latest = (found) => Math.max(...found.map(({ time }) => time));
  const end = latest(those("expired"));
  const stopTime = latest(those("refused", "withdrawn", "objected"));
  const hasStop = stopTime > -Infinity;
  const stop = ["objected", "withdrawn", "refused"].find((one) => latest(those(one)) === stopTime);
  const proven = those("given").filter(
    (yes) => yes.isProven && yes.time > stopTime && !(hasStop && yes.isImport),
  );
  const inForce = proven.filter((yes) => yes.counts && yes.time > end);
  const [decision, time, said] = [
    ["given", latest(inForce), "given"],
    ["expired", latest(proven), "given"],
    [stop, stopTime, stop],
    ["unverified", latest(those("given")), "given"],
    ["expired", end, "expired"],
  ].find(([, when]) => when > -Infinity);
  const seqs = those(said).filter((fact) => fact.time === time);
  return { decision, seq: String(Math.max(...seqs.map(({ seq }) => seq))) };
}

/** Gathers decisions from entries, and says what stands. Kept small: there may be a million. */
export class ConsentState {
  people = new Map();
  kinds = new Map();

  take({ eventType, subject, purpose, channel, effectiveAt, data }, seq) {
    if (eventType === "subject.erased") this.people.delete(subject);
    const [, decision] = /^consent\.(given|refused|withdrawn|objected|expired)$/.exec(eventType) ?? [];
    if (decision === undefined || subject === null || purpose === null) return;
    const isProven = data.method === "web" || data.method === "link" || data.noticeShownId !== undefined;
    const kind = JSON.stringify({ purpose, channel, decision, isProven, isImport: data.method === "import" });
    if (!this.kinds.has(kind)) this.kinds.set(kind, this.kinds.size);
    if (!this.people.has(subject)) this.people.set(subject, []);
    const until = data.validUntil === undefined ? Infinity : Date.parse(data.validUntil);
    this.people.get(subject).push(this.kinds.get(kind), Date.parse(effectiveAt), until, seq);
  }

  #decisions(subject, kinds, now) {
    const numbers = this.people.get(subject);
    return Array.from({ length: numbers.length / 4 }, (_, place) => {
      const [kind, time, until, seq] = numbers.slice(4 * place, 4 * place + 4);
      return { ...kinds[kind], time: Math.min(time, now), counts: now < until, seq };
    });
  }

  /** The lines of state.ndjson at a moment (epoch ms). */
  *lines(now) {
    const kinds = [...this.kinds.keys()].map((kind) => JSON.parse(kind));
    for (const subject of [...this.people.keys()].sort()) {
      const about = Object.groupBy(this.#decisions(subject, kinds, now), ({ purpose }) => purpose);
      for (const purpose of Object.keys(about).sort()) {
        for (const channel of [...new Set(about[purpose].map((fact) => fact.channel ?? ""))].sort()) {
          const facts = about[purpose].filter((fact) => fact.channel === null || fact.channel === channel);
          yield JSON.stringify({ subject, purpose, channel: channel || null, ...standing(facts) });
        }
      }
    }
  }
}
