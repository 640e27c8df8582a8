import type { MemberGranted } from "@/lib/auth/require-actor";
import { seeWhatChanged } from "@/lib/usecases/policy/see-what-changed";
import { runUseCase } from "@/lib/usecases/run";

/** For the page that shows a member what changed: records that they were shown it, the first time they are. */
export async function whatChangedShown({ actor, panel }: MemberGranted): Promise<void> {
  await runUseCase(seeWhatChanged, actor, { panel });
}
