import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/content/empty-state";
import { Breadcrumbs } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { findSubject } from "@/lib/queries/trail/find-subject";
import { getAgreedOn } from "@/lib/queries/trail/get-agreed-on";
import { agreedQuerySchema } from "@/lib/schemas/trail-query";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";
import { trailTitle } from "../../../trail/_components/metadata";
import { AskAgreed } from "../_components/ask-agreed";
import { AgreedTable } from "./_components/agreed-table";

export const generateMetadata = trailTitle("agreed.metaTitle");

/** "What did this person agree to on 3 March 2025?", answered from the trail for any day. */
export default async function Agreed(props: PageProps<"/dpo/[panel]/members/[reference]/agreed">) {
  const { panel: slug, reference: typed } = await props.params;
  const granted = await requireActor("consentHistory.read", slug);
  const subject = await findSubject(granted, decodeURIComponent(typed));
  if (subject === null) notFound();
  await recordedRead(granted, subject.subjectRef, "memberHistory");
  const [t, when] = await Promise.all([getTranslations("trail.agreed"), moments()]);
  const today = londonDate(now());
  const { on } = agreedQuerySchema(today).parse(await props.searchParams);
  const { reference } = subject;
  const lines = on === undefined ? null : await getAgreedOn(granted, subject, on);
  const day = on === undefined ? "" : when.civil(on);
  const path = dpoPath(slug, `members/${reference}`);
  const before = (
    <Breadcrumbs
      items={[{ href: path, label: t("timeline", { reference }) }]}
      current={day || t("metaTitle")}
    />
  );
  return (
    <DpoFrame granted={granted} before={before} width="page" current="trail">
      <PageTitle lead={lines === null ? t("past") : t(on === today ? "leadToday" : "lead")}>
        {lines === null ? t("askTitle", { reference }) : t("title", { reference, day })}
      </PageTitle>
      <AskAgreed slug={slug} reference={reference} {...(on === undefined ? {} : { on })} />
      {lines === null ? null : lines.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyBody", { day })}</EmptyState>
      ) : (
        <AgreedTable panel={granted.panel} lines={lines} />
      )}
    </DpoFrame>
  );
}
