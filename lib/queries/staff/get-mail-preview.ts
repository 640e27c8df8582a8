import { now } from "@/lib/clock";
import { readConfig } from "@/lib/config/config";
import { mailingContent } from "@/lib/messaging/mailing-content";
import { renderLetter } from "@/lib/messaging/render/letter-content";
import { mailingLetter } from "@/lib/messaging/render/mailing-letter";
import { isNotice, templateFor } from "@/lib/messaging/template";
import type { MailingAudience } from "@/lib/schemas/audience";
import type { ActivityView } from "./get-activity";
import { authorise, type Viewer } from "./viewer";

/** A mail as one person would receive it, with a made-up name and links that lead nowhere. */
export type MailPreview = {
  readonly subject: string;
  readonly from: string;
  readonly html: string;
  readonly text: string;
};

export type MailToPreview = {
  readonly activity: ActivityView;
  readonly audience: MailingAudience;
  readonly words: { readonly subject: string; readonly opening: string };
  /** The name to greet. */
  readonly name: string;
};

/** Renders the mail with the same parts that sending uses; null when the policy no longer has the purpose. */
export async function getMailPreview(viewer: Viewer, mail: MailToPreview): Promise<MailPreview | null> {
  authorise(viewer, "mailing.send");
  const { panel } = viewer;
  const { activity, audience, words, name } = mail;
  const purpose = panel.document.purposes.find(({ key }) => key === activity.purposeKey);
  if (purpose === undefined) return null;
  const { appUrl, mailFrom } = readConfig();
  const sample = new URL("/", appUrl).href;
  const content = mailingContent(activity, words, audience);
  const recipient = { name, invitationUrl: sample };
  const template = templateFor(activity.kind, audience);
  const letter = mailingLetter(panel, purpose, { template, content, recipient, at: now() });
  const stopping = isNotice(template)
    ? { purpose: null, preferencesUrl: sample }
    : { purpose, preferencesUrl: sample, unsubscribeUrl: sample };
  const { html, text } = await renderLetter(panel, letter, stopping);
  return { subject: letter.subject, from: `${panel.name} <${mailFrom}>`, html, text };
}
