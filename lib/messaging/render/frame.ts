import type { MailFrameProps } from "@/emails/layout/mail-frame";
import type { Purpose } from "@/lib/policy/document";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { mailWords } from "./words";

/** How the reader stops it: a purpose that can be stopped, or nothing to stop. */
export type Stopping =
  | { readonly purpose: Purpose; readonly preferencesUrl: string; readonly unsubscribeUrl: string }
  | { readonly purpose: null; readonly preferencesUrl: string | null };

/** Why a message for this purpose reaches a member, in words: the purpose and what it rests on. */
export function whyForPurpose(panel: PanelView, purpose: Purpose): string {
  return mailWords(`why.${purpose.lawfulBasis}`, {
    panel: panel.name,
    purpose: purpose.name,
    why: purpose.why,
  });
}

function stopOf(stopping: Stopping): MailFrameProps["stop"] {
  const title = mailWords("frame.stopTitle");
  const preferences =
    stopping.preferencesUrl === null
      ? []
      : [{ label: mailWords("frame.preferences"), url: stopping.preferencesUrl }];
  if (stopping.purpose === null) {
    return { title, sentence: mailWords("frame.stopNothing"), links: preferences };
  }
  const unsubscribe = {
    label: mailWords("frame.unsubscribe", { purpose: stopping.purpose.name }),
    url: stopping.unsubscribeUrl,
  };
  return { title, sentence: mailWords("frame.stop"), links: [unsubscribe, ...preferences] };
}

/** The frame of a mail of this panel: who wrote, why, how to stop it. */
export function frameOf(
  panel: PanelView,
  letter: { readonly preview: string; readonly why: string; readonly stopping: Stopping },
): MailFrameProps {
  const { legalName, postalAddress, contactEmail, contactPhone } = panel.document.organisation;
  return {
    language: "en",
    panelName: panel.name,
    accent: panel.accent,
    preview: letter.preview,
    from: {
      title: mailWords("frame.fromTitle"),
      sentence: mailWords("frame.from", { organisation: legalName, panel: panel.name }),
      contact: mailWords("frame.contact", {
        email: contactEmail,
        phone: contactPhone,
        address: postalAddress.replaceAll(/\s*\n\s*/g, ", "),
      }),
    },
    why: { title: mailWords("frame.whyTitle"), sentence: letter.why },
    stop: stopOf(letter.stopping),
  };
}
