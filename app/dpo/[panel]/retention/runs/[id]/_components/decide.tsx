import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { InsetText } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import type { DisposalRunView } from "@/lib/queries/disposal/get-disposal-run";
import { moments } from "../../../../../_components/moments";
import { approveDisposalRun, beginDisposal, cancelDisposalRun } from "../../../actions";

type Props = { slug: string; run: DisposalRunView };

async function Approve({ slug, run }: Props) {
  const [t, when] = await Promise.all([getTranslations("disposals.decide"), moments()]);
  const people = run.people.whole + run.people.inPart;
  const number = {
    kind: "text",
    name: "people",
    label: t("people"),
    hint: t("peopleHint", { people: when.count(people) }),
    inputMode: "numeric",
    width: "short",
  } as const;
  return (
    <Form
      id="approve"
      action={approveDisposalRun}
      hidden={{ panel: slug, run: run.id }}
      fields={[
        ...(run.needsNumber ? [number] : []),
        {
          kind: "singleCheckbox",
          name: "sure",
          label: t("sure", { whole: run.people.whole, inPart: run.people.inPart }),
        },
      ]}
      tone="warning"
      submit={t("approve")}
    />
  );
}

/** What can be done with a preview: approve it, where somebody else made it; make a new one; take it back. */
export async function Decide({ slug, run }: Props) {
  const t = await getTranslations("disposals.decide");
  const hidden = { panel: slug };
  return (
    <Section title={t("title")} lead={t("lead")}>
      {run.mayApprove ? (
        <Approve slug={slug} run={run} />
      ) : (
        <InsetText>{t(run.mayBegin ? "own" : "notYou")}</InsetText>
      )}
      {run.mayBegin ? (
        <div className="flex flex-wrap gap-4">
          <Form
            id="again"
            action={beginDisposal}
            hidden={{ ...hidden, replaces: run.id }}
            fields={[]}
            tone="secondary"
            submit={t("again")}
          />
          <Form
            id="cancel"
            action={cancelDisposalRun}
            hidden={{ ...hidden, run: run.id }}
            fields={[]}
            tone="quiet"
            submit={t("cancel")}
          />
        </div>
      ) : null}
    </Section>
  );
}
