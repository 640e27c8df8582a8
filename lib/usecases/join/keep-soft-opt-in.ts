import { newId } from "@/lib/id";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { wordingHash } from "../consent/wording-hash";
import type { Ctx } from "../context";
import type { NewMember } from "./create-member";

type Joined = {
  readonly panel: PanelView;
  readonly memberId: string;
  readonly choices: NewMember["draft"]["choices"];
  /** When the details were given and the way to refuse was on the page. */
  readonly collectedAt: Date;
};

/**
 * Where the policy relies on a soft opt-in, keeps how the details were taken: by us, from the person, with a free and
 * simple way to refuse beside it, in these words; and whether it was used (PECR reg 22(3), 22(3A); law.md PE-8, PE-9).
 * Joining a panel is support for its work; it is no sale.
 */
export async function keepSoftOptIn(
  ctx: Ctx,
  { panel, memberId, choices, collectedAt }: Joined,
): Promise<void> {
  const { organisationId, document } = panel;
  const relying = document.purposes.filter(({ softOptIn = "none" }) => softOptIn !== "none");
  const offered = choices.filter(({ purposeKey }) => relying.some(({ key }) => key === purposeKey));
  const [first] = offered;
  if (first === undefined) return;
  const text = first.wording.normalize("NFC");
  const hash = wordingHash(first.wording);
  await ctx.tx.wording.createMany({
    data: [{ organisationId, hash, text, language: "en", format: "standard", firstUsedAt: ctx.at }],
    skipDuplicates: true,
  });
  const isCharity = relying.some(({ softOptIn }) => softOptIn === "charity");
  await ctx.tx.softOptInEvidence.create({
    data: {
      ...{ organisationId, id: newId(ctx.at), memberId, collectedBy: "controller", wordingHash: hash },
      ...{ collectedAt, recordedAt: ctx.at, context: isCharity ? "support" : "other" },
      optOut: offered.every(({ answer }) => answer === "no") ? "used" : "offered",
    },
  });
}
