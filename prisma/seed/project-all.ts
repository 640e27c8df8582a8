import { now } from "@/lib/clock";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { listPanels } from "@/lib/queries/panel/get-panel";
import { projectPermission } from "@/lib/usecases/consent/project-permission";

const batch = 500;

/** Decides contact permission afresh for every member, 500 at a time. */
export async function projectAll(progress: (done: number) => void): Promise<void> {
  let done = 0;
  for (const panel of await listPanels()) {
    let after = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const members = await database().member.findMany({
        where: { organisationId: panel.organisationId, panelId: panel.id, id: { gt: after } },
        orderBy: { id: "asc" },
        take: batch,
        select: { id: true },
      });
      const last = members.at(-1);
      if (last === undefined) break;
      await inTransaction((tx) =>
        projectPermission(
          tx,
          panel,
          members.map(({ id }) => id),
          now(),
        ),
      );
      after = last.id;
      done += members.length;
    }
    progress(done);
  }
}
