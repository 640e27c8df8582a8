import { getTranslations } from "next-intl/server";
import { factWords } from "@/app/_why/words";
import { DataTable } from "@/components/content/data-table";
import { Tag } from "@/components/content/tag";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { RuleConsidered, WhyInFull } from "@/lib/queries/permission/get-why-in-full";
import { entryWords } from "../../../../../../../_components/entry-words";
import { moments } from "../../../../../../../_components/moments";
import { dpoPath } from "../../../../../../../_components/paths";

/** Rules that look at the message and at nobody. */
const aboutTheMessage: readonly RuleConsidered["rule"][] = ["message", "sender", "body", "rightsReply"];

async function Found({ rule }: { rule: RuleConsidered }) {
  const t = await getTranslations("why.dpo");
  const reason = await getTranslations("policy.reason");
  const when = await moments();
  const { code, citation, until, decides } = rule;
  const ends = until === null ? null : t("until", { when: when.moment(new Date(until)) });
  if (code === "permitted") {
    return (
      <span>
        {t("nothingAgainst")}
        {ends === null ? null : <span className="block text-small text-muted">{ends}</span>}
      </span>
    );
  }
  return (
    <span className="grid justify-items-start gap-1">
      <Tag tone={decides ? "danger" : "warning"}>{t(decides ? "decides" : "alsoAgainst")}</Tag>
      <span>{reason(code)}</span>
      <span className="text-small text-muted">{[citation, ends].filter(Boolean).join(" · ")}</span>
    </span>
  );
}

async function Looked({ rule }: { rule: RuleConsidered }) {
  const t = await getTranslations("why.dpo");
  const words = await factWords();
  if (rule.facts.length === 0) {
    const key = aboutTheMessage.includes(rule.rule) ? "looksAtMessage" : "nothingRecorded";
    return <span className="text-muted">{t(key)}</span>;
  }
  return (
    <ul className="grid gap-1">
      {rule.facts.map((fact, place) => (
        <li key={place}>{words(fact)}</li>
      ))}
    </ul>
  );
}

async function Entries({ panel, rule }: { panel: PanelView; rule: RuleConsidered }) {
  const t = await getTranslations("why.dpo");
  const [words, when] = await Promise.all([entryWords(panel), moments()]);
  if (rule.entries.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {rule.entries.slice(0, 6).map(({ seq, eventType, effectiveAt }) => (
        <li key={seq}>
          <a href={dpoPath(panel.slug, `trail/${seq}`)}>
            {t("entry", { event: words.event(eventType), day: when.day(effectiveAt) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Every rule that was considered, in order: its finding, what it looked at, and where the trail says so. */
export async function RuleTable({ panel, answer }: { panel: PanelView; answer: WhyInFull }) {
  const t = await getTranslations("why.dpo");
  const names = await getTranslations("policy.rule");
  const rows = answer.rules.map((rule) => ({
    key: rule.rule,
    cells: {
      rule: names(rule.rule),
      finding: <Found rule={rule} />,
      looked: <Looked rule={rule} />,
      trail: <Entries panel={panel} rule={rule} />,
    },
  }));
  const columns = (["rule", "finding", "looked", "trail"] as const).map((key) => ({ key, label: t(key) }));
  return <DataTable caption={t(`rules.${answer.about}`)} columns={columns} rows={rows} />;
}
