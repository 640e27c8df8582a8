import { getTranslations } from "next-intl/server";
import { Card, Section } from "@/components/content/card";
import { Tag } from "@/components/content/tag";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import type { RecipientRow, RequestView } from "@/lib/queries/rights-request/get-request";
import { moments } from "../../../../_components/moments";
import { tellRecipient } from "../actions";

const tones = { open: "warning", told: "info", confirmed: "success", notTold: "neutral" } as const;

function standingOf({ toldAt, confirmedAt, notToldReason }: RecipientRow): keyof typeof tones {
  if (confirmedAt !== null) return "confirmed";
  if (toldAt !== null) return "told";
  return notToldReason === null ? "open" : "notTold";
}

/** What is recorded of one of them, in words. */
async function Recorded({ row: { toldAt, confirmedAt, notToldReason } }: { row: RecipientRow }) {
  const [t, when] = await Promise.all([getTranslations("requests.recipients"), moments()]);
  if (notToldReason !== null) return <p>{notToldReason}</p>;
  if (toldAt === null) return null;
  const confirmed = confirmedAt === null ? "" : `, ${t("confirmedOn", { day: when.day(confirmedAt) })}`;
  return (
    <p>
      {t("toldOn", { day: when.day(toldAt) })}
      {confirmed}.
    </p>
  );
}

/** The press that records the next step with one of them. */
async function StepForm({ slug, requestId, row }: { slug: string; requestId: string; row: RecipientRow }) {
  const t = await getTranslations("requests.recipients");
  const steps = row.toldAt === null ? (["told", "confirmed", "notTold"] as const) : (["confirmed"] as const);
  const options = steps.map((value) => ({ value, label: t(`stepOf.${value}`) }));
  return (
    <Form
      action={tellRecipient}
      id={`recipient-${row.key}`}
      hidden={{ panel: slug, requestId, recipientKey: row.key }}
      folded={t("record", { name: row.name })}
      fields={[
        { kind: "radios", name: "standing", label: t("how"), options },
        ...(row.toldAt === null
          ? [
              {
                ...{ kind: "textarea" as const, name: "reason", label: t("reason"), hint: t("reasonHint") },
                ...{ optional: true, rows: 3, maxLength: 2_000 },
              },
            ]
          : []),
      ]}
      submit={t("submit")}
      tone="secondary"
    />
  );
}

type Props = { granted: Granted; request: RequestView };

/** Everyone who was given the details, how far it is with telling them, and the press that records it. */
export async function RecipientList({ granted: { actor, panel }, request }: Props) {
  const t = await getTranslations("requests.recipients");
  const { id, recipients, outcome } = request;
  if (recipients.length === 0) return null;
  const answers = outcome === null && may(actor, "rightsRequest.answer", panel.id);
  return (
    <Section title={t("title")} lead={t("lead")}>
      {recipients.map((row) => {
        const standing = standingOf(row);
        return (
          <Card
            key={row.key}
            title={row.name}
            level={3}
            aside={<Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>}
          >
            <Recorded row={row} />
            {answers && standing !== "confirmed" ? (
              <StepForm slug={panel.slug} requestId={id} row={row} />
            ) : null}
          </Card>
        );
      })}
    </Section>
  );
}
