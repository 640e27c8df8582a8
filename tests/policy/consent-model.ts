// A small model of who may be written to, kept by hand and in other terms than the rules: one stance a person and purpose,
// and for each address the people who closed it. It shares no code with lib/policy.

export const purposes = ["news", "survey", "views"] as const;
export type Purpose = (typeof purposes)[number];

type Stance = {
  readonly says: "nothing" | "yes" | "no";
  /** The day of the last "yes" the person gave themselves; -1 when there is none. */
  readonly ownYesDay: number;
};

type Person = { readonly address: string; readonly stances: Readonly<Record<Purpose, Stance>> };

const silent: Stance = { says: "nothing", ownYesDay: -1 };
const newcomer = (address: string): Person => ({
  address,
  stances: { news: silent, survey: silent, views: silent },
});

type No = { readonly person: string; readonly purpose: Purpose; readonly saidDay: number };

export class ConsentModel {
  private people = new Map<string, Person>();
  /** "address purpose person" for every closed address. */
  private closed = new Set<string>();
  private backup: { people: Map<string, Person>; closed: Set<string> } | null = null;
  private noesSinceBackup: No[] = [];
  private goneSinceBackup = new Set<string>();

  join(person: string, address: string): void {
    this.people.set(person, newcomer(address));
  }

  has(person: string): boolean {
    return this.people.has(person);
  }

  everyone(): readonly string[] {
    return [...this.people.keys()];
  }

  yes(person: string, purpose: Purpose, day: number): void {
    this.set(person, purpose, { says: "yes", ownYesDay: day });
    this.closed.delete(`${this.at(person)} ${purpose} ${person}`);
  }

  importedYes(person: string, purpose: Purpose, proven: boolean): void {
    const now = this.stance(person, purpose);
    if (proven && now.says === "nothing") this.set(person, purpose, { ...now, says: "yes" });
  }

  no(person: string, purpose: Purpose, saidDay: number, refusal: boolean): void {
    this.set(person, purpose, this.afterNo(this.stance(person, purpose), saidDay));
    if (purpose === "news" && !refusal) this.closed.add(`${this.at(person)} ${purpose} ${person}`);
    this.noesSinceBackup.push({ person, purpose, saidDay });
  }

  merge(gone: string, kept: string, day: number): void {
    for (const purpose of purposes) {
      const both = [this.stance(gone, purpose), this.stance(kept, purpose)];
      const ownYesDay = Math.max(...both.map((stance) => stance.ownYesDay));
      if (both.some(({ says }) => says === "no")) {
        this.set(kept, purpose, { says: "no", ownYesDay });
        this.noesSinceBackup.push({ person: kept, purpose, saidDay: day });
      } else {
        const says = both.some((stance) => stance.says === "yes") ? "yes" : "nothing";
        this.set(kept, purpose, { says, ownYesDay });
      }
    }
    for (const key of this.closed) {
      const [, purpose, by] = key.split(" ");
      if (by === gone) this.closed.add(`${this.at(kept)} ${purpose} ${kept}`);
    }
    this.leave(gone);
  }

  move(person: string, address: string): void {
    const { stances } = this.known(person);
    this.people.set(person, { address, stances });
  }

  /** Erasure: everything about the person but the closed addresses. */
  leave(person: string): void {
    this.people.delete(person);
    this.goneSinceBackup.add(person);
  }

  keepBackup(): void {
    this.backup = { people: new Map(this.people), closed: new Set(this.closed) };
    this.noesSinceBackup = [];
    this.goneSinceBackup = new Set();
  }

  restore(): void {
    if (this.backup === null) return;
    this.people = new Map([...this.backup.people].filter(([person]) => !this.goneSinceBackup.has(person)));
    for (const { person, purpose, saidDay } of this.noesSinceBackup) {
      if (this.people.has(person)) {
        this.set(person, purpose, this.afterNo(this.stance(person, purpose), saidDay));
      }
    }
    this.closed = new Set([...this.backup.closed, ...this.closed]);
  }

  mayWrite(person: string, purpose: Purpose): boolean {
    const { says } = this.stance(person, purpose);
    if (purpose === "views") return says !== "no";
    const closed = [...this.closed].some((key) => key.startsWith(`${this.at(person)} ${purpose} `));
    return says === "yes" && !closed;
  }

  private afterNo(now: Stance, saidDay: number): Stance {
    return now.says === "yes" && now.ownYesDay > saidDay ? now : { ...now, says: "no" };
  }

  private known(person: string): Person {
    const found = this.people.get(person);
    if (found === undefined) throw new Error(`nobody is called ${person}`);
    return found;
  }

  private at(person: string): string {
    return this.known(person).address;
  }

  private stance(person: string, purpose: Purpose): Stance {
    return this.known(person).stances[purpose];
  }

  private set(person: string, purpose: Purpose, stance: Stance): void {
    const { address, stances } = this.known(person);
    this.people.set(person, { address, stances: { ...stances, [purpose]: stance } });
  }
}
