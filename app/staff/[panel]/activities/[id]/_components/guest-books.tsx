import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { InsetText } from "@/components/content/notice";
import { unanswered, type ContentReview } from "@/lib/policy/content-review";
import type { Guests } from "@/lib/schemas/audience";
import { countTold, type Sending } from "./sending";

type Props = { sending: Sending; guests: Guests; review?: ContentReview };

/** Whom the mail cannot reach, by reason, so that staff can ring them; nothing when it reaches everyone. */
export async function GuestBooks({ sending, guests, review = unanswered }: Props) {
  const t = await getTranslations("staff.tell");
  const reasons = await getTranslations("policy.reason");
  const { matched, willBeTold, leftOut } = await countTold(sending, guests, review);
  if (willBeTold === null) return <InsetText>{t("many", { matched })}</InsetText>;
  if (leftOut.length === 0) return null;
  const number = (value: number) => value.toLocaleString("en-GB");
  return (
    <>
      <InsetText>{t("ring", { count: matched - willBeTold })}</InsetText>
      <DataTable
        caption={t("list")}
        columns={[
          { key: "reason", label: t("reason") },
          { key: "people", label: t("people"), numeric: true },
        ]}
        rows={[
          { key: "told", cells: { reason: t("told"), people: number(willBeTold) } },
          ...leftOut.map(({ code, count }) => ({
            key: code,
            cells: { reason: reasons(code), people: number(count) },
          })),
        ]}
        totals={{ reason: t("total"), people: number(matched) }}
      />
    </>
  );
}
