import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/id";
import type { ContentReview } from "@/lib/policy/content-review";
import type { PolicyDocument } from "@/lib/policy/document";
import { countReviewed } from "@/lib/queries/mailing/count-reviewed";
import { getMailingProgress } from "@/lib/queries/mailing/get-mailing-progress";
import { everyone } from "@/lib/schemas/audience";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { wordingHash } from "@/lib/usecases/consent/wording-hash";
import { runUseCase } from "@/lib/usecases/run";
import { sweep } from "@/lib/worker/sweep";
import { insertRows } from "@/prisma/seed/insert-rows";
import { arranged } from "../../support/arranged";
import {
  approveToEveryone,
  engagementOf,
  expandAll,
  makeFocusGroup,
  onlyAsks,
  viewOf,
} from "../../support/activity";
import { useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { makeMembers, makePanel, presetDocument } from "../../support/panel";

const client = useClient(useDatabase());

const channel = "email" as const;
const words = { subject: "Would you like to come?", opening: "" };

async function scene(document: PolicyDocument, purposeKey = "research", purposes: readonly string[] = []) {
  const panel = await makePanel(client, document);
  const members = await makeMembers(client, panel, {
    emails: ["one", "two", "three"].map((name) => `${name}-${panel.panelId.slice(-6)}`),
    purposes: [...purposes],
  });
  while ((await sweep()) > 0);
  const view = await viewOf(panel);
  const activityId = await makeFocusGroup(client, panel, purposeKey);
  const kind = view.document.purposes.find(({ key }) => key === purposeKey)?.messageKind ?? "service";
  const about = { panel: view, activityId, audience: everyone, purposeKey, channel, kind };
  const actor = engagementOf(panel);
  const approve = (review: ContentReview) =>
    runUseCase(approveMailing, actor, { ...about, words, review, idempotencyKey: newId() });
  const count = (review: ContentReview) => countReviewed({ ...about, review });
  return { panel, members, view, actor, approve, count };
}

const invited = () => scene(presetDocument("customer-voices"), "research", ["research"]);

describe("an invitation to research", () => {
  test("that offers a prize for buying goes to nobody, and says so before it is sent", async () => {
    const { count, approve } = await invited();
    const prize: ContentReview = { ...onlyAsks, incentive: "ownGoods" };
    expect(await count(onlyAsks)).toMatchObject({ matched: 3, willBeInvited: 3, leftOut: [] });
    expect(await count(prize)).toEqual({
      matched: 3,
      willBeInvited: 0,
      leftOut: [{ code: "message.promotional", count: 3 }],
      exact: true,
    });
    expect(await approve(prize)).toMatchObject({ ok: false, error: { code: "mailing.promotional" } });
    expect(await database().mailing.count({ where: { incentive: "ownGoods" } })).toBe(0);
  });

  test.each([
    ["a voucher from a supermarket", { ...onlyAsks, incentive: "thirdPartyVoucher" }, 3],
    ["money off the rent", { ...onlyAsks, incentive: "rentCredit" }, 0],
    ["a line that asks to bring a neighbour", { ...onlyAsks, promotion: "recruits" }, 0],
    ["a line about a campaign", { ...onlyAsks, promotion: "promotes" }, 0],
    ["an offer", { ...onlyAsks, promotion: "sells" }, 0],
  ] as const)("with %s is counted as the gate judges it", async (_what, review, people) => {
    const { count } = await invited();
    expect((await count(review)).willBeInvited).toBe(people);
  });

  test("about whose words nobody answered is not released", async () => {
    const { approve } = await invited();
    const unsaid = { ...onlyAsks, incentive: null };
    expect(await approve(unsaid)).toMatchObject({ ok: false, error: { code: "mailing.notReviewed" } });
  });

  test("keeps what was answered with the mailing and in its entry, and it never changes", async () => {
    const { approve, panel, actor, view } = await invited();
    const released = await approve({ ...onlyAsks, incentive: "thirdPartyVoucher", about: "others" });
    if (!released.ok) throw new Error(released.error.code);
    const { mailingId } = released.value;
    const progress = await getMailingProgress({ actor, panel: view }, mailingId);
    // What is not asked about research says nothing, even when somebody sends an answer to it.
    const kept = { promotion: "none", incentive: "thirdPartyVoucher", about: null, occasion: null };
    expect(progress?.review).toEqual(kept);
    const { rows } = await client.query<{ data: Record<string, string> }>(
      `SELECT convert_from(bytes, 'utf8')::json->'data' AS data FROM ledger_entry
       WHERE event_type = 'mailing.approved' AND organisation_id = $1`,
      [panel.organisationId],
    );
    expect(rows[0]?.data).toMatchObject({ promotion: "none", incentive: "thirdPartyVoucher" });
    const harder = { data: { promotion: "promotes" as const }, where: { id: mailingId } };
    await expect(database().mailing.updateMany(harder)).rejects.toThrow(/never changes/u);
  });

  test("that was released as promotion, however that came about, is refused to each person", async () => {
    const { panel } = await invited();
    const released = { id: await approveToEveryone(client, panel) };
    const { expandedThrough: _through, ...row } = await database().mailing.findFirstOrThrow({
      where: released,
    });
    await database().mailing.deleteMany({ where: released });
    const id = newId();
    const { audience, content, leftOut } = row as Record<string, Prisma.InputJsonValue>;
    const again = { ...row, id, idempotencyKey: newId(), promotion: "promotes" as const };
    const data = { ...again, audience: audience ?? {}, content: content ?? {}, leftOut: leftOut ?? {} };
    await arranged((tx) => tx.mailing.create({ data }));
    await expandAll();
    const where = { mailingId: id };
    const codes = await database().gateDecision.groupBy({ by: ["code"], where, _count: true });
    expect(codes).toEqual([{ code: "message.promotional", _count: 3 }]);
    expect(await database().delivery.count({ where })).toBe(0);
  });
});

describe("marketing that may go without a yes", () => {
  const news: ContentReview = { promotion: null, incentive: null, about: "own", occasion: null };

  async function buyers() {
    const document = presetDocument("connect");
    const purposes = document.purposes.map((purpose) =>
      purpose.messageKind === "directMarketing"
        ? {
            ...purpose,
            lawfulBasis: "legitimateInterests" as const,
            softOptIn: "sale" as const,
            activityKinds: ["focusGroup" as const],
            promisedConsent: [],
            liaKey: document.accountability.find(({ kind }) => kind === "lia")?.key ?? "lia",
          }
        : purpose,
    );
    const key = document.purposes.find(({ messageKind }) => messageKind === "directMarketing")?.key ?? "";
    const made = await scene({ ...document, purposes }, key);
    const [buyer] = made.members;
    const at = Date.now() - 86_400_000;
    await insertRows(client, "wording", [
      {
        ...{ organisationId: made.panel.organisationId, hash: wordingHash("You can say no to offers.") },
        ...{ text: "You can say no to offers.", language: "en", format: "standard", firstUsedAt: at },
      },
    ]);
    await insertRows(client, "soft_opt_in_evidence", [
      {
        ...{ organisationId: made.panel.organisationId, id: newId(), memberId: buyer?.id },
        ...{ context: "sale", collectedBy: "controller", optOut: "offered" },
        ...{ wordingHash: wordingHash("You can say no to offers."), collectedAt: at, recordedAt: at },
      },
    ]);
    return made;
  }

  test("goes to who bought something like it only when it is about that", async () => {
    const { count, approve } = await buyers();
    const similar: ContentReview = { ...news, about: "ownSimilar" };
    expect(await count(news)).toMatchObject({ matched: 3, willBeInvited: 0 });
    expect(await count(similar)).toMatchObject({ matched: 3, willBeInvited: 1, exact: true });
    expect(await approve(similar)).toMatchObject({ ok: true });
    await expandAll();
    const [mailing] = await database().mailing.findMany({ where: { about: "ownSimilar" } });
    expect(mailing).toMatchObject({ matched: 3, leftOut: { "softOptIn.missing": 2 } });
  });
});
