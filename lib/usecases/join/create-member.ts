import { randomBytes } from "node:crypto";
import { hashAddress } from "@/lib/auth/secrets";
import { newId, newSubjectRef } from "@/lib/id";
import { memberReference } from "@/lib/policy/member-reference";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { JoinDraft } from "@/lib/schemas/join-draft";
import type { Ctx } from "../context";

/** A complete draft on its way to becoming a member. */
export type NewMember = {
  readonly panel: PanelView;
  readonly draft: { readonly [Page in keyof JoinDraft]-?: NonNullable<JoinDraft[Page]> };
  readonly addressHash: string;
  /** Panels with application rounds begin with an applicant. */
  readonly applies: boolean;
};

export type CreatedMember = { readonly id: string; readonly subjectRef: string; readonly emailId: string };

async function freeReference(ctx: Ctx, panel: PanelView): Promise<string> {
  for (;;) {
    const reference = memberReference(panel.document.panel.referencePrefix, randomBytes(8));
    const taken = await ctx.tx.member.findUnique({
      where: {
        organisationId_panelId_reference: {
          organisationId: panel.organisationId,
          panelId: panel.id,
          reference,
        },
      },
      select: { id: true },
    });
    if (taken === null) return reference;
  }
}

function one(answer: string | string[] | undefined): string | null {
  return typeof answer === "string" && answer !== "" ? answer : null;
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}

function sortName(details: { givenName: string; familyName: string }): string {
  return `${details.familyName} ${details.givenName}`.toLowerCase();
}

async function keepContactPoints(ctx: Ctx, input: NewMember, memberId: string): Promise<string> {
  const { email, phone } = input.draft.details;
  const { organisationId } = input.panel;
  const emailId = newId(ctx.at);
  const shared = { organisationId, memberId, createdAt: ctx.at };
  const mail = { ...shared, id: emailId, kind: "email" as const, value: email, normalised: email };
  const number = { ...shared, id: newId(ctx.at), kind: "phone" as const, value: phone, normalised: phone };
  await ctx.tx.contactPoint.createMany({
    data: [
      { ...mail, addressHash: input.addressHash, verifiedAt: ctx.at },
      ...(phone === "" ? [] : [{ ...number, addressHash: hashAddress(phone) }]),
    ],
  });
  return emailId;
}

/** Writes the member and their contact points: the e-mail address is verified by the press, the phone number is not. */
export async function createMember(ctx: Ctx, input: NewMember): Promise<CreatedMember> {
  const { details, questions } = input.draft;
  const { organisationId, id: panelId } = input.panel;
  const id = newId(ctx.at);
  const subjectRef = newSubjectRef();
  await ctx.tx.member.create({
    data: {
      organisationId,
      id,
      panelId,
      reference: await freeReference(ctx, input.panel),
      subjectRef,
      state: input.applies ? "applicant" : "member",
      givenName: details.givenName,
      familyName: details.familyName,
      sortName: sortName(details),
      addressLine1: orNull(details.addressLine1),
      addressLine2: orNull(details.addressLine2),
      town: orNull(details.town),
      postcode: orNull(details.postcode),
      area: one(questions["area"]),
      tenure: one(questions["tenure"]),
      ageBand: one(questions["ageBand"]),
      interests: Array.isArray(questions["interests"]) ? questions["interests"] : [],
      joinedAt: input.applies ? null : ctx.at,
      createdAt: ctx.at,
    },
  });
  return { id, subjectRef, emailId: await keepContactPoints(ctx, input, id) };
}
