import { cache } from "react";
import { civilDate, now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import type { NoticeFormat } from "@/lib/policy/notice-editions";
import { isRestricted } from "@/lib/policy/restriction";
import type { CivilDate, MemberState } from "@/lib/policy/vocabulary";

/** A member as their own pages show them. */
export type MemberView = {
  readonly id: string;
  readonly reference: string;
  readonly state: MemberState;
  readonly givenName: string;
  readonly familyName: string;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly area: string | null;
  readonly tenure: string | null;
  readonly ageBand: string | null;
  readonly interests: readonly string[];
  /** In which format they would like to read. */
  readonly preferredFormat: NoticeFormat;
  readonly tenancyEndsOn: CivilDate | null;
  readonly joinedAt: Date | null;
  readonly leftAt: Date | null;
  /** Last day of a break, or null. */
  readonly pausedUntil: CivilDate | null;
  readonly restricted: boolean;
  /** The address that is written to; null when none was confirmed yet. */
  readonly email: string | null;
  /** A new address that waits for the press on its link. */
  readonly emailWaiting: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** How many other members of the panel share the e-mail address. */
  readonly sharing: number;
  /** Answers to the panel's own questions, by field key. */
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
};

async function countSharing(organisationId: string, memberId: string, addressHash: string | undefined) {
  if (addressHash === undefined) return 0;
  return database().contactPoint.count({
    where: { organisationId, addressHash, removedAt: null, NOT: { memberId } },
  });
}

/** The member, with everything their own pages say about them; read once a request. @throws when there is none: the caller holds a session. */
export const getMember = cache(async (organisationId: string, memberId: string): Promise<MemberView> => {
  const row = await database().member.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: memberId } },
    include: {
      contactPoints: { where: { removedAt: null }, orderBy: { createdAt: "desc" } },
      attributes: true,
    },
  });
  const emails = row.contactPoints.filter(({ kind }) => kind === "email");
  const current = emails.find(({ verifiedAt }) => verifiedAt !== null);
  return {
    ...row,
    tenancyEndsOn: row.tenancyEndsOn === null ? null : civilDate(row.tenancyEndsOn),
    pausedUntil: row.pausedUntil === null ? null : civilDate(row.pausedUntil),
    restricted: isRestricted(row, now()),
    email: current?.value ?? null,
    emailWaiting: emails.find(({ verifiedAt }) => verifiedAt === null)?.value ?? null,
    phone: row.contactPoints.find(({ kind }) => kind === "phone")?.normalised ?? null,
    sharing: await countSharing(organisationId, memberId, current?.addressHash),
    attributes: Object.fromEntries(
      row.attributes.map(({ fieldKey, value }) => [fieldKey, value as string | string[]]),
    ),
  };
});
