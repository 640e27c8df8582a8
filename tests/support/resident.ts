import type pg from "pg";
import { newId } from "@/lib/id";
import { pool } from "@/lib/db/client";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { isPermitted, slotOf } from "@/lib/policy/permission-slots";
import type { Actor, LinkScope } from "@/lib/policy/permission";
import type { PolicyDocument } from "@/lib/policy/document";
import type { Channel } from "@/lib/policy/vocabulary";
import { projectPermission } from "@/lib/usecases/consent/project-permission";
import { getPanelById, type PanelView } from "@/lib/queries/panel/get-panel";
import { insertRows } from "@/prisma/seed/insert-rows";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "./panel";

/** A panel with members who joined a month ago, and what a test asks of them. */
export type Residents = {
  readonly panel: PanelView;
  readonly made: TestPanel;
  readonly members: readonly [TestMember, TestMember, ...TestMember[]];
};

/** Runs something on a client of the application's pool. */
export async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** Two members (or as many as there are addresses) of a preset's panel who said yes by e-mail to these purposes. */
export async function makeResidents(
  preset: string,
  purposes: readonly string[],
  emails: readonly string[] = ["one", "two"],
  change: (document: PolicyDocument) => PolicyDocument = (document) => document,
): Promise<Residents> {
  return withClient(async (client) => {
    const made = await makePanel(client, change(presetDocument(preset)));
    const [first, second, ...rest] = await makeMembers(client, made, { emails, purposes });
    const panel = await getPanelById(made.organisationId, made.panelId);
    if (panel === null || first === undefined || second === undefined)
      throw new Error("Two members are needed");
    const members = [first, second, ...rest] as const;
    const ids = members.map(({ id }) => id);
    await inTransaction((tx) => projectPermission(tx, panel, ids, new Date()));
    return { panel, made, members: [first, second, ...rest] };
  });
}

/** The member, signed in. */
export function as({ panel }: Pick<Residents, "panel">, member: TestMember): Actor {
  return { kind: "member", organisationId: panel.organisationId, panelId: panel.id, memberId: member.id };
}

/** The member, by a link from a mail. */
export function by(residents: Pick<Residents, "panel">, member: TestMember, scope: LinkScope): Actor {
  const { panel } = residents;
  return {
    kind: "link",
    organisationId: panel.organisationId,
    panelId: panel.id,
    memberId: member.id,
    scope,
  };
}

/** Whether the projected contact permission lets a message of this purpose out on this channel. */
export async function permitted(
  { panel }: Residents,
  member: TestMember,
  purposeKey: string,
  channel: Channel,
) {
  const purpose = panel.document.purposes.find(({ key }) => key === purposeKey);
  if (purpose === undefined) throw new Error(`No purpose ${purposeKey}`);
  const row = await database().contactPermission.findUniqueOrThrow({
    where: { organisationId_memberId: { organisationId: panel.organisationId, memberId: member.id } },
  });
  return isPermitted(row.permitted, slotOf(purpose.slot, channel));
}

/** The types of a member's ledger entries, oldest first. */
export async function ledgerOf({ panel }: Residents, member: TestMember): Promise<readonly string[]> {
  const rows = await database().ledgerEntry.findMany({
    where: { organisationId: panel.organisationId, subjectRef: member.subjectRef },
    orderBy: { seq: "asc" },
  });
  return rows.map(({ eventType, purposeKey, channel }) =>
    [eventType, purposeKey, channel].filter(Boolean).join(" "),
  );
}

const dayMs = 86_400_000;

export type Asked = {
  readonly activityId: string;
  readonly sessionId: string;
  readonly invitations: readonly string[];
};

/** An open activity with an invitation for each member. A focus group has one session in two weeks. */
export async function ask(
  { made, members }: Residents,
  options: { survey?: unknown; capacity?: number; startsInDays?: number; closesOn?: string } = {},
): Promise<Asked> {
  const { organisationId, panelId, staffId } = made;
  const [activityId, sessionId] = [newId(), newId()];
  const at = Date.now();
  const startsAt = at + (options.startsInDays ?? 14) * dayMs;
  const invitations = members.map(() => newId());
  await withClient(async (client) => {
    await insertRows(client, "activity", [
      {
        organisationId,
        id: activityId,
        panelId,
        kind: options.survey === undefined ? "focus_group" : "survey",
        purposeKey: "research",
        title: "Repairs online",
        summary: "Tell us what you think.",
        state: "open",
        survey: options.survey ?? null,
        closesOn: options.closesOn ?? null,
        publishedAt: at,
        createdBy: staffId,
        createdAt: at,
      },
    ]);
    if (options.survey === undefined) {
      await insertRows(client, "activity_session", [
        {
          organisationId,
          id: sessionId,
          activityId,
          startsAt,
          endsAt: startsAt + 5_400_000,
          place: "Mill Bank Centre",
          joinLink: null,
          capacity: options.capacity ?? 12,
          adjustmentsAsked: "",
        },
      ]);
    }
    const rows = members.map((member, index) => ({
      organisationId,
      id: invitations[index] ?? "",
      activityId,
      memberId: member.id,
      invitedAt: at,
    }));
    await insertRows(client, "invitation", rows);
  });
  return { activityId, sessionId, invitations };
}
