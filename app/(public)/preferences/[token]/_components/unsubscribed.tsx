import { getTranslations } from "next-intl/server";
import type { Held } from "@/app/_resident/held-link";
import { LinkFrame } from "@/app/_resident/link-frame";
import { first, type Query } from "@/app/_resident/query";
import { Prose } from "@/components/content/card";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { InsetText } from "@/components/content/notice";
import { readUnsubscribe } from "@/lib/messaging/links";
import { purposeOf } from "@/lib/policy/purpose";

/** The link was used: what stopped, what goes on, and where to choose again. */
export async function Unsubscribed({ held: { panel, about }, query }: { held: Held; query: Query }) {
  const t = await getTranslations("member.unsubscribe");
  const purpose = purposeOf(panel.document, readUnsubscribe(about)?.purposeKey ?? "");
  return (
    <LinkFrame panel={panel}>
      <ConfirmationPanel title={t("doneTitle", { purpose: purpose?.name ?? panel.name })}>
        <p>{t("done")}</p>
      </ConfirmationPanel>
      {first(query["late"]) === undefined ? null : <InsetText>{t("late")}</InsetText>}
      <Prose>
        <h2>{t("goesOnTitle")}</h2>
        <p>{t("goesOn")}</p>
        <p>
          {t("changedMind")} <a href={`/${panel.slug}/sign-in`}>{t("signIn")}</a>
        </p>
      </Prose>
    </LinkFrame>
  );
}
