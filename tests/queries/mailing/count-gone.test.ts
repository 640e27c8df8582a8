import { expect, test } from "vitest";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import { countGone } from "@/lib/queries/mailing/count-gone";
import { getActivity } from "@/lib/queries/staff/get-activity";
import { sweep } from "@/lib/worker/sweep";
import { engagementOf, makeFocusGroup, viewOf } from "../../support/activity";
import { arranged } from "../../support/arranged";
import { useClient, useDatabase } from "../../support/database";
import "../../support/environment";
import { inviteGuests } from "../../support/guests";
import { makeMembers, makePanel, presetDocument } from "../../support/panel";

const client = useClient(useDatabase());

test("who did not answer are those whom a reminder matches and those who left the panel since", async () => {
  const panel = await makePanel(client, presetDocument("customer-voices"));
  const members = await makeMembers(client, panel, {
    emails: ["came", "silent1", "silent2", "left"],
    purposes: ["research"],
  });
  const view = await viewOf(panel);
  const activityId = await makeFocusGroup(client, panel);
  await inviteGuests(client, panel, activityId, members.slice(0, 1), { answer: "accepted" });
  await inviteGuests(client, panel, activityId, members.slice(1), { answer: null });
  await arranged((tx) =>
    tx.member.updateMany({ where: { id: members[3]?.id ?? "" }, data: { state: "left" } }),
  );
  while ((await sweep()) > 0);
  const asked = { panel: view, activityId, purposeKey: "research", channel: "email" as const };
  const [count, gone, activity] = await Promise.all([
    countAudience({ ...asked, audience: { who: "unanswered" } }),
    countGone(view, activityId),
    getActivity({ actor: engagementOf(panel), panel: view }, activityId),
  ]);
  expect([count.matched, gone]).toEqual([2, 1]);
  const { invited, accepted, declined, notThis } = activity ?? {
    invited: 0,
    accepted: 0,
    declined: 0,
    notThis: 0,
  };
  expect(invited - accepted - declined - notThis).toBe(count.matched + gone);
});
