import { createHash, randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import { appendEntry } from "@/lib/ledger/append";
import { wake } from "@/lib/messaging/wake";
import type { ContentReview } from "@/lib/policy/content-review";
import { ok, refuse, type Result } from "@/lib/result";
import type { MailingAudience, StoredAudience } from "@/lib/schemas/audience";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { draftMailing, type MailingDraft, type MailingToApprove } from "./mailing-draft";

/** `repeated` when the same press arrived before: nothing new was made. */
export type ApprovedMailing = { readonly mailingId: string; readonly repeated: boolean };

function hashOf(value: unknown): string {
  return createHash("sha256")
    .update(canonicalize(value) ?? "")
    .digest("hex");
}

async function keep(
  ctx: Ctx,
  input: MailingToApprove,
  draft: MailingDraft,
  { audience, createdBy, contentHash }: { audience: StoredAudience; createdBy: string; contentHash: string },
) {
  const { organisationId, id: panelId } = input.panel;
  const mailing = {
    organisationId,
    id: newId(ctx.at),
    panelId,
    activityId: input.activityId,
    template: draft.template,
    kind: draft.kind,
    purposeKey: draft.purposeKey,
    channel: "email" as const,
    audience: audience as unknown as Prisma.InputJsonObject,
    content: draft.content as unknown as Prisma.InputJsonObject,
    contentHash,
    ...draft.review,
    state: "expanding" as const,
    idempotencyKey: input.idempotencyKey,
    createdBy,
    createdAt: ctx.at,
  };
  const { count } = await ctx.tx.mailing.createMany({ data: [mailing], skipDuplicates: true });
  return count === 1 ? mailing.id : null;
}

/** The audience as it is kept. Nobody who sends can choose the seed of a sample, nor try seeds until one pleases. */
function seeded(audience: MailingAudience): StoredAudience {
  if (audience.who !== "members") return audience;
  const { sample, ...rules } = audience;
  return sample === undefined ? rules : { ...rules, sample: { ...sample, seed: randomUUID() } };
}

/** What was answered about the words, in the ledger's words; a question that is not asked about this kind is absent. */
function answered(review: ContentReview) {
  const answers = Object.entries(review).flatMap(([question, answer]) =>
    answer === null ? [] : [[question, answer] as const],
  );
  return Object.fromEntries(answers);
}

/** The mailing of an earlier press. The same key with other content is not a second press but a mistake. */
async function earlier(
  ctx: Ctx,
  input: MailingToApprove,
  contentHash: string,
): Promise<Result<ApprovedMailing>> {
  const { organisationId } = input.panel;
  const { idempotencyKey } = input;
  const known = await ctx.tx.mailing.findUniqueOrThrow({
    where: { organisationId_idempotencyKey: { organisationId, idempotencyKey } },
    select: { id: true, contentHash: true },
  });
  return known.contentHash === contentHash
    ? ok({ mailingId: known.id, repeated: true })
    : refuse("mailing.keyReused");
}

/**
 * Releases a mailing: its words and rules are frozen, and workers begin to spread it out. Pressing twice, or a request
 * that a proxy repeats, gives the first mailing again.
 */
export async function approveMailing(ctx: Ctx, input: MailingToApprove): Promise<Result<ApprovedMailing>> {
  const staffId = actingStaff(ctx, "mailing.send", input.panel.id);
  if (staffId === null) return refuse("form.notPermitted");
  const drafted = await draftMailing(ctx, input);
  if (!drafted.ok) return drafted;
  const draft = drafted.value;
  const contentHash = hashOf({ ...draft, activityId: input.activityId, audience: input.audience });
  const audience = seeded(input.audience);
  const mailingId = await keep(ctx, input, draft, { audience, createdBy: staffId, contentHash });
  if (mailingId === null) return earlier(ctx, input, contentHash);
  await wake(ctx, "wake.expand");
  await appendEntry(ctx, input.panel.organisationId, {
    eventType: "mailing.approved",
    panelId: input.panel.id,
    subjectRef: null,
    purposeKey: draft.purposeKey,
    channel: "email",
    effectiveAt: ctx.at,
    data: {
      mailingId,
      contentHash,
      template: draft.template,
      kind: draft.kind,
      activityId: input.activityId,
      audienceHash: hashOf(audience),
      ...answered(draft.review),
    },
  });
  return ok({ mailingId, repeated: false });
}
