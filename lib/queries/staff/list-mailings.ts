import { database } from "@/lib/db/client";
import { authorise, type Viewer } from "./viewer";

export type MailingRow = {
  readonly id: string;
  readonly template: string;
  readonly title: string;
  readonly activityId: string | null;
  readonly state: "expanding" | "sending" | "paused" | "finished" | "cancelled";
  readonly createdAt: Date;
  readonly matched: number;
  readonly leftOut: number;
};

export type MailingPage = { readonly rows: readonly MailingRow[]; readonly older: string | null };

function sum(leftOut: unknown): number {
  const counts = typeof leftOut === "object" && leftOut !== null ? Object.values(leftOut) : [];
  return counts.reduce<number>((total, count) => total + (typeof count === "number" ? count : 0), 0);
}

/** The panel's mailings, newest first, with what was counted when they were spread out; `before` is a mailing's id. */
export async function listMailings(
  viewer: Viewer,
  { before, size = 20 }: { before?: string | undefined; size?: number },
): Promise<MailingPage> {
  authorise(viewer, "mailing.view");
  const { organisationId, id: panelId } = viewer.panel;
  const found = await database().mailing.findMany({
    where: { organisationId, panelId, ...(before === undefined ? {} : { id: { lt: before } }) },
    select: {
      id: true,
      template: true,
      activityId: true,
      state: true,
      createdAt: true,
      matched: true,
      leftOut: true,
      activity: { select: { title: true } },
    },
    orderBy: { id: "desc" },
    take: size + 1,
  });
  const rows = found.slice(0, size).map(({ activity, leftOut, ...mailing }) => ({
    ...mailing,
    title: activity?.title ?? "",
    leftOut: sum(leftOut),
  }));
  return { rows, older: found.length > size ? (rows.at(-1)?.id ?? null) : null };
}
