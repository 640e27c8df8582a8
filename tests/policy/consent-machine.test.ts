import fc from "fast-check";
import { expect, test } from "vitest";
import { ConsentModel, purposes, type Purpose } from "./consent-model";
import { ConsentSystem, dayAt } from "./consent-system";

// I1 to I3: whatever is done in whatever order, the rules and a small model of them agree on every person and purpose.

const addresses = ["one@x.example", "two@x.example", "three@x.example"] as const;
const acts = [
  "give",
  "give",
  "refuse",
  "withdraw",
  "object",
  "lateNo",
  "import",
  "importUnproven",
  "merge",
  "move",
  "erase",
  "rejoin",
  "backup",
  "restore",
] as const;
type Act = {
  readonly act: (typeof acts)[number];
  readonly who: number;
  readonly other: number;
  readonly purpose: Purpose;
  readonly address: (typeof addresses)[number];
  readonly daysAgo: number;
};

const history: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    act: fc.constantFrom(...acts),
    who: fc.nat(9),
    other: fc.nat(9),
    purpose: fc.constantFrom(...purposes),
    address: fc.constantFrom(...addresses),
    daysAgo: fc.nat(8),
  }),
  { minLength: 1, maxLength: 30 },
);

/** What a person stops is recorded in the words of the purpose's basis. */
const stopOf = (purpose: Purpose) => (purpose === "views" ? "objected" : "withdrawn");

class Both {
  readonly model = new ConsentModel();
  readonly system = new ConsentSystem();
  private joined = 0;

  join(address: string): void {
    const person = `person-${(this.joined += 1)}`;
    this.model.join(person, address);
    this.system.join(person, address);
  }

  no(person: string, { purpose }: Act, decision: "refused" | "withdrawn" | "objected", day: number): void {
    this.model.no(person, purpose, day, decision === "refused");
    this.system.decided(person, purpose, decision, day);
  }

  lateNo(person: string, { purpose, daysAgo }: Act, day: number): void {
    this.model.no(person, purpose, day - daysAgo, false);
    this.system.decided(person, purpose, stopOf(purpose), day - daysAgo, {
      method: "paper",
      recordedAt: dayAt(day),
    });
  }

  imported(person: string, { purpose }: Act, day: number, proven: boolean): void {
    this.model.importedYes(person, purpose, proven);
    this.system.decided(person, purpose, "given", day, { method: "import", evidenced: proven });
  }

  do(act: Act, day: number): void {
    const everyone = this.model.everyone();
    const person = everyone[act.who % Math.max(1, everyone.length)];
    const other = everyone[act.other % Math.max(1, everyone.length)];
    if (person === undefined || other === undefined || act.act === "rejoin") return this.join(act.address);
    switch (act.act) {
      case "give":
        this.model.yes(person, act.purpose, day);
        return this.system.decided(person, act.purpose, "given", day);
      case "refuse":
        return this.no(person, act, "refused", day);
      case "withdraw":
        return this.no(person, act, stopOf(act.purpose), day);
      case "object":
        return this.no(person, act, "objected", day);
      case "lateNo":
        return this.lateNo(person, act, day);
      case "import":
        return this.imported(person, act, day, true);
      case "importUnproven":
        return this.imported(person, act, day, false);
      case "merge":
        if (person === other) return;
        this.model.merge(person, other, day);
        return this.system.merge(person, other, day);
      case "move":
        this.model.move(person, act.address);
        return this.system.move(person, act.address);
      case "erase":
        this.model.leave(person);
        return this.system.erase(person);
      case "backup":
        this.model.keepBackup();
        return this.system.keepBackup();
      case "restore":
        this.model.restore();
        return this.system.restore();
    }
  }

  /** Where the rules and the model part. */
  differences(day: number): readonly string[] {
    return this.model
      .everyone()
      .flatMap((person) =>
        purposes
          .filter(
            (purpose) => this.system.mayWrite(person, purpose, day) !== this.model.mayWrite(person, purpose),
          )
          .map((purpose) => `${person} ${purpose}`),
      );
  }
}

test("the rules agree with an independent model after every step of any history", () => {
  fc.assert(
    fc.property(history, (steps) => {
      const both = new Both();
      both.join(addresses[0]);
      both.join(addresses[0]);
      for (const [place, act] of steps.entries()) {
        const day = 10 + place;
        both.do(act, day);
        expect(both.differences(day)).toEqual([]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("I2: a merge opens nothing that was closed on both sides, and closes what was closed on either by a no", () => {
  fc.assert(
    fc.property(history, (steps) => {
      const both = new Both();
      both.join(addresses[0]);
      both.join(addresses[0]);
      const day = 10 + steps.length;
      for (const [place, act] of steps.entries()) both.do({ ...act, address: addresses[0] }, 10 + place);
      const [first, second] = both.model.everyone();
      if (first === undefined || second === undefined) return;
      const open = purposes.map((purpose) =>
        [first, second].map((person) => both.system.mayWrite(person, purpose, day)),
      );
      both.system.merge(first, second, day);
      for (const [place, purpose] of purposes.entries()) {
        if (!both.system.mayWrite(second, purpose, day)) continue;
        expect(open[place]?.some(Boolean)).toBe(true);
        if (purpose === "views") expect(open[place]?.every(Boolean)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("I2: a restore opens nothing that was closed before it", () => {
  fc.assert(
    fc.property(history, history, (before, after) => {
      const both = new Both();
      both.join(addresses[0]);
      both.join(addresses[1]);
      const until = 10 + before.length;
      for (const [place, act] of before.entries()) both.do(act, 10 + place);
      both.system.keepBackup();
      both.model.keepBackup();
      const later = after.filter(({ act }) => !["backup", "restore", "move", "merge"].includes(act));
      for (const [place, act] of later.entries()) both.do(act, until + place);
      const day = until + later.length;
      const people = both.model.everyone();
      const open = new Set(
        people.flatMap((person) =>
          purposes.filter((purpose) => both.system.mayWrite(person, purpose, day)).map((one) => person + one),
        ),
      );
      both.model.restore();
      both.system.restore();
      for (const person of both.model.everyone()) {
        for (const purpose of purposes) {
          if (both.system.mayWrite(person, purpose, day)) expect(open).toContain(person + purpose);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test("I3: erased and added again at the same address, nobody is promoted to without a new yes of their own", () => {
  const system = new ConsentSystem();
  const [address] = addresses;
  system.join("robin", address);
  system.decided("robin", "news", "given", 1);
  expect(system.mayWrite("robin", "news", 1)).toBe(true);
  system.decided("robin", "news", "withdrawn", 2);
  system.erase("robin");
  system.join("robin again", address);
  system.decided("robin again", "news", "given", 3, { method: "import" });
  expect(system.mayWrite("robin again", "news", 3)).toBe(false);
});
