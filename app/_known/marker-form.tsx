import { getFormatter, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { Card } from "@/components/content/card";
import { Form } from "@/components/form/form";
import type { LineMarker, MemberMarker } from "@/lib/policy/marker";
import type { KnownSince } from "@/lib/queries/marker/get-known";
import { momentsIn } from "@/lib/words/moments";

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
  const [t, format] = await Promise.all([getTranslations("known"), getFormatter()]);
  const when = momentsIn(format);
  const state =
    known === null
      ? t(`${marker}.unknown`)
      : t(`${marker}.known`, { when: when.moment(known.at), evidence: known.evidence });
  const title = t(`${marker}.title`);
  return (
    <Card
      title={line === undefined ? title : `${line}: ${title}`}
      // Those about a number or address stand below a heading of their own.
      level={line === undefined ? 2 : 3}
    >
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
