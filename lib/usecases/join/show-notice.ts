import { newId } from "@/lib/id";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Ctx } from "../context";
import type { ShownEdition } from "./edition-of-draft";

/** Records which text of the panel's notice this person was shown while joining. `shownAt`: when the journey began. */
export async function showNotice(
  ctx: Ctx,
  panel: PanelView,
  memberId: string,
  shown: ShownEdition & { readonly shownAt: Date },
): Promise<string> {
  const id = newId(ctx.at);
  await ctx.tx.noticeShown.create({
    data: {
      organisationId: panel.organisationId,
      id,
      memberId,
      ...shown,
      place: "join",
      recordedAt: ctx.at,
    },
  });
  return id;
}
