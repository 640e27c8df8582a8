import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { Prose } from "@/components/content/card";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { londonDate, now } from "@/lib/clock";
import { retentionItemsFor } from "@/lib/policy/retention";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { moments } from "./moments";

type Props = { panel: PanelView; action: FormAction; pauseHref: string; token?: string | undefined };

/** What leaving does, what goes and when, what stays, and one button. */
export async function LeaveForm({ panel, action, pauseHref, token }: Props) {
  const t = await getTranslations("member.leave");
  const { civil } = await moments();
  const today = londonDate(now());
  const due = retentionItemsFor(panel.document, "left", today);
  const what = (ruleKey: string) =>
    panel.document.retentionRules.find(({ key }) => key === ruleKey)?.what ?? ruleKey;
  return (
    <>
      <PageTitle>{t("title", { panel: panel.name })}</PageTitle>
      <Prose>
        <p>{t("means")}</p>
        <h2>{t("goesTitle")}</h2>
        <ul>
          {due.map(({ ruleKey, dueOn, action: then }) => (
            <li key={ruleKey}>
              {t(dueOn <= today ? "goesNow" : `goes.${then}`, { what: what(ruleKey), date: civil(dueOn) })}
            </li>
          ))}
          {due.length === 0 ? <li>{t("goesAsPromised")}</li> : null}
        </ul>
        <h2>{t("staysTitle")}</h2>
        <p>{t("stays")}</p>
        <h2>{t("afterTitle")}</h2>
        <p>{t("after")}</p>
        <p>
          {t("orPause")} <a href={pauseHref}>{t("pauseInstead")}</a>
        </p>
      </Prose>
      <Form
        action={action}
        fields={[]}
        submit={t("button")}
        tone="warning"
        hidden={token === undefined ? {} : { token }}
      />
    </>
  );
}
