import { getTranslations } from "next-intl/server";
import { moments } from "@/app/_resident/moments";
import { Card, Section } from "@/components/content/card";
import { listOwnRequests } from "@/lib/queries/rights-request/list-own-requests";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { OwnStandingTag } from "./own-standing-tag";

/** What a member asked for and where each request stands; nothing where they asked for nothing. */
export async function OwnRequests({ panel, memberId }: { panel: PanelView; memberId: string }) {
  const [t, when, requests] = await Promise.all([
    getTranslations("requests.own"),
    moments(),
    listOwnRequests(panel, memberId),
  ]);
  if (requests.length === 0) return null;
  return (
    <Section title={t("listTitle")} lead={t("listLead")}>
      {requests.map((request) => (
        <Card
          key={request.id}
          title={t(`right.${request.kind}.title`)}
          level={3}
          aside={<OwnStandingTag request={request} />}
        >
          <p>
            {t("asked")} {when.civil(request.receivedOn)}.{" "}
            {request.closedOn === null
              ? `${t("due")} ${when.civil(request.dueOn)}.`
              : `${t("answeredOn")} ${when.civil(request.closedOn)}.`}
          </p>
          <p>
            <a href={`/my/requests/${request.id}`}>
              {t("see")}
              <span className="sr-only">: {t(`right.${request.kind}.title`)}</span>
            </a>
          </p>
        </Card>
      ))}
    </Section>
  );
}
