import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { Prose } from "@/components/content/card";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { londonDate, now } from "@/lib/clock";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { EndingList } from "./ending-list";

type Props = {
  panel: PanelView;
  memberId: string;
  action: FormAction;
  pauseHref: string;
  token?: string | undefined;
};

/** What leaving does, what goes and when, what stays, and one button. */
export async function LeaveForm({ panel, memberId, action, pauseHref, token }: Props) {
  const t = await getTranslations("member.leave");
  return (
    <>
      <PageTitle>{t("title", { panel: panel.name })}</PageTitle>
      <Prose>
        <p>{t("means")}</p>
        <h2>{t("goesTitle")}</h2>
        <EndingList panel={panel} memberId={memberId} leavingOn={londonDate(now())} />
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
