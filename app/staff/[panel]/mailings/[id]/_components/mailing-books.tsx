import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { NotificationBanner } from "@/components/content/notice";
import { StatRow } from "@/components/content/stat-row";
import { booksOf, type Progress } from "./books";

const places = ["sent", "suppressed", "stopped", "failed", "unknown", "waiting", "erased"] as const;

/** Books that balance: matched = to be sent + left out; to be sent = the sum of the places. */
export async function MailingBooks({ mailing }: { mailing: Progress }) {
  const t = await getTranslations("staff.mailing");
  const books = booksOf(mailing);
  if (mailing.state === "expanding" && books.matched === 0) return null;
  const number = (value: number) => value.toLocaleString("en-GB");
  const shown = places.filter((place) => place === "sent" || books[place] > 0);
  return (
    <Section title={t("books")}>
      <StatRow
        stats={[
          { key: "matched", label: t("matched"), value: number(books.matched) },
          { key: "toSend", label: t("toSend"), value: number(books.toSend), sign: "=" },
          { key: "leftOut", label: t("leftOut"), value: number(books.leftOut), sign: "+" },
        ]}
      />
      {books.unknown > 0 ? (
        <NotificationBanner tone="warning" title={t("unknown")}>
          <p>{t("unknownNote", { count: books.unknown })}</p>
        </NotificationBanner>
      ) : null}
      <DataTable
        caption={t("balance")}
        columns={[
          { key: "place", label: t("where") },
          { key: "count", label: t("people"), numeric: true },
        ]}
        rows={shown.map((place) => ({ key: place, cells: { place: t(place), count: number(books[place]) } }))}
        totals={{ place: t("toSend"), count: number(books.toSend) }}
      />
    </Section>
  );
}
