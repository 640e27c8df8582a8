import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import canonicalize from "canonicalize";
import type pg from "pg";
import { hashAddress } from "@/lib/auth/secrets";
import { londonDate, now } from "@/lib/clock";
import { newId, newSubjectRef } from "@/lib/id";
import { addPeriod } from "@/lib/policy/civil";
import type { PolicyDocument } from "@/lib/policy/document";
import { lastNight } from "@/lib/policy/nightly";
import { wordingHash } from "@/lib/usecases/consent/wording-hash";
import { keptUp } from "@/prisma/seed/document-today";
import { insertRows, type Row } from "@/prisma/seed/insert-rows";

/** A panel in force, made for one test. */
export type TestPanel = {
  readonly organisationId: string;
  readonly panelId: string;
  readonly policyVersionId: string;
  readonly privacyNoticeId: string;
  readonly staffId: string;
  readonly document: PolicyDocument;
};

export type TestMember = {
  readonly id: string;
  readonly subjectRef: string;
  readonly contactPointId: string;
  readonly email: string;
};

const dayMs = 86_400_000;

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A preset's policy, its assessments in force whatever day the tests run on. */
export function presetDocument(key: string): PolicyDocument {
  const file = path.join(import.meta.dirname, "../../prisma/presets", `${key}.json`);
  return keptUp(JSON.parse(readFileSync(file, "utf8")) as PolicyDocument, londonDate(now()));
}

/** An organisation with one panel, its policy and notice in force for a year, and one engagement officer. */
export async function makePanel(client: pg.ClientBase, document: PolicyDocument): Promise<TestPanel> {
  const [organisationId, panelId, policyVersionId, privacyNoticeId, staffId] = Array.from({ length: 5 }, () =>
    newId(),
  ) as [string, string, string, string, string];
  const createdAt = Date.now() - 365 * dayMs;
  const { organisation, panel } = document;
  const unique = organisationId.slice(-12);
  const { publicAuthority, charity, legalName, contactEmail, contactPhone, postalAddress, dpoEmail } =
    organisation;
  const nation = organisation.nation === "northernIreland" ? "northern_ireland" : organisation.nation;
  await client.query("BEGIN");
  await insertRows(client, "organisation", [
    {
      id: organisationId,
      slug: `o-${unique}`,
      legalName,
      nation,
      publicAuthority,
      charity,
      icoRegistration: null,
      contactEmail,
      contactPhone,
      postalAddress,
      dpoEmail,
      createdAt,
    },
  ]);
  // What a test arranges has no entries behind it, so a worker's nightly check would rightly hold its mails: last night's,
  // and that of the night that may begin while the test runs.
  const at = Date.now();
  const { night } = lastNight(at);
  await insertRows(
    client,
    "ledger_check",
    [night, addPeriod(night, "P1D")].map((each) => ({
      ...{ organisationId, night: each, startedAt: at, finishedAt: at, good: true },
    })),
  );
  await insertRows(client, "panel", [
    {
      organisationId,
      id: panelId,
      slug: `p-${unique}`,
      name: panel.name,
      summary: panel.summary,
      joining: "open",
      accent: panel.accent,
      policyVersionId,
      privacyNoticeId,
      createdAt,
    },
  ]);
  await insertRows(client, "policy_version", [
    {
      organisationId,
      id: policyVersionId,
      panelId,
      number: 1,
      document,
      documentHash: sha256(canonicalize(document) ?? ""),
      approvedAt: createdAt,
      inForceAt: createdAt,
    },
  ]);
  await insertRows(client, "privacy_notice", [
    {
      organisationId,
      id: privacyNoticeId,
      panelId,
      policyVersionId,
      number: 1,
      language: "en",
      format: "standard",
      content: [],
      contentHash: sha256("[]"),
      publishedAt: createdAt,
    },
  ]);
  await insertRows(client, "staff", [
    {
      id: staffId,
      organisationId,
      email: `engagement@${unique}.example`,
      name: "Engagement officer",
      endedAt: null,
      createdAt,
    },
  ]);
  await insertRows(client, "role_grant", [
    {
      organisationId,
      id: newId(),
      panelId,
      staffId,
      role: "engagement",
      grantedAt: createdAt,
      revokedAt: null,
    },
  ]);
  await client.query("COMMIT");
  return { organisationId, panelId, policyVersionId, privacyNoticeId, staffId, document };
}

export type MembersToMake = {
  /** The local part of each member's address; the sink may act on it. */
  readonly emails: readonly string[];
  /** Purposes they said yes to by e-mail, 30 days ago. */
  readonly purposes: readonly string[];
};

function consentRow(
  panel: TestPanel,
  memberId: string,
  noticeShownId: string,
  purposeKey: string,
  hash: string,
  at: number,
): Row {
  const { organisationId, policyVersionId } = panel;
  return {
    organisationId,
    id: newId(),
    memberId,
    purposeKey,
    channel: "email",
    decision: "given",
    method: "web",
    actorKind: "member",
    actorRef: memberId,
    wordingHash: hash,
    noticeShownId,
    policyVersionId,
    effectiveAt: at,
    recordedAt: at,
    validUntil: at + 700 * dayMs,
  };
}

/** Members who joined 30 days ago, with a verified address, the notice shown, and the consents asked for. */
export async function makeMembers(
  client: pg.ClientBase,
  panel: TestPanel,
  make: MembersToMake,
): Promise<readonly TestMember[]> {
  const { organisationId, panelId, privacyNoticeId } = panel;
  const at = Date.now() - 30 * dayMs;
  const words = "May we email you?";
  const hash = wordingHash(words);
  const rows = {
    member: [] as Row[],
    contact_point: [] as Row[],
    notice_shown: [] as Row[],
    consent_record: [] as Row[],
  };
  const members = make.emails.map((local, index): TestMember => {
    const member = {
      id: newId(),
      subjectRef: newSubjectRef(),
      contactPointId: newId(),
      email: `${local}@mail.example`,
    };
    const noticeShownId = newId();
    rows.member.push({
      organisationId,
      id: member.id,
      panelId,
      reference: `T-${member.id.slice(-10)}`,
      subjectRef: member.subjectRef,
      state: "member",
      givenName: `Given${index}`,
      familyName: `Family${index}`,
      sortName: `family${index} given${index}`,
      area: panel.document.areas[index % panel.document.areas.length] ?? null,
      tenure: panel.document.tenures[0] ?? null,
      ageBand: "35-44",
      interests: [],
      language: "en",
      joinedAt: at,
      createdAt: at,
    });
    rows.contact_point.push({
      organisationId,
      id: member.contactPointId,
      memberId: member.id,
      kind: "email",
      value: member.email,
      normalised: member.email,
      addressHash: hashAddress(member.email),
      verifiedAt: at,
      createdAt: at,
    });
    rows.notice_shown.push({
      organisationId,
      id: noticeShownId,
      memberId: member.id,
      privacyNoticeId,
      language: "en",
      format: "standard",
      place: "join",
      shownAt: at,
      recordedAt: at,
    });
    for (const purposeKey of make.purposes)
      rows.consent_record.push(consentRow(panel, member.id, noticeShownId, purposeKey, hash, at));
    return member;
  });
  await client.query(
    "INSERT INTO wording (organisation_id, hash, text, language, format, first_used_at) VALUES ($1, $2, $3, 'en', 'standard', now()) ON CONFLICT DO NOTHING",
    [organisationId, hash, words],
  );
  for (const [table, own] of Object.entries(rows)) await insertRows(client, table, own);
  return members;
}
