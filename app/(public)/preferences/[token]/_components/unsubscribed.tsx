import { getTranslations } from "next-intl/server";
import type { Held } from "@/app/_resident/held-link";
import { isOver } from "@/app/_resident/is-over";
import { LinkFrame } from "@/app/_resident/link-frame";
import { first, type Query } from "@/app/_resident/query";
import { Prose, Section } from "@/components/content/card";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { InsetText } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { readUnsubscribe } from "@/lib/messaging/links";
import { purposeOf } from "@/lib/policy/purpose";
import { startAgainByLink } from "../actions";

type Props = { held: Held; token: string; query: Query };

/** The link was used: what stopped, what goes on, the way back in one press, and where to choose again. */
export async function Unsubscribed({ held: { panel, actor, about }, token, query }: Props) {
  const t = await getTranslations("member.unsubscribe");
  const purpose = purposeOf(panel.document, readUnsubscribe(about)?.purposeKey ?? "")?.name ?? panel.name;
  const again = first(query["did"]) === "again";
  const over = await isOver(actor.organisationId, actor.memberId);
  return (
    <LinkFrame panel={panel}>
      <ConfirmationPanel title={t(again ? "againDoneTitle" : "doneTitle", { purpose })}>
        <p>{t(again ? "againDone" : "done")}</p>
      </ConfirmationPanel>
      {first(query["late"]) === undefined ? null : <InsetText>{t("late")}</InsetText>}
      {again || over ? null : (
        <>
          <Prose>
            <h2>{t("goesOnTitle")}</h2>
            <p>{t("goesOn")}</p>
          </Prose>
          <Section title={t("againTitle")} lead={t("again", { purpose })}>
            <Form
              action={startAgainByLink}
              fields={[]}
              submit={t("againButton")}
              tone="secondary"
              hidden={{ token }}
            />
          </Section>
        </>
      )}
      <p>
        {t("changedMind")} <a href={`/${panel.slug}/sign-in`}>{t("signIn")}</a>
      </p>
    </LinkFrame>
  );
}
