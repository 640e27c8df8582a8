import { londonDate } from "@/lib/clock";
import { mayAsk } from "@/lib/policy/reviews";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import type { NewMember } from "./create-member";

/** Questions whose answers have a column of their own on the member. */
const columns = new Set(["area", "tenure", "ageBand", "interests"]);

type Answered = {
  readonly panel: PanelView;
  readonly memberId: string;
  readonly draft: NewMember["draft"];
  readonly collectedAt: Date;
};

/** Keeps the optional answers: plain ones as attributes, sensitive ones in their own table with their condition. */
export async function keepAnswers(
  ctx: Ctx,
  { panel, memberId, draft, collectedAt }: Answered,
): Promise<void> {
  const key = { organisationId: panel.organisationId, memberId };
  const attributes = Object.entries(draft.questions).filter(([fieldKey]) => !columns.has(fieldKey));
  await ctx.tx.memberAttribute.createMany({
    data: attributes.map(([fieldKey, value]) => ({
      ...key,
      fieldKey,
      value,
      source: "resident",
      collectedAt,
    })),
  });
  const today = londonDate(ctx.at);
  const answers = panel.document.fields.flatMap((field) => {
    const { key: fieldKey, art9Condition } = field;
    const value = draft.sensitive[fieldKey]?.value;
    // What was allowed when it was typed may not be kept if its policy document has run out since (law.md SC-4).
    return value === undefined || art9Condition === undefined || !mayAsk(panel.document, field, today)
      ? []
      : [{ ...key, fieldKey, value, art9Condition, collectedAt }];
  });
  await ctx.tx.monitoringAnswer.createMany({ data: answers });
}
