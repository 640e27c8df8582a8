import { londonDate, now } from "@/lib/clock";
import { newToken } from "@/lib/auth/secrets";
import { pool } from "@/lib/db/client";
import type { PolicyDocument } from "@/lib/policy/document";
import { firstDecision, offeredPurposes } from "@/lib/policy/join-choices";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { choiceName, reachOf } from "@/lib/schemas/join-answers";
import type { JoinDraft } from "@/lib/schemas/join-draft";
import { savePage } from "@/lib/usecases/join/save-page";
import { startJoin } from "@/lib/usecases/join/start-join";
import { submitJoin } from "@/lib/usecases/join/submit-join";
import type { DraftKey } from "@/lib/usecases/join/join-draft";
import { runUseCase } from "@/lib/usecases/run";
import { withOpenRound } from "@/prisma/seed/document-today";
import { makePanel, presetDocument, type TestPanel } from "./panel";

export const someone = { kind: "anonymous" } as const;

/** A panel of a preset as pages and use-cases see it, and the ids it was made with. Where people apply, a round is open. */
export async function openPanel(
  preset: string,
  change: (document: PolicyDocument) => PolicyDocument = (document) => document,
): Promise<{ readonly panel: PanelView; readonly made: TestPanel }> {
  const client = await pool().connect();
  try {
    const made = await makePanel(client, change(withOpenRound(presetDocument(preset), londonDate(now()))));
    const panel = await getPanelById(made.organisationId, made.panelId);
    if (panel === null) throw new Error("The panel was just made.");
    return { panel, made };
  } finally {
    client.release();
  }
}

export const details: NonNullable<JoinDraft["details"]> = {
  givenName: "Sam",
  familyName: "Walker",
  email: "sam.walker@mail.example",
  phone: "+447700900123",
  addressLine1: "1 High Street",
  addressLine2: "",
  town: "Glasgow",
  postcode: "G1 1HL",
};

/** Every choice a panel offers, answered the same way unless `answers` names another for it. */
export function choicesOf(
  panel: PanelView,
  answer: "yes" | "no",
  answers: Readonly<Record<string, "yes" | "no">> = {},
): NonNullable<JoinDraft["choices"]> {
  return offeredPurposes(panel.document, reachOf(details)).flatMap(({ purpose, choices }) =>
    choices.map((choice) => {
      const given = answers[choiceName(choice)] ?? answer;
      const { purposeKey, channel } = choice;
      const wording = choice.ask ?? `${purpose.name}: objection`;
      return { purposeKey, channel, answer: given, decision: firstDecision(choice, given), wording };
    }),
  );
}

/** Goes through the journey as a browser would, up to the last page. */
export async function fillDraft(panel: PanelView, pages: Partial<JoinDraft> = {}): Promise<DraftKey> {
  const key = { panel, draftToken: newToken() };
  await runUseCase(startJoin, someone, key);
  const draft = { details, choices: choicesOf(panel, "yes"), ...pages };
  const saved = await runUseCase(savePage, someone, { ...key, page: draft });
  if (!saved.ok) throw new Error(saved.error.code);
  return key;
}

/** The same, sent off. Returns the id the link in the mail carries. */
export async function sendDraft(panel: PanelView, pages: Partial<JoinDraft> = {}): Promise<string> {
  const key = await fillDraft(panel, pages);
  const sent = await runUseCase(submitJoin, someone, key);
  if (!sent.ok) throw new Error(sent.error.code);
  const { rows } = await pool().query<{ id: string }>(
    "SELECT id FROM join_request WHERE organisation_id = $1 AND submitted_at IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 1",
    [panel.organisationId],
  );
  return rows[0]?.id ?? "";
}
