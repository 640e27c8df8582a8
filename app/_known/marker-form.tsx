import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { Card } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { LineMarker, MemberMarker } from "@/lib/policy/marker";
import type { KnownSince } from "@/lib/queries/marker/get-known";
import { moments } from "@/app/staff/_components/moments";

type Props = {
  marker: MemberMarker | LineMarker;
  known: KnownSince | null;
  /** The number or address it is about. */
  line?: string;
  action: ComponentProps<typeof Form>["action"];
  hidden: Record<string, string>;
  /** Tells several forms of a page apart. */
  id: string;
};

/** One thing that may be known: since when and where from, and the press that notes it or takes it back. */
export async function MarkerForm({ marker, known, line, action, hidden, id }: Props) {
  const t = await getTranslations("known");
  const { moment } = await moments();
  const state =
    known === null
      ? t(`${marker}.unknown`)
      : t(`${marker}.known`, { when: moment(known.at), evidence: known.evidence });
  return (
    <Card title={line === undefined ? t(`${marker}.title`) : `${line}: ${t(`${marker}.title`)}`}>
      <p>{state}</p>
      <p className="text-muted">{t(`${marker}.means`)}</p>
      <Form
        action={action}
        id={id}
        hidden={{ ...hidden, marker, holds: known === null ? "yes" : "no" }}
        fields={
          known === null
            ? [
                {
                  ...{ kind: "text", name: "evidence", label: t("evidence"), hint: t("evidenceHint") },
                  ...{ width: "full", maxLength: 200 },
                },
              ]
            : []
        }
        submit={t(known === null ? `${marker}.set` : `${marker}.clear`)}
        tone="secondary"
      />
    </Card>
  );
}
