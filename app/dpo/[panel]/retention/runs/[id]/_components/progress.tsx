import { getTranslations } from "next-intl/server";
import { AutoRefresh } from "@/components/content/auto-refresh";
import { ProgressBar } from "@/components/content/progress-bar";
import { Form } from "@/components/form/form";
import type { DisposalRunView } from "@/lib/queries/disposal/get-disposal-run";
import { moments } from "../../../../../_components/moments";
import { dpoPath } from "../../../../../_components/paths";
import { cancelDisposalRun } from "../../../actions";

/** How far the worker has come; a link looks again where no script does. */
export async function Progress({ slug, run }: { slug: string; run: DisposalRunView }) {
  const [t, when] = await Promise.all([getTranslations("disposals.progress"), moments()]);
  const { whole, inPart, kept, nothing, settled } = run.people;
  const total = whole + inPart + kept + nothing;
  const note = t("note", { done: when.count(settled), total: when.count(total) });
  return (
    <>
      <AutoRefresh seconds={2} />
      <ProgressBar label={t("label")} done={settled} total={total} note={note} />
      <p className="text-muted">
        {t("safe")} <a href={dpoPath(slug, `retention/runs/${run.id}`)}>{t("again")}</a>
      </p>
      {run.state === "approved" && run.mayBegin ? (
        <Form
          action={cancelDisposalRun}
          hidden={{ panel: slug, run: run.id }}
          fields={[]}
          tone="quiet"
          submit={t("cancel")}
        />
      ) : null}
    </>
  );
}
