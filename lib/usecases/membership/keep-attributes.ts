import type { Ctx } from "../context";
import { actingMember } from "./acting-member";

/** Field key → answer; null when it was taken away. */
export type AttributeAnswers = Readonly<Record<string, string | readonly string[] | null>>;

/** Keeps the answers to the panel's own questions; the keys of those that changed. */
export async function keepAttributes(ctx: Ctx, answers: AttributeAnswers): Promise<readonly string[]> {
  const { organisationId, memberId } = actingMember(ctx);
  const known = await ctx.tx.memberAttribute.findMany({ where: { organisationId, memberId } });
  const before = new Map(known.map(({ fieldKey, value }) => [fieldKey, JSON.stringify(value)]));
  const changed: string[] = [];
  for (const [fieldKey, answer] of Object.entries(answers)) {
    const empty = answer === null || answer.length === 0;
    if (empty ? !before.has(fieldKey) : before.get(fieldKey) === JSON.stringify(answer)) continue;
    changed.push(fieldKey);
    const where = { organisationId, memberId, fieldKey };
    if (empty) await ctx.tx.memberAttribute.deleteMany({ where });
    else {
      const kept = {
        value: typeof answer === "string" ? answer : [...answer],
        source: "resident",
        collectedAt: ctx.at,
      };
      await ctx.tx.memberAttribute.upsert({
        where: { organisationId_memberId_fieldKey: where },
        create: { ...where, ...kept },
        update: kept,
      });
    }
  }
  return changed;
}
