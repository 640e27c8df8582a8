import { getTranslations } from "next-intl/server";
import { changeChoices } from "@/app/(member)/my/choices/actions";
import { Card, Section } from "@/components/content/card";
import { Details } from "@/components/content/notice";
import { Tag, type TagTone } from "@/components/content/tag";
import { Form } from "@/components/form/form";
import { getChoices, type PurposeChoice } from "@/lib/queries/member/get-choices";
import { listRetention, type KeptUntil } from "@/lib/queries/member/list-retention";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { PurposeFacts } from "./purpose-facts";
import { Standing } from "./standing";

type Props = { panel: PanelView; memberId: string; mayChange: boolean };

/** On, partly on, or off: in a word, with a colour that only helps. */
function state({ channels, mayStop }: PurposeChoice): { key: string; tone: TagTone } {
  const yes = channels.filter(({ inUse }) => inUse).length;
  if (!mayStop) return { key: "needed", tone: "neutral" };
  if (yes === 0) return { key: "off", tone: "neutral" };
  return yes === channels.length ? { key: "on", tone: "success" } : { key: "partly", tone: "info" };
}

async function PurposeCard({
  panel,
  choice,
  kept,
  mayChange,
}: {
  panel: PanelView;
  choice: PurposeChoice;
  kept: KeptUntil | undefined;
  mayChange: boolean;
}) {
  const t = await getTranslations("member.home");
  const c = await getTranslations("member.choices");
  const why = await getTranslations("why.my");
  const { purpose } = choice;
  const { key, tone } = state(choice);
  const free = choice.mayStop && mayChange;
  return (
    <Card
      title={purpose.name}
      level={3}
      aside={<Tag tone={tone}>{t(`state.${key}`)}</Tag>}
      foot={
        free ? (
          <>
            <a href={`/my/choices#about-${purpose.key}`}>
              {t("change")}
              <span className="sr-only">: {purpose.name}</span>
            </a>
            {choice.running ? (
              <Form
                id={`stop-${purpose.key}`}
                action={changeChoices}
                fields={[]}
                submit={c("stop")}
                tone="quiet"
                hidden={{ stop: purpose.key }}
              />
            ) : null}
          </>
        ) : undefined
      }
    >
      <p>{purpose.why}</p>
      <Standing choice={choice} phone={panel.document.organisation.contactPhone} />
      {choice.channels.some(({ gate }) => gate !== null) ? (
        <p>
          <a href={`/my/why#why-${purpose.key}`}>
            {why(choice.running ? "link" : "linkNot")}
            <span className="sr-only">: {purpose.name}</span>
          </a>
        </p>
      ) : null}
      {free && choice.running ? (
        <p>
          <strong>{c("stopMeans")}</strong> {purpose.stopping}
        </p>
      ) : null}
      <Details summary={c("more")}>
        <PurposeFacts document={panel.document} purpose={purpose} kept={kept} />
      </Details>
    </Card>
  );
}

/** What the member agreed to and since when, what each thing is for, on what basis, until when, and how to stop it. */
export async function DashboardPurposes({ panel, memberId, mayChange }: Props) {
  const t = await getTranslations("member.home");
  const [choices, kept] = await Promise.all([getChoices(panel, memberId), listRetention(panel, memberId)]);
  return (
    <Section title={t("purposesTitle")} lead={t(mayChange ? "purposesLead" : "purposesLeadOnly")}>
      <div className="purpose-grid">
        {choices.map((choice) => (
          <PurposeCard
            key={choice.purpose.key}
            panel={panel}
            choice={choice}
            kept={kept.get(choice.purpose.retentionRuleKey)}
            mayChange={mayChange}
          />
        ))}
      </div>
    </Section>
  );
}
