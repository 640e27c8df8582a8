import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { OwnRequest } from "@/app/_requests/own-request";
import { OwnStandingTag } from "@/app/_requests/own-standing-tag";
import { requestsTitleOfMember } from "@/app/_requests/title";
import { MemberFrame } from "@/app/_resident/member-frame";
import { moments } from "@/app/_resident/moments";
import { ConfirmationPanel } from "@/components/content/confirmation-panel";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { listOwnRequests } from "@/lib/queries/rights-request/list-own-requests";
import { requestIdSchema } from "@/lib/schemas/rights-request";

export const generateMetadata = requestsTitleOfMember("own.metaTitle");

/** One request of the member's own: what they wrote, where it stands, by when or how it was answered. */
export default async function MyRequest({ params, searchParams }: PageProps<"/my/requests/[id]">) {
  const granted = await requireMember("rightsRequest.ask");
  const { panel, actor } = granted;
  const id = requestIdSchema.safeParse((await params).id);
  const [request] = id.success ? await listOwnRequests(panel, actor.memberId, id.data) : [];
  if (request === undefined) notFound();
  const [t, when, query] = await Promise.all([getTranslations("requests.own"), moments(), searchParams]);
  return (
    <MemberFrame granted={granted} current="/my/data" back={{ href: "/my/requests", label: t("back") }}>
      {query["sent"] === undefined ? (
        <PageTitle caption={<OwnStandingTag request={request} />}>
          {t(`right.${request.kind}.title`)}
        </PageTitle>
      ) : (
        <ConfirmationPanel title={t("sent")}>
          <p>{t("sentBody", { due: when.civil(request.dueOn) })}</p>
          <p>{t("sentNext")}</p>
        </ConfirmationPanel>
      )}
      <OwnRequest panel={panel} request={request} />
    </MemberFrame>
  );
}
