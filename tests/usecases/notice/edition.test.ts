import { describe, expect, test } from "vitest";
import { londonDate } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { verifyLedger } from "@/lib/ledger/verify";
import type { Actor } from "@/lib/policy/permission";
import { renderEasyRead } from "@/lib/policy/notice-easy-read";
import { hashedPart } from "@/lib/policy/notice-editions";
import type { NoticeSection } from "@/lib/policy/notice-section";
import { getNotice, listEditions } from "@/lib/queries/notice/get-notice";
import { listVersions } from "@/lib/queries/notice/list-versions";
import { discardEdition } from "@/lib/usecases/notice/discard-edition";
import { publishEdition } from "@/lib/usecases/notice/publish-edition";
import { saveEdition } from "@/lib/usecases/notice/save-edition";
import { hashOf } from "@/lib/usecases/policy/document-hash";
import { runUseCase } from "@/lib/usecases/run";
import { sql, useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { makePanel, presetDocument, type TestPanel } from "../../support/panel";
import { done, makeStaff, panelNow } from "../../support/policy";

const database_ = useDatabase();
const client = useClient(database_);

const welsh = { language: "cy", format: "standard" } as const;
type Scene = { readonly panel: TestPanel; readonly dpo: Actor };

async function scene(): Promise<Scene> {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  return { panel, dpo: await makeStaff(client, panel, "dpo") };
}

function wholeText({ document }: TestPanel): readonly NoticeSection[] {
  return renderEasyRead(document, {}, londonDate(new Date()));
}

async function save(
  { panel, dpo }: Scene,
  sections: readonly NoticeSection[],
  title: string | null = "Teitl",
) {
  const edition = { number: 1, ...welsh, title, sections };
  return runUseCase(saveEdition, dpo, { panel: await panelNow(panel), edition });
}

async function publish({ panel, dpo }: Scene, actor: Actor = dpo) {
  return runUseCase(publishEdition, actor, { panel: await panelNow(panel), number: 1, edition: welsh });
}

describe("a language added to a published version", () => {
  test("is a text of its own under the same number, linked to its policy, hashed with its title, in the trail", async () => {
    const made = await scene();
    const sections = wholeText(made.panel);
    await done(save(made, sections));
    const { id } = await done(publish(made));
    const panel = await panelNow(made.panel);
    const notice = await getNotice(panel, 1, welsh);
    expect(notice).toMatchObject({ id, number: 1, ...welsh, title: "Teitl", current: true });
    expect(notice?.policyVersionId).toBe(made.panel.policyVersionId);
    expect(notice?.contentHash).toBe(hashOf(hashedPart({ title: "Teitl", sections })));
    expect(await listEditions(panel, 1)).toEqual([{ language: "en", format: "standard" }, welsh]);
    const entries = await sql<{ event_type: string }>(
      database_.appUrl,
      "SELECT event_type FROM ledger_entry WHERE organisation_id = $1 AND event_type = 'notice.published'",
      [panel.organisationId],
    );
    expect(entries).toHaveLength(1);
    expect((await verifyLedger(panel.organisationId)).verdict).toBe("intact");
  });

  test("is kept while it is written, and nobody outside sees it before it is published", async () => {
    const made = await scene();
    await done(save(made, wholeText(made.panel), "First"));
    await done(save(made, wholeText(made.panel), "Second"));
    const panel = await panelNow(made.panel);
    expect(await getNotice(panel, 1, welsh)).toBeNull();
    const [version] = await listVersions({ actor: made.dpo, panel });
    expect(version?.drafts).toEqual([welsh]);
    expect(version?.editions).toHaveLength(1);
  });

  test.each(["your-rights", "regulator", "must-you", "why"])(
    "is refused while it does not say what the part %s says",
    async (id) => {
      const made = await scene();
      await done(
        save(
          made,
          wholeText(made.panel).filter((section) => section.id !== id),
        ),
      );
      expect(await publish(made)).toMatchObject({ ok: false, error: { code: "notice.lacks" } });
      expect(await getNotice(await panelNow(made.panel), 1, welsh)).toBeNull();
    },
  );

  test("cannot be changed, published twice or deleted, not even by the owner of the database", async () => {
    const made = await scene();
    await done(save(made, wholeText(made.panel)));
    await done(publish(made));
    expect(await save(made, wholeText(made.panel))).toMatchObject({
      error: { code: "notice.alreadyPublished" },
    });
    expect(await publish(made)).toMatchObject({ error: { code: "notice.nothingToPublish" } });
    const change = sql(database_.ownerUrl, "UPDATE privacy_notice SET title = 'Other'");
    await expect(change).rejects.toThrow(/append-only/u);
  });

  test("pressed twice at once, it is published once", async () => {
    const made = await scene();
    await done(save(made, wholeText(made.panel)));
    const results = await Promise.all([publish(made), publish(made)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().privacyNotice.count({ where: { panelId: made.panel.panelId } })).toBe(2);
  });

  test("thrown away, nothing is left of it; thrown away again is no fault", async () => {
    const made = await scene();
    await done(save(made, wholeText(made.panel)));
    const input = { panel: await panelNow(made.panel), number: 1, edition: welsh };
    await done(runUseCase(discardEdition, made.dpo, input));
    await done(runUseCase(discardEdition, made.dpo, input));
    expect(await database().noticeDraft.count({ where: { panelId: made.panel.panelId } })).toBe(0);
  });

  test("of a version that does not exist is refused", async () => {
    const { panel, dpo } = await scene();
    const edition = { number: 9, ...welsh, title: null, sections: wholeText(panel) };
    const saved = await runUseCase(saveEdition, dpo, { panel: await panelNow(panel), edition });
    expect(saved).toMatchObject({ error: { code: "notice.noSuchVersion" } });
  });

  test.each(["engagement", "auditor"] as const)("is not for the role %s", async (role) => {
    const made = await scene();
    await done(save(made, wholeText(made.panel)));
    const other = await makeStaff(client, made.panel, role);
    expect(await publish(made, other)).toMatchObject({ error: { code: "form.notPermitted" } });
  });
});

test("the standard English text is never written by hand, whoever tries", async () => {
  const made = await scene();
  const edition = { number: 1, language: "en", format: "standard", title: null, sections: [] } as const;
  expect(
    await runUseCase(saveEdition, made.dpo, { panel: await panelNow(made.panel), edition }),
  ).toMatchObject({
    error: { code: "notice.alreadyPublished" },
  });
  const row = `INSERT INTO notice_draft VALUES ($1, gen_random_uuid(), $2, 1, 'en', 'standard', null, '[]', gen_random_uuid(), now())`;
  const forced = sql(database_.appUrl, row, [made.panel.organisationId, made.panel.panelId]);
  await expect(forced).rejects.toThrow(/notice_draft_edition_check/u);
});
