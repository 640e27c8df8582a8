import { describe, expect, test } from "vitest";
import { decide } from "@/lib/policy/gate/decide";
import type { GateFacts, GateRequest } from "@/lib/policy/gate/types";
import { decision, facts, noon, purpose, request } from "./gate-makers";

// law.md 3.3, service rows: what a person said yes to is run to its end, although they stopped being asked to such things.

const research = purpose({ key: "research", messageKind: "research", lawfulBasis: "consent" });
const withdrawn = decision("withdrawn", "2026-11-01", { purposeKey: "research" });
const about = { purposeKey: "research", kind: "service", countsAsApproach: false } as const;
const closed = (purposeKey: string | null) => ({ purposeKey, channel: null, recordedAt: noon - 1 });

function code(asked: Partial<GateRequest>, changes: Partial<GateFacts> = {}) {
  const known = facts({ purpose: research, consents: [withdrawn], ...changes });
  return decide(request({ ...about, ...asked }), known, noon).code;
}

describe("a message about what the person joined", () => {
  test.each<[string, Partial<GateRequest>, Partial<GateFacts>, string]>([
    ["comes after a withdrawal", { joined: true }, {}, "permitted"],
    [
      "comes although the address is closed for being asked",
      { joined: true },
      { suppressions: [closed("research")] },
      "permitted",
    ],
    ["comes although nothing was ever agreed", { joined: true }, { consents: [] }, "permitted"],
    [
      "does not come to an address closed for everything",
      { joined: true },
      { suppressions: [closed(null)] },
      "suppression.address",
    ],
    ["does not come with promotion in it", { joined: true, promotional: true }, {}, "message.promotional"],
    ["is no invitation in disguise", { joined: true, kind: "research" }, {}, "consent.withdrawn"],
    ["is none for who did not join", {}, {}, "consent.withdrawn"],
    [
      "does not come to an address nobody confirmed",
      { joined: true },
      { address: { verified: false, bounced: false } },
      "address.unverified",
    ],
  ])("%s", (_name, asked, changes, expected) => {
    expect(code(asked, changes)).toBe(expected);
  });

  test("does not come to somebody who left", () => {
    const left = { ...facts().member, state: "left" as const };
    expect(code({ joined: true }, { member: left })).toBe("member.left");
  });
});
