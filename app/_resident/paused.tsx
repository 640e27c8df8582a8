import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { InsetText } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { getMember } from "@/lib/queries/member/get-member";
import { moments } from "./moments";
import { first, type Query } from "./query";

type Props = {
  organisationId: string;
  memberId: string;
  query: Query;
  resume: FormAction;
  token?: string | undefined;
};

/** A break has begun: until when, what still comes, and the button that ends it. */
export async function Paused({ organisationId, memberId, query, resume, token }: Props) {
  const t = await getTranslations("member.pause");
  const { civil } = await moments();
  const { pausedUntil } = await getMember(organisationId, memberId);
  if (pausedUntil === null) return <ConfirmationPanel title={t("notPaused")} />;
  return (
    <>
      <ConfirmationPanel title={t("doneTitle")}>
        <p>{t("doneUntil", { date: civil(pausedUntil) })}</p>
        <p>{t("doneBody")}</p>
      </ConfirmationPanel>
      {first(query["late"]) === undefined ? null : <InsetText>{t("late")}</InsetText>}
      <Form
        id="resume"
        action={resume}
        fields={[]}
        submit={t("resume")}
        tone="secondary"
        hidden={token === undefined ? {} : { token }}
      />
    </>
  );
}
