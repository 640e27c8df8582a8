import { requireActor } from "@/lib/auth/require-actor";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { dpoPath } from "../../../../_components/paths";
import { Breadcrumbs } from "@/components/layout/way-back";
import { getTranslations } from "next-intl/server";
import { decisionsTitle } from "../../_components/title";
import { listOr404 } from "../../_components/list-or-404";
import { RecordedList } from "../../_components/recorded-list";
import { WaitingList } from "../../_components/waiting-list";
import { WrongList } from "../../_components/wrong-list";

export const generateMetadata = decisionsTitle("check.title");

/** What a file of decisions would do, what is wrong with it, or what it did. */
export default async function CheckDecisions(props: PageProps<"/dpo/[panel]/decisions-import/check/[id]">) {
  const { panel: slug, id } = await props.params;
  const granted = await requireActor("decision.import", slug);
  const list = await listOr404(granted, id);
  const late = (await props.searchParams)["late"] !== undefined;
  const t = await getTranslations("decisions");
  const start = { href: dpoPath(slug, "decisions-import"), label: t("import.title") };
  const before = (
    <Breadcrumbs items={[start]} current={t(list.state === "recorded" ? "done.title" : "check.title")} />
  );
  return (
    <DpoFrame granted={granted} current="decisions-import" width="page" before={before}>
      {list.state === "wrong" ? <WrongList slug={slug} list={list} /> : null}
      {list.state === "waiting" ? <WaitingList slug={slug} list={list} /> : null}
      {list.state === "recorded" ? <RecordedList list={list} late={late} /> : null}
    </DpoFrame>
  );
}
