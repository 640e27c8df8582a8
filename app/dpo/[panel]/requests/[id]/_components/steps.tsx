import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import type { Granted } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { extensionRefusal } from "@/lib/policy/request/asking";
import { may } from "@/lib/policy/permission";
import type { RequestView } from "@/lib/queries/rights-request/get-request";
import { AnswerForm } from "./answer-form";
import { AskForm } from "./ask-form";
import { CloseForm } from "./close-form";
import { ExtendForm } from "./extend-form";

type Props = { granted: Granted; request: RequestView };

/** What can be done about a request now, by who may: what is possible stands here, and nothing else. */
export async function Steps({ granted: { actor, panel }, request }: Props) {
  if (request.outcome !== null || !may(actor, "rightsRequest.answer", panel.id)) return null;
  const t = await getTranslations("requests");
  const { clock } = request;
  const { slug } = panel;
  const extendable = extensionRefusal(clock, londonDate(now())) === null;
  return (
    <>
      {clock.waitsFor.length === 0 ? null : (
        <Section title={t("answer.title")}>
          {clock.waitsFor.map((what) => (
            <AnswerForm key={what} slug={slug} requestId={request.id} what={what} />
          ))}
        </Section>
      )}
      <Section title={t("close.title")}>
        <AskForm slug={slug} request={request} />
        {extendable ? <ExtendForm slug={slug} request={request} /> : null}
        <CloseForm slug={slug} request={request} />
      </Section>
    </>
  );
}
