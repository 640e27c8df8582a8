import { database } from "@/lib/db/client";
import { civilDate, now } from "@/lib/clock";
import { decide } from "@/lib/policy/gate/decide";
import type { GateCode } from "@/lib/policy/gate/types";
import { factsFor, standardRequest, type MemberFacts } from "@/lib/policy/contact-permission";
import type { Field, PolicyDocument } from "@/lib/policy/document";
import { isRestricted } from "@/lib/policy/restriction";
import type { Channel, LawfulBasis, MemberState } from "@/lib/policy/vocabulary";
import { loadMemberFacts } from "@/lib/queries/member/load-member-facts";
import { authorise, type Viewer } from "./viewer";

/** Whether one purpose may use one channel now, and the rule that says so. */
export type Permission = {
  readonly purpose: string;
  readonly lawfulBasis: LawfulBasis;
  readonly channel: Channel;
  readonly permitted: boolean;
  readonly code: GateCode;
  readonly citation: string;
};

export type MemberContact = {
  readonly kind: "email" | "phone";
  readonly value: string;
  readonly verified: boolean;
  readonly bounced: boolean;
};

export type MemberDetail = {
  readonly id: string;
  readonly reference: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly state: Exclude<MemberState, "erased">;
  readonly restricted: boolean;
  readonly pausedUntil: string | null;
  readonly address: readonly string[];
  readonly area: string | null;
  readonly tenure: string | null;
  readonly ageBand: string | null;
  readonly interests: readonly string[];
  readonly joinedAt: Date | null;
  readonly leftAt: Date | null;
  readonly endedAt: Date | null;
  readonly lastAskedAt: Date | null;
  readonly contacts: readonly MemberContact[];
  /** Answers to the panel's own questions that this viewer's role may read. */
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  readonly permissions: readonly Permission[];
};

const hidden: readonly Field["category"][] = ["specialCategory", "adjustments", "criminalOffence"];

function mayRead(viewer: Viewer, field: Field): boolean {
  if (viewer.actor.kind !== "staff" || hidden.includes(field.category)) return false;
  const roles = viewer.actor.grants.filter((grant) => grant.panelId === viewer.panel.id);
  return roles.some(({ role }) => field.readableBy.includes(role));
}

function wordsFor(field: Field, value: unknown): string {
  const values = (Array.isArray(value) ? value : [value]).map(String);
  const options = field.input !== undefined && "options" in field.input ? field.input.options : [];
  return values.map((one) => options.find((option) => option.value === one)?.label ?? one).join(", ");
}

/** Every purpose that sends something, on each of its channels, asked of the gate afresh. */
function permissionsOf(document: PolicyDocument, facts: MemberFacts, at: number): Permission[] {
  return document.purposes.flatMap((purpose) =>
    purpose.channels.flatMap((channel) => {
      const request = standardRequest(purpose, channel);
      if (request === null) return [];
      const { permitted, code, citation } = decide(
        request,
        factsFor(document, facts, purpose.key, channel, at),
        at,
      );
      return [
        { purpose: purpose.name, lawfulBasis: purpose.lawfulBasis, channel, permitted, code, citation },
      ];
    }),
  );
}

async function findMember(viewer: Viewer, reference: string) {
  const { organisationId, id: panelId } = viewer.panel;
  return database().member.findUnique({
    where: {
      organisationId_panelId_reference: { organisationId, panelId, reference },
      state: { not: "erased" },
    },
    include: {
      contactPoints: { where: { removedAt: null }, orderBy: [{ kind: "asc" }, { createdAt: "asc" }] },
      attributes: true,
      contactPermission: { select: { lastAskedAt: true } },
    },
  });
}

/**
 * One member as engagement staff may see them, or null. Never special category answers, never adjustments: those are
 * shown only with the activity they are for.
 */
export async function getMember(viewer: Viewer, reference: string): Promise<MemberDetail | null> {
  authorise(viewer, "member.view");
  const { panel } = viewer;
  const member = await findMember(viewer, reference);
  if (member === null || member.state === "erased") return null;
  const facts = (await loadMemberFacts(panel.organisationId, [member.id])).get(member.id);
  const readable = panel.document.fields.filter((field) => mayRead(viewer, field));
  return {
    id: member.id,
    reference: member.reference,
    givenName: member.givenName,
    familyName: member.familyName,
    state: member.state,
    restricted: isRestricted(member, now()),
    pausedUntil: member.pausedUntil === null ? null : civilDate(member.pausedUntil),
    address: [member.addressLine1, member.addressLine2, member.town, member.postcode].filter(
      (part) => part !== null,
    ),
    area: member.area,
    tenure: member.tenure,
    ageBand: member.ageBand,
    interests: member.interests,
    joinedAt: member.joinedAt,
    leftAt: member.leftAt,
    endedAt: member.endedAt,
    lastAskedAt: member.contactPermission?.lastAskedAt ?? null,
    contacts: member.contactPoints.map(({ kind, value, verifiedAt, bouncedAt }) => ({
      kind,
      value,
      verified: verifiedAt !== null,
      bounced: bouncedAt !== null,
    })),
    answers: readable.flatMap((field) => {
      const given = member.attributes.find((attribute) => attribute.fieldKey === field.key);
      return given === undefined ? [] : [{ label: field.label, value: wordsFor(field, given.value) }];
    }),
    permissions: facts === undefined ? [] : permissionsOf(panel.document, facts, now().getTime()),
  };
}
