import type { ReactNode } from "react";
import { historyItems } from "@/app/_resident/history-words";
import { Timeline } from "@/components/content/timeline";
import type { MemberGranted } from "@/lib/auth/require-actor";
import { getSeal, type Seal } from "@/lib/queries/ledger/get-seal";
import type { HistoryItem } from "@/lib/queries/member/list-history";
import { numberHistory } from "@/lib/queries/member/number-history";
import { ProofOfItem } from "./proof-of-item";
import { RegisterSeal } from "./register-seal";

function proofUnder(seal: Seal | null) {
  return (item: HistoryItem, title: ReactNode): ReactNode => (
    <ProofOfItem item={item} seal={seal}>
      {title}
    </ProofOfItem>
  );
}

type Props = { granted: MemberGranted; items: readonly HistoryItem[]; open: boolean };

/** A page of history, each thing with its number in the register and its proof, and the register's newest seal below. */
export async function ProvenHistory({ granted: { actor, panel }, items, open }: Props) {
  const [numbered, seal] = await Promise.all([
    numberHistory(actor.organisationId, actor.memberId, items),
    getSeal(actor.organisationId),
  ]);
  const timeline = await historyItems(panel.document, numbered, { open, proof: proofUnder(seal) });
  return (
    <>
      <Timeline items={timeline} />
      <RegisterSeal seal={seal} panel={panel.slug} />
    </>
  );
}
