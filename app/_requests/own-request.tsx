import { getTranslations } from "next-intl/server";
import { moments } from "@/app/_resident/moments";
import { Prose, Section } from "@/components/content/card";
import { SummaryList, type SummaryRow } from "@/components/content/summary-list";
import { now } from "@/lib/clock";
import { remedies } from "@/lib/policy/request/closing";
import { saysNo } from "@/lib/policy/request/request";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { OwnRequestView } from "@/lib/queries/rights-request/list-own-requests";
import { standingOf } from "./own-standing-tag";

type Props = { panel: PanelView; request: OwnRequestView };

/** What we asked them and told them meanwhile, in our words. */
async function Happened({ panel, request }: Props) {
  const [t, when] = await Promise.all([getTranslations("requests.own"), moments()]);
  const { contactPhone: phone, contactEmail: email } = panel.document.organisation;
  const told = request.happenings.filter(({ reason }) => reason !== null);
  return told.map(({ id, kind, on, reason }) => {
    const title = kind === "extended" ? "extended" : "question";
    return (
      <Section key={id} title={t(title, { date: when.civil(on) })}>
        <p className="whitespace-pre-line">{reason}</p>
        {title === "question" && request.outcome === null ? <p>{t("reply", { phone, email })}</p> : null}
      </Section>
    );
  });
}

/** Of a refusal, every way on from there. */
async function Remedies({ panel, request: { outcome } }: Props) {
  if (!saysNo(outcome)) return null;
  const t = await getTranslations("requests.own");
  return (
    <Section title={t("remedies")}>
      <Prose>
        {Object.values(remedies(panel.document, now().getTime())).map(({ id, heading, paragraphs }) => (
          <section key={id}>
            <h3>{heading}</h3>
            {paragraphs.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </section>
        ))}
      </Prose>
    </Section>
  );
}

/** A member's own request: what they wrote, where it stands, what we asked, and our answer. */
export async function OwnRequest({ panel, request }: Props) {
  const [t, when] = await Promise.all([getTranslations("requests.own"), moments()]);
  const { contactPhone: phone, contactEmail: email } = panel.document.organisation;
  const { receivedOn, closedOn, dueOn, details, outcomeReason } = request;
  const rows: SummaryRow[] = [
    { key: "state", label: t("state"), value: t(`stateOf.${standingOf(request)}`, { phone }) },
    closedOn === null
      ? { key: "due", label: t("due"), value: <strong>{when.civil(dueOn)}</strong> }
      : { key: "answered", label: t("answeredOn"), value: when.civil(closedOn) },
    ...(outcomeReason === null
      ? []
      : [
          {
            ...{ key: "answer", label: t("answer") },
            value: <span className="whitespace-pre-line">{outcomeReason}</span>,
          },
        ]),
    { key: "asked", label: t("asked"), value: when.civil(receivedOn) },
    { key: "words", label: t("words"), value: <span className="whitespace-pre-line">{details}</span> },
  ];
  return (
    <>
      <SummaryList rows={rows} />
      <Happened panel={panel} request={request} />
      {closedOn === null ? <p>{t("more", { phone, email })}</p> : null}
      <Remedies panel={panel} request={request} />
    </>
  );
}
