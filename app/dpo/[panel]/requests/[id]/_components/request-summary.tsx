import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SummaryList, type SummaryRow } from "@/components/content/summary-list";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import type { RequestView } from "@/lib/queries/rights-request/get-request";
import { moments } from "../../../../_components/moments";
import { dpoPath } from "../../../../_components/paths";

type Props = { granted: Granted; request: RequestView };

type Letter = "received" | "closed";

/** Who asks: the way to the member, or the name that was given. */
async function Who({ granted: { panel }, request: { asker, words } }: Props) {
  const t = await getTranslations("requests");
  if (asker.reference !== null)
    return (
      <a href={dpoPath(panel.slug, `members/${asker.reference}`)} className="reference">
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

/** Whether a mail told them, and the same as a letter where none did. */
async function ToldThem({ granted: { actor, panel }, request, about }: Props & { about: Letter }) {
  const t = await getTranslations("requests");
  const told = about === "received" ? request.receipt : request.answer;
  const print = (told === null || told === "notSent") && may(actor, "rightsRequest.answer", panel.id);
  return (
    <>
      {t(`told.${told ?? "none"}`)}.{" "}
      {print ? (
        <a href={dpoPath(panel.slug, `requests/${request.id}/letter`, { about })}>{t("clock.letter")}</a>
      ) : null}
    </>
  );
}

/** What is asked, by whom and since when; of an answered one, how it ended. */
export async function RequestSummary({ granted, request }: Props) {
  const [t, when] = await Promise.all([getTranslations("requests"), moments()]);
  const { receivedOn, closedOn, dueOn, outcome, outcomeReason, method, words } = request;
  const row = (key: string, value: ReactNode): SummaryRow => ({ key, label: t(`summary.${key}`), value });
  const ended =
    closedOn === null || outcome === null
      ? [row("due", <strong>{when.civil(dueOn)}</strong>)]
      : [
          row("answered", `${when.civil(closedOn)}. ${t("clock.answeredBy", { due: when.civil(dueOn) })}`),
          row("outcome", t(`outcome.${outcome}`)),
          ...(outcomeReason === null
            ? []
            : [row("reasons", <span className="whitespace-pre-line">{outcomeReason}</span>)]),
          row("answer", <ToldThem granted={granted} request={request} about="closed" />),
        ];
  return (
    <SummaryList
      card={t("summary.title")}
      rows={[
        ...ended,
        row("who", <Who granted={granted} request={request} />),
        row("received", when.civil(receivedOn)),
        row("how", t(`method.${method}`)),
        row("words", <Words request={request} />),
        ...(words?.replyTo ? [row("replyTo", words.replyTo)] : []),
        ...(closedOn === null
          ? [row("receipt", <ToldThem granted={granted} request={request} about="received" />)]
          : []),
      ]}
    />
  );
}
