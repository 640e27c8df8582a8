import { database } from "@/lib/db/client";
import { newId } from "@/lib/id";
import type { Actor } from "@/lib/policy/permission";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { everyone } from "@/lib/schemas/audience";
import { approveMailing } from "@/lib/usecases/mailing/approve-mailing";
import { runUseCase } from "@/lib/usecases/run";
import { engagementOf, makeFocusGroup, onlyAsks, viewOf } from "../../support/activity";
import { useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { makeMembers, makePanel, presetDocument, type TestMember, type TestPanel } from "../../support/panel";

/** A panel of its own with an open focus group, and the officer who holds it. */
export type Scene = {
  readonly panel: TestPanel;
  readonly members: readonly TestMember[];
  readonly view: PanelView;
  readonly actor: Actor;
  readonly activityId: string;
};

/** A database for the file's tests, a connection to it, and what makes a focus group with members of these names. */
export function useFocusGroups() {
  const client = useClient(useDatabase());
  const scene = async (names: readonly string[] = []): Promise<Scene> => {
    const panel = await makePanel(client, presetDocument("customer-voices"));
    const members = await makeMembers(client, panel, { emails: names, purposes: ["research"] });
    const activityId = await makeFocusGroup(client, panel);
    return { panel, members, view: await viewOf(panel), actor: engagementOf(panel), activityId };
  };
  const trail = async ({ organisationId }: TestPanel, eventType: string) => {
    const { rows } = await client.query<{ data: Record<string, unknown> }>(
      `SELECT convert_from(bytes, 'utf8')::json->'data' AS data FROM ledger_entry
       WHERE event_type = $1 AND organisation_id = $2 ORDER BY seq`,
      [eventType, organisationId],
    );
    return rows.map(({ data }) => data);
  };
  return { client, scene, trail };
}

/** The focus group as it is kept. */
export const kept = ({ activityId }: Scene) =>
  database().activity.findFirstOrThrow({ where: { id: activityId }, include: { sessions: true } });

/** Approves the mailing that invites everyone. */
export const inviteEveryone = (made: Scene) =>
  runUseCase(approveMailing, made.actor, {
    panel: made.view,
    activityId: made.activityId,
    audience: everyone,
    words: { subject: "Come", opening: "" },
    review: onlyAsks,
    idempotencyKey: newId(),
  });

export const system = { kind: "system", name: "test" } as const;
