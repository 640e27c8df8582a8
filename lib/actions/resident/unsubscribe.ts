import { getTranslations } from "next-intl/server";
import { readLinkActor } from "@/lib/auth/link-actor";
import { readUnsubscribe } from "@/lib/messaging/links";
import { purposeOf } from "@/lib/policy/purpose";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { ok, refuse, type Result } from "@/lib/result";
import { changeChoices } from "@/lib/usecases/consent/change-choices";
import { runDecision } from "@/lib/usecases/consent/run-decision";
import { unsubscribe } from "@/lib/usecases/consent/unsubscribe";
import type { Actor } from "@/lib/policy/permission";
import type { Call, Outcome } from "../form-action";
import { redirectAfterNo } from "./after-no";

/** The words beside the button of an unsubscribe link; a mail program's own button stands for them. */
export async function unsubscribeWording(panel: PanelView, purposeKey: string): Promise<string> {
  const t = await getTranslations("member.unsubscribe");
  const name = purposeOf(panel.document, purposeKey)?.name ?? purposeKey;
  return `${t("title", { purpose: name })} ${t("button")}`;
}

/** Records the "no" that an unsubscribe link stands for, and says whose messages may still be in a worker's hands. */
export async function recordUnsubscribe(
  actor: Actor,
  panel: PanelView,
  about: readonly string[],
): Promise<Result<{ readonly toDrain: readonly string[] }>> {
  const link = readUnsubscribe(about);
  if (link === null) return refuse("form.linkEnded");
  const wording = await unsubscribeWording(panel, link.purposeKey);
  const { purposeKey, channel, contactPointId } = link;
  return runDecision(unsubscribe, actor, { panel, purposeKey, channel, contactPointId, wording });
}

/** The words beside the button that starts the same e-mails again. */
async function againWording(panel: PanelView, purposeKey: string): Promise<string> {
  const t = await getTranslations("member.unsubscribe");
  const name = purposeOf(panel.document, purposeKey)?.name ?? purposeKey;
  return `${t("again", { purpose: name })} ${t("againButton")}`;
}

/** "Pressed by mistake": a yes of its own to what the link had stopped, and to nothing else. */
export async function saveAgain({ actor, panel }: Call, token: string): Promise<Result<Outcome>> {
  const held = await readLinkActor("unsubscribe", token);
  const link = held === null ? null : readUnsubscribe(held.about);
  if (link === null) return refuse("form.linkEnded");
  const { purposeKey, channel } = link;
  const wording = await againWording(panel, purposeKey);
  const answers = [{ purposeKey, channel, answer: "yes", wording } as const];
  const saved = await runDecision(changeChoices, actor, { panel, answers });
  return saved.ok ? ok({ redirectTo: `/preferences/${token}/saved?did=again` }) : saved;
}

/** The button on the page that an unsubscribe link opens. */
export async function saveUnsubscribe({ panel }: Call, token: string): Promise<Result<Outcome>> {
  const held = await readLinkActor("unsubscribe", token);
  if (held === null) return refuse("form.linkEnded");
  const saved = await recordUnsubscribe(held.actor, panel, held.about);
  if (!saved.ok) return saved;
  return ok(await redirectAfterNo(`/preferences/${token}/saved`, { did: "stopped" }, saved.value.toDrain));
}
