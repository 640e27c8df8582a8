import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { PolicyDocument } from "@/lib/policy/document";
import { editionsOf, hashedPart } from "@/lib/policy/notice-editions";
import { randomFrom, type Random } from "./random";
import { day, happen, put, type Acting, type Town } from "./town";

/** Someone of the demo who may sign in at one press. */
export type DemoPerson = {
  readonly panel: string;
  readonly panelName: string;
  readonly role: "resident" | "engagement" | "dpo" | "admin" | "auditor";
  readonly name: string;
  readonly email: string;
};

const staffRoles = [
  ["engagement", "Engagement officer"],
  ["dpo", "Data protection officer"],
  ["admin", "Panel administrator"],
  ["auditor", "Internal auditor"],
] as const;

export function hashOf(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new Error("This value has no canonical form.");
  return createHash("sha256").update(canonical).digest("hex");
}

/** An empty town: the organisation's ids and the two years it will be filled with. */
export function foundTown(random: Random, now: number): Town {
  const begins = now - 760 * day;
  const ids = {
    organisationId: random.id(begins),
    panelId: random.id(begins),
    policyVersionId: random.id(begins),
    privacyNoticeId: random.id(begins),
  };
  return { ...ids, begins, now, rows: new Map(), happenings: [] };
}

function putPolicyAndNotice(town: Town, document: PolicyDocument): void {
  const at = town.begins;
  const documentHash = hashOf(document);
  const { policyVersionId, panelId } = town;
  put(town, "policy_version", {
    id: policyVersionId,
    panelId,
    number: 1,
    document,
    documentHash,
    approvedAt: at,
    inForceAt: at,
  });
  const by: Acting = { actorKind: "system", actorRef: "setUp" };
  happen(town, at, by, {
    eventType: "policy.published",
    subjectRef: null,
    data: { policyVersionId, number: "1", documentHash },
  });
  // A stream of its own, so that nothing else of the town changes with the number of editions.
  const random = randomFrom(Number.parseInt(documentHash.slice(0, 8), 16));
  for (const { language, format, title, sections } of editionsOf(null, document, null)) {
    const isStandard = language === "en" && format === "standard";
    const id = isStandard ? town.privacyNoticeId : random.id(at);
    const contentHash = hashOf(hashedPart({ title, sections }));
    put(town, "privacy_notice", {
      ...{ id, panelId, policyVersionId, number: 1, language, format, title },
      ...{ content: sections, contentHash, publishedAt: at },
    });
    happen(town, at + 1_000, by, {
      eventType: "notice.published",
      subjectRef: null,
      data: { privacyNoticeId: id, policyVersionId, number: "1", language, format, contentHash },
    });
  }
}

function putStaff(
  town: Town,
  random: Random,
  document: PolicyDocument,
): readonly (DemoPerson & { id: string })[] {
  const slug = document.panel.key;
  return staffRoles.map(([role, name]) => {
    const id = random.id(town.begins);
    const roleGrantId = random.id(town.begins);
    const email = `${role}@${slug}.example`;
    put(town, "staff", { id, email, name, endedAt: null, createdAt: town.begins });
    put(town, "role_grant", {
      id: roleGrantId,
      panelId: town.panelId,
      staffId: id,
      role,
      grantedAt: town.begins,
      revokedAt: null,
    });
    happen(
      town,
      town.begins + 2_000,
      { actorKind: "system", actorRef: "setUp" },
      {
        eventType: "role.granted",
        subjectRef: null,
        data: { roleGrantId, staffId: id, role },
      },
    );
    return { id, panel: slug, panelName: document.panel.name, role, name, email };
  });
}

/** The organisation, its panel, policy, notice and staff. Returns the staff, who may sign in. */
export function putOrganisation(
  town: Town,
  random: Random,
  document: PolicyDocument,
): readonly (DemoPerson & { id: string })[] {
  const { organisation, panel } = document;
  town.rows.set("organisation", [
    {
      id: town.organisationId,
      slug: organisation.key,
      legalName: organisation.legalName,
      nation: organisation.nation === "northernIreland" ? "northern_ireland" : organisation.nation,
      publicAuthority: organisation.publicAuthority,
      charity: organisation.charity,
      icoRegistration: null,
      contactEmail: organisation.contactEmail,
      contactPhone: organisation.contactPhone,
      postalAddress: organisation.postalAddress,
      dpoEmail: organisation.dpoEmail,
      createdAt: town.begins,
    },
  ]);
  put(town, "panel", {
    id: town.panelId,
    slug: panel.key,
    name: panel.name,
    summary: panel.summary,
    joining: panel.joining,
    accent: panel.accent,
    policyVersionId: town.policyVersionId,
    privacyNoticeId: town.privacyNoticeId,
    createdAt: town.begins,
  });
  putPolicyAndNotice(town, document);
  return putStaff(town, random, document);
}
