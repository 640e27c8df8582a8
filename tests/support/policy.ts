import type pg from "pg";
import { newId } from "@/lib/id";
import type { PolicyDocument, Purpose } from "@/lib/policy/document";
import type { Actor } from "@/lib/policy/permission";
import type { StaffRole } from "@/lib/policy/vocabulary";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { itemsOf, formFromItem, type PolicyItemForm } from "@/lib/schemas/policy-item-form";
import type { PartName } from "@/lib/schemas/policy-parts-form";
import { runUseCase } from "@/lib/usecases/run";
import { beginDraft } from "@/lib/usecases/policy/begin-draft";
import { replaceDocument } from "@/lib/usecases/policy/replace-document";
import { submitDraft } from "@/lib/usecases/policy/submit-draft";
import { insertRows } from "@/prisma/seed/insert-rows";
import type { TestPanel } from "./panel";

/** Someone of staff with this role on the test's panel. */
export async function makeStaff(
  client: pg.ClientBase,
  panel: Pick<TestPanel, "organisationId" | "panelId">,
  role: StaffRole,
): Promise<Extract<Actor, { kind: "staff" }>> {
  const { organisationId, panelId } = panel;
  const id = newId();
  const createdAt = Date.now() - 1_000;
  const email = `${role}-${id.slice(-8)}@staff.example`;
  await insertRows(client, "staff", [
    { id, organisationId, email, name: `The ${role}`, endedAt: null, createdAt },
  ]);
  await insertRows(client, "role_grant", [
    { organisationId, id: newId(), panelId, staffId: id, role, grantedAt: createdAt, revokedAt: null },
  ]);
  return { kind: "staff", organisationId, staffId: id, grants: [{ panelId, role }] };
}

/** The panel with what is in force now. */
export async function panelNow({ organisationId, panelId }: TestPanel): Promise<PanelView> {
  const view = await getPanelById(organisationId, panelId);
  if (view === null) throw new Error("The test's panel is not in force");
  return view;
}

/** What the form of an item posts when nothing was typed but this. */
export function typed(
  document: PolicyDocument,
  part: PartName,
  item: string,
  revision: number,
  changes: Readonly<Record<string, string | string[]>>,
): PolicyItemForm {
  const known = itemsOf(document, part).find(({ id }) => id === item);
  const before = known === undefined ? {} : formFromItem(part, known.item);
  return { part, item, revision, typed: { ...before, ...changes } };
}

/** A purpose that the panel has not had: a newsletter for which it asks. */
export function newsPurpose(document: PolicyDocument): Purpose {
  const [first] = document.purposes;
  if (first === undefined) throw new Error("A policy has purposes");
  const slot =
    [0, 1, 2, 3, 4, 5, 6, 7].find((one) => document.purposes.every((each) => each.slot !== one)) ?? 7;
  return {
    key: "gardening",
    slot,
    name: "Gardening days",
    why: "We invite you to gardening days near you, so that neighbours meet.",
    messageKind: "research",
    lawfulBasis: "consent",
    withinPublicTask: false,
    freelyGiven: "Nothing depends on a yes or a no.",
    channels: ["email"],
    activityKinds: ["environmentalActivity"],
    dataCategories: ["contact"],
    recipients: [],
    retentionRuleKey: first.retentionRuleKey,
    stopping: "We stop inviting you to gardening days.",
    ask: { email: "May we e-mail you about gardening days?" },
  };
}

/** The document with one more purpose, and the contact details that serve it. */
export function withNewPurpose(document: PolicyDocument): PolicyDocument {
  const purpose = newsPurpose(document);
  const fields = document.fields.map((field) =>
    field.category === "contact" ? { ...field, purposes: [...field.purposes, purpose.key] } : field,
  );
  return { ...document, purposes: [...document.purposes, purpose], fields };
}

/** Begins a draft, makes it say this, and submits it for a day. */
export async function submitted(
  panel: TestPanel,
  editor: Actor,
  document: PolicyDocument,
  inForceOn = "2026-01-01",
): Promise<void> {
  const view = await panelNow(panel);
  await done(runUseCase(beginDraft, editor, { panel: view }));
  await done(runUseCase(replaceDocument, editor, { panel: view, document, revision: 1 }));
  await done(
    runUseCase(submitDraft, editor, {
      panel: view,
      revision: 2,
      inForceOn,
      summary: "We would like to invite you to gardening days.",
      keptConsents: [],
    }),
  );
}

/** The value of what must succeed. */
export async function done<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { code: string; fields?: unknown } }>,
): Promise<T> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(`${outcome.error.code} ${JSON.stringify(outcome.error.fields ?? "")}`);
  return outcome.value;
}
