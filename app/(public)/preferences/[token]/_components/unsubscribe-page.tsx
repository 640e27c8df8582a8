import { getTranslations } from "next-intl/server";
import type { Held } from "@/app/_resident/held-link";
import { LinkFrame } from "@/app/_resident/link-frame";
import { Prose } from "@/components/content/card";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { readUnsubscribe } from "@/lib/messaging/links";
import { purposeOf } from "@/lib/policy/purpose";
import { unsubscribeByLink } from "../actions";

/** What an unsubscribe link opens: one question, one button. Opening it changes nothing. */
export async function UnsubscribePage({ held: { panel, about }, token }: { held: Held; token: string }) {
  const t = await getTranslations("member.unsubscribe");
  const purpose = purposeOf(panel.document, readUnsubscribe(about)?.purposeKey ?? "");
  const marketing = purpose?.messageKind === "directMarketing";
  return (
    <LinkFrame panel={panel}>
      <PageTitle>{t("title", { purpose: purpose?.name ?? panel.name })}</PageTitle>
      <Prose>
        <p>{purpose?.stopping}</p>
        <p>{t(marketing ? "allNews" : "alsoNews")}</p>
        <p>{t("shared")}</p>
      </Prose>
      <Form action={unsubscribeByLink} fields={[]} submit={t("button")} hidden={{ token }} />
      <p>
        {t("orSignIn")} <a href={`/${panel.slug}/sign-in`}>{t("signIn")}</a>
      </p>
    </LinkFrame>
  );
}
