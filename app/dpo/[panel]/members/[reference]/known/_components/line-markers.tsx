import { getTranslations } from "next-intl/server";
import { MarkerForm } from "@/app/_known/marker-form";
import { Section } from "@/components/content/card";
import type { KnownLine } from "@/lib/queries/marker/get-known";
import { markLine } from "../actions";

type Props = { slug: string; reference: string; lines: readonly KnownLine[] };

/** What is known about each number and address of a member, and the presses that note it. */
export async function LineMarkers({ slug, reference, lines }: Props) {
  const t = await getTranslations("known");
  return (
    <Section title={t("linesTitle")} lead={t("linesLead")}>
      {lines.length === 0 ? <p>{t("noLines")}</p> : null}
      {lines.map(({ id, value, marker, known }) => (
        <MarkerForm
          key={id}
          {...{ id, marker, known, line: value, action: markLine }}
          hidden={{ panel: slug, reference, line: id }}
        />
      ))}
    </Section>
  );
}
