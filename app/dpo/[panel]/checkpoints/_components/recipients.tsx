import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { EmptyState } from "@/components/content/empty-state";
import { Tag, type TagTone } from "@/components/content/tag";
import { Form } from "@/components/form/form";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import type { CheckpointRecipientView } from "@/lib/queries/ledger/get-publication-state";
import { moments } from "../../../_components/moments";
import { addRecipient, removeRecipient } from "../actions";

const tones: Readonly<Record<string, TagTone>> = { sent: "success", failed: "danger", unknown: "warning" };

type Props = { granted: Granted; recipients: readonly CheckpointRecipientView[] };

/** The addresses that get the newest checkpoint, with what became of the last mail, and the form to add one. */
export async function Recipients({ granted: { actor, panel }, recipients }: Props) {
  const [t, when] = await Promise.all([getTranslations("checkpoints.dpo"), moments()]);
  const mayChange = may(actor, "checkpointRecipient.change", panel.id);
  const columns = ["email", "added", "mailed", ...(mayChange ? (["action"] as const) : [])] as const;
  const rows = recipients.map(({ id, email, addedAt, mailedOn, mailedSize, delivery }) => ({
    key: id,
    cells: {
      email,
      added: when.day(addedAt),
      mailed:
        mailedOn === null || delivery === null ? (
          <span className="text-muted">{t("notMailed")}</span>
        ) : (
          <span className="inline-flex flex-wrap items-center gap-2">
            {t("mailedOn", { day: when.civil(mailedOn), size: when.count(Number(mailedSize)) })}
            <Tag tone={tones[delivery]}>{t(`delivery.${delivery}`)}</Tag>
          </span>
        ),
      action: (
        <Form
          id={`remove-${id}`}
          action={removeRecipient}
          hidden={{ panel: panel.slug, id }}
          fields={[]}
          tone="quiet"
          submit={t("removeWho", { email })}
        />
      ),
    },
  }));
  return (
    <Section title={t("recipients")} lead={t("recipientsNote")}>
      {rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      ) : (
        <DataTable
          caption={t("recipients")}
          hideCaption
          columns={columns.map((key) => ({ key, label: t(key) }))}
          rows={rows}
        />
      )}
      {mayChange ? (
        <Form
          id="add"
          action={addRecipient}
          hidden={{ panel: panel.slug }}
          fields={[
            {
              kind: "email",
              name: "email",
              label: t("addTitle"),
              hint: t("addHint"),
              width: "long",
              autoComplete: "off",
            },
          ]}
          submit={t("add")}
        />
      ) : null}
    </Section>
  );
}
