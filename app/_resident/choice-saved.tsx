import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { Section } from "@/components/content/card";
import { InsetText } from "@/components/content/notice";
import { purposeOf } from "@/lib/policy/purpose";
import { stopMeaning } from "@/lib/policy/stop";
import { getChoices } from "@/lib/queries/member/get-choices";
import { listRetention } from "@/lib/queries/member/list-retention";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { PurposesForm } from "./purposes-form";
import { first, type Query } from "./query";
import { Standing } from "./standing";

type Props = {
  panel: PanelView;
  memberId: string;
  query: Query;
  action: FormAction;
  token?: string | undefined;
};

const outcomes = ["stopped", "changed", "same"] as const;
/** What became of the other answers of a page on which one purpose was stopped. */
const ofOthers = ["saved", "notSaved"] as const;

/** What was saved, what it means, what may still arrive, and the way back: a new decision of its own. */
export async function ChoiceSaved({ panel, memberId, query, action, token }: Props) {
  const t = await getTranslations("member.saved");
  const purpose = purposeOf(panel.document, first(query["purpose"]) ?? "");
  const did = outcomes.find((outcome) => outcome === first(query["did"])) ?? "changed";
  const others = ofOthers.find((one) => one === first(query["others"])) ?? "same";
  const [choices, kept] = await Promise.all([getChoices(panel, memberId), listRetention(panel, memberId)]);
  const choice = choices.find((one) => one.purpose.key === purpose?.key);
  return (
    <>
      <ConfirmationPanel
        title={purpose === null ? t(`titleAll.${did}`) : t(`title.${did}`, { purpose: purpose.name })}
      >
        {did === "stopped" && purpose !== null ? (
          <p>{t(`means.${stopMeaning(purpose).sentenceKey}`)}</p>
        ) : null}
        <p>{did === "stopped" ? t(`stoppedOthers.${others}`) : t(`body.${did}`)}</p>
      </ConfirmationPanel>
      {did === "stopped" && others === "notSaved" ? <InsetText>{t("othersNotSaved")}</InsetText> : null}
      {first(query["late"]) === undefined ? null : <InsetText>{t("late")}</InsetText>}
      {choice !== undefined && did === "same" ? (
        <Standing choice={choice} phone={panel.document.organisation.contactPhone} />
      ) : null}
      {choice === undefined || did === "same" ? null : (
        <Section title={t("again")} lead={t("againLead")}>
          <PurposesForm
            purposes={[{ document: panel.document, choice, kept: kept.get(choice.purpose.retentionRuleKey) }]}
            action={action}
            token={token}
          />
        </Section>
      )}
    </>
  );
}
