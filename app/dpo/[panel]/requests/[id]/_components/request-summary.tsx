import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SummaryList, type SummaryRow } from "@/components/content/summary-list";
import type { RequestView } from "@/lib/queries/rights-request/get-request";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";

type Props = { slug: string; request: RequestView };

/** Who asks: the way to the member, or the name that was given. */
async function Who({ slug, request: { asker, words } }: Props) {
  const t = await getTranslations("requests");
  if (asker.reference !== null)
    return (
      <a href={dpoPath(slug, `members/${asker.reference}`)} className="reference">
        {asker.reference}
      </a>
    );
  if (asker.known) return t("gone");
  return words?.name === null || words === null ? t("notMember") : `${words.name} (${t("notMember")})`;
}

/** What they wrote: emptied with their details, and not an auditor's to read. */
async function Words({ request: { words } }: { request: RequestView }) {
  const t = await getTranslations("requests.summary");
  if (words === null) return <span className="text-muted">{t("wordsClosed")}</span>;
  if (words.details === "") return <span className="text-muted">{t("wordsGone")}</span>;
  return <span className="whitespace-pre-line">{words.details}</span>;
}

/** What is asked, by whom and since when; of an answered one, how it ended. */
export async function RequestSummary({ slug, request }: Props) {
  const [t, when] = await Promise.all([getTranslations("requests"), moments()]);
  const { receivedOn, closedOn, dueOn, outcome, outcomeReason, method, words, receipt, answer } = request;
  const row = (key: string, value: ReactNode): SummaryRow => ({ key, label: t(`summary.${key}`), value });
  const told = t(`told.${answer ?? "none"}`);
  const ended =
    closedOn === null || outcome === null
      ? [row("due", <strong>{when.civil(dueOn)}</strong>)]
      : [
          row("answered", `${when.civil(closedOn)}. ${t("clock.answeredBy", { due: when.civil(dueOn) })}`),
          row("outcome", `${t(`outcome.${outcome}`)}. ${told}.`),
          ...(outcomeReason === null
            ? []
            : [row("reasons", <span className="whitespace-pre-line">{outcomeReason}</span>)]),
        ];
  return (
    <SummaryList
      card={t("summary.title")}
      rows={[
        ...ended,
        row("who", <Who slug={slug} request={request} />),
        row("received", when.civil(receivedOn)),
        row("how", t(`method.${method}`)),
        row("words", <Words request={request} />),
        ...(words?.replyTo ? [row("replyTo", words.replyTo)] : []),
        ...(closedOn === null ? [row("receipt", t(`told.${receipt ?? "none"}`))] : []),
      ]}
    />
  );
}
