import { beforeEach, describe, expect, it } from "vitest";
import type { Prisma } from "@/lib/db/generated/client";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import type { ChangeNotice } from "@/lib/messaging/change-notice-content";
import { writeChangeNotice } from "@/lib/messaging/hand-over/write-change-notice";
import { unanswered } from "@/lib/policy/content-review";
import type { NoticeFormat } from "@/lib/policy/notice-editions";
import { preferredNoticePath } from "@/lib/queries/notice/preferred-edition";
import { changeDetails } from "@/lib/usecases/membership/change-details";
import { runUseCase } from "@/lib/usecases/run";
import { arranged } from "../support/arranged";
import { useDatabase } from "../support/database";
import "../support/environment";
import { as, ledgerOf, makeResidents, type Residents } from "../support/resident";

useDatabase();
let residents: Residents;
let mailingId: string;

beforeEach(async () => {
  residents = await makeResidents("connect", []);
  const { organisationId, id: panelId, privacyNoticeId, privacyNoticeNumber, slug } = residents.panel;
  const row = await database().privacyNotice.findFirstOrThrow({
    where: { organisationId, id: privacyNoticeId },
  });
  mailingId = newId();
  const notice: ChangeNotice = {
    subject: "News",
    noticeNumber: privacyNoticeNumber,
    summary: slug,
    changes: [],
  };
  await arranged(async (tx) => {
    const edition = {
      ...row,
      id: newId(),
      format: "easyRead",
      content: row.content as Prisma.InputJsonArray,
    };
    await tx.privacyNotice.create({ data: edition });
    await tx.mailing.create({
      data: {
        ...{ organisationId, id: mailingId, panelId, template: "policy-changed", kind: "rightsReply" },
        ...{ purposeKey: "membership", channel: "email", audience: {}, content: notice },
        ...{ contentHash: "0".repeat(64), state: "sending", idempotencyKey: newId() },
        ...{ createdBy: residents.made.staffId, createdAt: new Date() },
      },
    });
  });
});

const path = (format: NoticeFormat) =>
  preferredNoticePath(residents.panel, residents.panel.privacyNoticeNumber, format);

async function mailFor(preferredFormat: NoticeFormat): Promise<string> {
  const { panel, members } = residents;
  const delivery: Parameters<typeof writeChangeNotice>[1] = {
    ...{ organisationId: panel.organisationId, id: newId(), panelId: panel.id, mailingId },
    ...{ memberId: members[0].id, contactPointId: members[0].contactPointId, joinRequestId: null },
    ...{ signInRequestId: null, template: "policy-changed", subjectIds: {}, kind: "rightsReply" },
    ...{ purposeKey: "membership", channel: "email" },
    review: unanswered,
  };
  const recipient = { address: members[0].email, givenName: "Sam", preferredFormat };
  const sender = { host: "mail.example", from: "panel@mail.example" };
  const bytes = await writeChangeNotice(panel, delivery, recipient, sender as never, new Date());
  return bytes.toString("utf8").replaceAll("=\r\n", "");
}

describe("the format somebody reads best", () => {
  it("is theirs to say, and that it changed is in the ledger", async () => {
    const { panel, members } = residents;
    const details = { part: "format", preferredFormat: "easyRead" } as const;
    const changed = await runUseCase(changeDetails, as(residents, members[0]), { panel, details });
    expect(changed).toMatchObject({ ok: true, value: { changed: ["preferredFormat"] } });
    const member = await database().member.findFirstOrThrow({ where: { id: members[0].id } });
    expect(member.preferredFormat).toBe("easyRead");
    expect(await ledgerOf(residents, members[0])).toEqual(["member.detailsChanged"]);
  });

  it("leads to that edition of the notice where there is one, and to the standard one where there is none", async () => {
    expect(await path("easyRead")).toMatch(/\/privacy\/\d+\/easy-read$/u);
    expect(await path("largePrint")).toMatch(/\/privacy\/\d+$/u);
    expect(await path("standard")).toMatch(/\/privacy\/\d+$/u);
  });

  it("decides where the mail about a changed notice leads, for each reader by themself", async () => {
    expect(await mailFor("easyRead")).toContain("/easy-read");
    expect(await mailFor("standard")).not.toContain("/easy-read");
    expect(await mailFor("easyRead")).toContain("/easy-read");
  });
});
