import { getFormatter, getTranslations } from "next-intl/server";
import { InsetText } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import type { DecisionList } from "@/lib/queries/decision-import/get-decision-list";
import { moments } from "../../../_components/moments";
import { cancelDecisionList, recordDecisionList } from "../actions";
import { OutcomeList } from "./outcome-list";

type Props = { slug: string; list: Extract<DecisionList, { state: "waiting" }> };

const named = 50;

/** What a file would do, and the two ways on: record all of it, or throw it away. */
export async function WaitingList({ slug, list: { id, uploadedAt, preview, outweighed } }: Props) {
  const t = await getTranslations("decisions.check");
  const [{ moment }, format] = await Promise.all([moments(), getFormatter()]);
  const hidden = { panel: slug, upload: id };
  return (
    <>
      <PageTitle lead={t("lead", { when: moment(uploadedAt) })}>{t("title")}</PageTitle>
      <OutcomeList title={t("effect")} counts={preview} />
      {outweighed.length === 0 ? null : (
        <p>{t("outweighedLines", { lines: format.list(outweighed.slice(0, named).map(String)) })}</p>
      )}
      {preview.recorded === 0 ? (
        <InsetText>{t("nothing")}</InsetText>
      ) : (
        <Form id="record" action={recordDecisionList} hidden={hidden} fields={[]} submit={t("confirm")} />
      )}
      <Form
        id="cancel"
        action={cancelDecisionList}
        hidden={hidden}
        fields={[]}
        submit={t("cancel")}
        tone="quiet"
      />
    </>
  );
}
