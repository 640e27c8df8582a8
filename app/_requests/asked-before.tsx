import { getTranslations } from "next-intl/server";
import { moments } from "@/app/_resident/moments";
import { InsetText } from "@/components/content/notice";
import type { MemberGranted } from "@/lib/auth/require-actor";
import type { RequestKind } from "@/lib/policy/request/request";
import { listOwnRequests } from "@/lib/queries/rights-request/list-own-requests";

type Props = { granted: MemberGranted; kind: RequestKind };

/** That they asked for the same and wait for the answer: they may ask again, and need not. */
export async function AskedBefore({ granted: { panel, actor }, kind }: Props) {
  const [t, when, requests] = await Promise.all([
    getTranslations("requests.own"),
    moments(),
    listOwnRequests(panel, actor.memberId),
  ]);
  const open = requests.find((request) => request.kind === kind && request.outcome === null);
  if (open === undefined) return null;
  return (
    <InsetText>
      <p>{t("again", { date: when.civil(open.receivedOn), due: when.civil(open.dueOn) })}</p>
    </InsetText>
  );
}
