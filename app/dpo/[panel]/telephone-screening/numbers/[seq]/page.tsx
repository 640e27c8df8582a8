import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/content/button";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { requireActor } from "@/lib/auth/require-actor";
import { now } from "@/lib/clock";
import { may } from "@/lib/policy/permission";
import { mayTakeNumbers } from "@/lib/queries/screening/numbers-to-screen";
import { seqSchema } from "@/lib/schemas/trail-query";
import { dpoPath } from "../../../../_components/paths";
import { ScreeningForm, screeningTitle } from "../../_components/screening-frame";

export const generateMetadata = screeningTitle("taken.title");

export default async function Taken(props: PageProps<"/dpo/[panel]/telephone-screening/numbers/[seq]">) {
  const { panel: slug, seq } = await props.params;
  const granted = await requireActor("screening.export", slug);
  const entry = seqSchema.safeParse(seq);
  if (!entry.success || !(await mayTakeNumbers(granted, entry.data, now()))) notFound();
  const t = await getTranslations("screening.taken");
  const inTrail = may(granted.actor, "trail.read", granted.panel.id);
  return (
    <ScreeningForm granted={granted}>
      <ConfirmationPanel title={t("title")}>
        <p>
          {t("body")}{" "}
          {inTrail ? <a href={dpoPath(slug, `trail/${seq}`)}>{t("entry", { seq })}</a> : t("entry", { seq })}
        </p>
        <ButtonLink href={dpoPath(slug, `telephone-screening/numbers/${seq}/numbers.csv`)}>
          {t("download")}
        </ButtonLink>
      </ConfirmationPanel>
    </ScreeningForm>
  );
}
