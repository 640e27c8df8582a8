import { refuse, type Result } from "@/lib/result";
import { actingStaff } from "../activity/acting-staff";
import type { Ctx } from "../context";
import { tell, type Telling } from "./tell";

/** Somebody who works here told a person what was decided, where no mail reached them. */
export type StaffTelling = Omit<Telling, "toldAt" | "place"> & {
  readonly place: Exclude<Telling["place"], "mail">;
};

/** Records it, from now. Refuses where nothing waits to be told. */
export async function recordTelling(ctx: Ctx, telling: StaffTelling): Promise<Result<null>> {
  const { panel, objectionOutcomeId } = telling;
  const verb = objectionOutcomeId === null ? "restriction.decide" : "objection.decide";
  if (actingStaff(ctx, verb, panel.id) === null) return refuse("form.notPermitted");
  return tell(ctx, { ...telling, toldAt: ctx.at });
}
