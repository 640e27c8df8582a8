import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { Prose } from "@/components/content/card";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { londonDate, now } from "@/lib/clock";
import { getMember } from "@/lib/queries/member/get-member";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { EndingList } from "./ending-list";

type Props = {
  panel: PanelView;
  memberId: string;
  action: FormAction;
  pauseHref: string;
  token?: string | undefined;
};

/** What leaving does, what goes and when, what stays, room for a word of their own, and one button. */
export async function LeaveForm({ panel, memberId, action, pauseHref, token }: Props) {
  const t = await getTranslations("member.leave");
  const { state } = await getMember(panel.organisationId, memberId);
  // Who has only applied has no membership to leave: they take their application back.
  const applied = state === "applicant";
  const own = await getTranslations(applied ? "member.leaveApplication" : "member.leave");
  return (
    <>
      <PageTitle>{own("title", { panel: panel.name })}</PageTitle>
      <Prose>
        <p>{own("means")}</p>
        <h2>{t("goesTitle")}</h2>
        <EndingList panel={panel} memberId={memberId} leavingOn={londonDate(now())} />
        <h2>{t("staysTitle")}</h2>
        <p>{t("stays")}</p>
        <h2>{t("afterTitle")}</h2>
        <p>{own("after")}</p>
        {applied ? null : (
          <p>
            {t("orPause")} <a href={pauseHref}>{t("pauseInstead")}</a>
          </p>
        )}
      </Prose>
      <Form
        action={action}
        fields={
          applied
            ? []
            : [
                {
                  ...({ kind: "textarea", name: "reason", rows: 3, maxLength: 300, optional: true } as const),
                  ...{ label: t("reason"), hint: t("reasonHint") },
                },
              ]
        }
        submit={own("button")}
        tone="warning"
        hidden={token === undefined ? {} : { token }}
      />
    </>
  );
}
