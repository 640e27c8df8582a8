import { newId } from "@/lib/id";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";

/** Records that this person was shown the panel's notice while joining. `shownAt`: when the journey began. */
export async function showNotice(
  ctx: Ctx,
  panel: PanelView,
  memberId: string,
  shownAt: Date,
): Promise<string> {
  const id = newId(ctx.at);
  await ctx.tx.noticeShown.create({
    data: {
      organisationId: panel.organisationId,
      id,
      memberId,
      privacyNoticeId: panel.privacyNoticeId,
      language: "en",
      format: "standard",
      place: "join",
      shownAt,
      recordedAt: ctx.at,
    },
  });
  return id;
}
