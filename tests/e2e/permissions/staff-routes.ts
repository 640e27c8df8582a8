import type { Need, Row, Rows } from "./routes";

function staffRow(needs: Need, rest: string): Row {
  return { needs, at: `/staff/{panel}${rest}` };
}

/** The pages of engagement staff. */
export const staffRoutes: Rows = {
  "/staff": "staff",
  "/staff/[panel]": staffRow("activity.view", ""),
  "/staff/[panel]/activities": staffRow("activity.view", "/activities"),
  "/staff/[panel]/activities/new": staffRow("activity.create", "/activities/new"),
  "/staff/[panel]/activities/[id]": staffRow("activity.view", "/activities/{activity}"),
  "/staff/[panel]/activities/[id]/attendance": staffRow(
    "attendance.mark",
    "/activities/{activity}/attendance",
  ),
  "/staff/[panel]/activities/[id]/edit": staffRow("activity.change", "/activities/{activity}/edit"),
  "/staff/[panel]/activities/[id]/close": staffRow("activity.change", "/activities/{activity}/close"),
  "/staff/[panel]/activities/[id]/cancel": staffRow("activity.change", "/activities/{activity}/cancel"),
  "/staff/[panel]/activities/[id]/cancel/check": staffRow(
    "activity.change",
    "/activities/{activity}/cancel/check?reason=Flooded",
  ),
  "/staff/[panel]/activities/[id]/tell": staffRow("mailing.send", "/activities/{activity}/tell"),
  "/staff/[panel]/activities/[id]/audience": staffRow("mailing.send", "/activities/{activity}/audience"),
  "/staff/[panel]/activities/[id]/audience/left-out": staffRow(
    "mailing.send",
    "/activities/{activity}/audience/left-out?reason=member.left",
  ),
  "/staff/[panel]/activities/[id]/preview": staffRow("mailing.send", "/activities/{activity}/preview"),
  "/staff/[panel]/activities/[id]/preview/mail-frame": staffRow(
    "mailing.send",
    "/activities/{activity}/preview/mail-frame",
  ),
  "/staff/[panel]/activities/[id]/reminder": staffRow("mailing.send", "/activities/{activity}/reminder"),
  "/staff/[panel]/mailings": staffRow("mailing.view", "/mailings"),
  "/staff/[panel]/mailings/[id]": staffRow("mailing.view", "/mailings/{mailing}"),
  "/staff/[panel]/mailings/[id]/stop": staffRow("mailing.send", "/mailings/{mailing}/stop"),
  "/staff/[panel]/mailings/[id]/left-out": staffRow(
    "mailing.view",
    "/mailings/{mailing}/left-out?reason=member.left",
  ),
  "/staff/[panel]/requests/new": { needs: "rightsRequest.receive", at: "/staff/{panel}/requests/new" },
  "/staff/[panel]/members": staffRow("member.list", "/members"),
  "/staff/[panel]/members/[reference]": staffRow("member.view", "/members/{reference}"),
  "/staff/[panel]/members/[reference]/why": staffRow("member.view", "/members/{reference}/why"),
  "/staff/[panel]/members/[reference]/why/[purpose]/[channel]": staffRow(
    "member.view",
    "/members/{reference}/why/research/email",
  ),
  "/staff/[panel]/members/[reference]/told": staffRow("decision.record", "/members/{reference}/told"),
  "/staff/[panel]/members/[reference]/known": staffRow("member.mark", "/members/{reference}/known"),
  "/staff/[panel]/applications": staffRow("application.view", "/applications"),
  // People join this panel at any time: nobody applied to it, and a member has no application.
  "/staff/[panel]/applications/[reference]": {
    ...staffRow("application.view", "/applications/{reference}"),
    answers: "absent",
  },
  "/staff/[panel]/applications/[reference]/[decision]": {
    ...staffRow("application.decide", "/applications/{reference}/accept"),
    answers: "absent",
  },
  "/staff/[panel]/surveys": staffRow("activity.view", "/surveys"),
  "/staff/[panel]/surveys/new": staffRow("activity.create", "/surveys/new"),
  "/staff/[panel]/surveys/[id]": staffRow("surveyResult.view", "/surveys/{survey}"),
  "/staff/[panel]/surveys/[id]/questions": staffRow("activity.create", "/surveys/{draft}/questions"),
  "/staff/[panel]/surveys/[id]/questions/[type]": staffRow(
    "activity.create",
    "/surveys/{draft}/questions/rating",
  ),
};
