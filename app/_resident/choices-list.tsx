import { getTranslations } from "next-intl/server";
import type { FormAction } from "@/components/form/action-form";
import { Details } from "@/components/content/notice";
import { Section } from "@/components/content/card";
import { getChoices, type PurposeChoice } from "@/lib/queries/member/get-choices";
import { listRetention, type KeptUntil } from "@/lib/queries/member/list-retention";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { PurposeFacts } from "./purpose-facts";
import { PurposesForm } from "./purposes-form";

type Props = { panel: PanelView; memberId: string; action: FormAction; token?: string | undefined };

type Kept = ReadonlyMap<string, KeptUntil>;

/** What goes on without a choice: said, so that nobody looks for a button that is not there. */
async function WithoutChoice({
  panel,
  choices,
  kept,
}: {
  panel: PanelView;
  choices: readonly PurposeChoice[];
  kept: Kept;
}) {
  const t = await getTranslations("member.choices");
  return (
    <Section title={t("withoutTitle")} lead={t("withoutLead")}>
      {choices.map(({ purpose }) => (
        <Details key={purpose.key} summary={purpose.name}>
          <PurposeFacts
            document={panel.document}
            purpose={purpose}
            kept={kept.get(purpose.retentionRuleKey)}
          />
        </Details>
      ))}
    </Section>
  );
}

/** Every purpose with a choice, in one form; after them those the law makes go on. */
export async function ChoicesList({ panel, memberId, action, token }: Props) {
  const [choices, kept] = await Promise.all([getChoices(panel, memberId), listRetention(panel, memberId)]);
  const free = choices.filter(({ mayStop }) => mayStop);
  const bound = choices.filter(({ mayStop }) => !mayStop);
  return (
    <>
      {free.length === 0 ? null : (
        <PurposesForm
          purposes={free.map((choice) => ({
            document: panel.document,
            choice,
            kept: kept.get(choice.purpose.retentionRuleKey),
          }))}
          action={action}
          token={token}
        />
      )}
      {bound.length === 0 ? null : <WithoutChoice panel={panel} choices={bound} kept={kept} />}
    </>
  );
}
