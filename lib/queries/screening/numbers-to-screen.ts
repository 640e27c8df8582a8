import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { listRestricted } from "@/lib/queries/member/list-restricted";
import { authorise, type Viewer } from "@/lib/queries/staff/viewer";

/** Whether the policy promotes anything by phone call: only then the register must be asked (PECR reg 21). */
export function promotesByCall({ panel: { document } }: Viewer): boolean {
  return document.purposes.some(
    ({ messageKind, channels }) => messageKind === "directMarketing" && channels.includes("call"),
  );
}

/**
 * The panel's members' numbers `c`, without those of people whose details are put aside, or who died: showing them to a
 * register is a use (UK GDPR 18(2); law.md RR-10).
 */
async function usedNumbers({ panel }: Viewer): Promise<Prisma.Sql> {
  const aside = await listRestricted(panel);
  return Prisma.sql`contact_point c JOIN member m ON m.organisation_id = c.organisation_id AND m.id = c.member_id
    WHERE m.organisation_id = ${panel.organisationId}::uuid AND m.panel_id = ${panel.id}::uuid AND m.state = 'member'
      AND m.deceased_at IS NULL AND m.id <> ALL(${aside}::uuid[]) AND c.kind = 'phone' AND c.removed_at IS NULL`;
}

export type ScreeningNeed = {
  /** Members with a number. */
  readonly numbers: number;
  /** Of these, whose number came back clear in the last 28 days. */
  readonly clear: number;
  /** Of these, whose number was on the register when it was last screened. */
  readonly listed: number;
};

/** How many members' numbers there are to screen, and what is known about them on a civil day. */
export async function countNumbers(viewer: Viewer, today: string): Promise<ScreeningNeed> {
  authorise(viewer, "screening.view");
  const { organisationId } = viewer.panel;
  const [need] = await database().$queryRaw<ScreeningNeed[]>`
    SELECT count(*)::int AS numbers,
      (count(*) FILTER (WHERE t.result = 'clear' AND t.screened_on >= ${today}::date - 28))::int AS clear,
      (count(*) FILTER (WHERE t.result = 'listed'))::int AS listed
    FROM (SELECT DISTINCT c.address_hash FROM ${await usedNumbers(viewer)}) n
      LEFT JOIN LATERAL (SELECT s.result, s.screened_on FROM tps_screening s
        WHERE s.organisation_id = ${organisationId}::uuid AND s.number_hash = n.address_hash
        ORDER BY s.screened_on DESC, s.result DESC LIMIT 1) t ON true`;
  return need ?? { numbers: 0, clear: 0, listed: 0 };
}

/** How long the file of a recorded export can be had by who recorded it. */
const minutes = 15;

/** Whether this person recorded entry `seq` of the trail as taking the numbers out, within the last 15 minutes of `at`. */
export async function mayTakeNumbers(viewer: Viewer, seq: bigint, at: Date): Promise<boolean> {
  authorise(viewer, "screening.export");
  const { actor, panel } = viewer;
  if (actor.kind !== "staff") return false;
  const found = await database().ledgerEntry.findFirst({
    where: {
      ...{ organisationId: panel.organisationId, seq, panelId: panel.id, eventType: "screening.exported" },
      ...{ actorRef: actor.staffId, recordedAt: { gt: new Date(at.getTime() - minutes * 60_000) } },
    },
    select: { seq: true },
  });
  return found !== null;
}

const batch = 5_000;

/** The numbers of the panel's members, each once, in parts: what the register is asked about. */
export async function* numbersToScreen(viewer: Viewer): AsyncGenerator<readonly string[]> {
  authorise(viewer, "screening.export");
  const used = await usedNumbers(viewer);
  for (let after = ""; ;) {
    const rows = await database().$queryRaw<{ normalised: string }[]>`
      SELECT DISTINCT c.normalised COLLATE "C" AS normalised FROM ${used}
        AND c.normalised COLLATE "C" > ${after}
      ORDER BY 1 LIMIT ${batch}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ normalised }) => normalised);
    after = last.normalised;
  }
}
