import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import errors from "@/messages/en/errors.json";
import { may } from "@/lib/policy/permission";
import { useBrowser } from "@/tests/support/browsing";
import { actionTable, type ActionRow } from "./permissions/actions";
import { actorNames, actors, elsewhere, forEachActor, home, type ActorName } from "./permissions/actors";
import { builtActions } from "./permissions/build";
import { callAction, type ActionAnswer } from "./permissions/call-action";
import { tokensOf, type Tokens } from "./permissions/links";
import { welcome, type Newcomer } from "./permissions/newcomer";
import { addressOf, findPlaces, type Places } from "./permissions/places";
import { signedIn } from "./permissions/sessions";

// Who may do what: every server action of the build is called by everyone, as anyone can who has read its id.

const { open } = useBrowser();
const { signedOut, notPermitted, linkEnded } = errors.refusal.form;
const refusals: readonly string[] = [signedOut, notPermitted, linkEnded];
let cookies: Readonly<Record<ActorName, string | undefined>>;
let newcomer: Newcomer;
let places: Places;
let tokens: Readonly<Record<string, Tokens>>;

beforeAll(async () => {
  const demo = await forEachActor((name) => signedIn(open, name));
  places = await findPlaces({
    member: demo.member ?? "",
    engagement: demo.engagement ?? "",
    dpo: demo.dpo ?? "",
  });
  // Forms that are let through change things: they are sent by somebody who joined for this test.
  newcomer = await welcome(open);
  cookies = { ...demo, member: newcomer.cookie };
  const { organisationId, memberId, newAddress } = newcomer;
  const who = [organisationId, memberId];
  tokens = {
    newAddress: tokensOf("newAddress", "preferences", [...who, newAddress.contactPointId]),
    invitation: tokensOf("invitation", "newAddress", [...who, randomUUID()]),
    preferences: tokensOf("preferences", "invitation", who),
    unsubscribe: tokensOf("unsubscribe", "preferences", [
      ...who,
      "research",
      "email",
      newAddress.contactPointId,
      "",
    ]),
  };
});

/** "let through", the sentence of a refusal, or what else it was. */
function outcomeOf(answer: ActionAnswer): string {
  if (answer.kind === "redirect") return "let through";
  if (answer.kind === "failed") return `failed with ${answer.status}`;
  const { status, form = "", fields } = answer.state;
  if (status === "refused" && refusals.includes(form)) return form;
  return status === "invalid" && Object.values(fields).flat().includes(errors.form.unreadable)
    ? `unreadable: ${Object.keys(fields).join(", ")}`
    : "let through";
}

/** The form as this actor would post it: another panel's member names the panel whose form it is. */
function formFor({ of, form }: ActionRow, name: ActorName): Record<string, string> {
  const filled = Object.entries(form).map(([field, value]) => [
    field,
    /^\{\w+\}$/u.test(value) ? addressOf(value, places) : value,
  ]);
  const own = Object.fromEntries(filled) as Record<string, string>;
  return of === "own" && name === "otherMember" ? { ...own, panel: home } : own;
}

function expected({ of, verb }: ActionRow, name: ActorName): string {
  const actor = actors[name];
  const own = actor.kind === "member" && name !== "otherMember" ? actor.panelId : home;
  const panel = of === "none" ? null : own;
  if (may(actor, verb, panel)) return "let through";
  return actor.kind === "anonymous" ? signedOut : notPermitted;
}

const bySession = actionTable.filter(({ of }) => of === "panel" || of === "own" || of === "none");
const byLink = actionTable.filter((row) => !bySession.includes(row));

describe("every action of the build", () => {
  it("stands in the table with what it needs, and nothing stands there that is gone", () => {
    const built = builtActions().map(({ name }) => name);
    expect(actionTable.map(({ name }) => name).toSorted()).toEqual(built.toSorted());
  });
});

// First: asking for another address, as the table below does, ends the link that asked about the one before.
describe("an action behind a link is let through for whoever holds the link, and by no other link", () => {
  it.each(byLink)("$name needs a link: $of", async ({ name, of, form }) => {
    const { valid, bad } = tokens[of] ?? { valid: "", bad: {} };
    for (const [what, token] of Object.entries(bad)) {
      for (const cookie of [undefined, cookies.member, cookies.admin]) {
        expect(outcomeOf(await callAction(name, { ...form, token }, { cookie })), what).toBe(linkEnded);
      }
    }
    expect(outcomeOf(await callAction(name, { ...form, token: valid }))).toBe("let through");
  });
});

describe("an action is let through for those the table names, and refuses everyone else in words", () => {
  it.each(bySession)("$name needs $verb", async (row) => {
    const askers = row.opensSession === true ? (["anonymous"] as const) : actorNames;
    const wanted = askers.map((name) => [name, expected(row, name)] as const);
    const found: (readonly [string, string])[] = [];
    for (const name of askers) {
      const answer = await callAction(row.name, formFor(row, name), { cookie: cookies[name] });
      found.push([name, outcomeOf(answer)]);
    }
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });
});

describe("the page an action is posted to changes nothing about who may", () => {
  it.each(["/", `/${home}`, `/staff/${home}/members`, "/nowhere/at/all"])("%s", async (at) => {
    for (const row of bySession.filter(({ of }) => of === "own").slice(0, 2)) {
      const answer = await callAction(row.name, row.form, { at, cookie: cookies.engagement });
      expect(answer.kind === "redirect").toBe(false);
      expect(["failed with 404", notPermitted]).toContain(outcomeOf(answer));
    }
  });
});

describe("an id of someone else changes nothing", () => {
  const questions = "app/staff/[panel]/surveys/[id]/questions/actions.ts";

  it.each([
    [`${questions}#publishSurveyDraft`, () => ({ activity: places.draft })],
    [`${questions}#addSurveyQuestion`, () => ({ activity: places.draft, type: "comment", title: "Why?" })],
    ["app/staff/[panel]/mailings/[id]/actions.ts#resumeSending", () => ({ mailing: places.mailing })],
    [
      "app/staff/[panel]/activities/[id]/preview/actions.ts#sendMailing",
      () => ({
        activity: places.activity,
        audience: JSON.stringify({ who: "unanswered" }),
        page: "preview",
        ...{ subject: "Never sent", shownSubject: "Never sent", shownOpening: "" },
        ...{ shownReview: "", asked: "promotion incentive", promotion: "none", incentive: "none" },
        key: randomUUID(),
        reviewed: "on",
      }),
    ],
  ])("%s, with the id of another panel's", async (name, form) => {
    const cookie = cookies.otherEngagement;
    const answer = await callAction(name, { ...form(), panel: elsewhere }, { cookie });
    expect(answer.kind).not.toBe("redirect");
    if (answer.kind === "state") expect(answer.state.status).toBe("refused");
  });

  it.each([
    [
      "app/(member)/my/invitations/[invitationId]/actions.ts#answerMyInvitation",
      () => ({ invitationId: places.invitation, answer: "declined" }),
    ],
    [
      "app/(member)/my/invitations/[invitationId]/actions.ts#answerMyInvitation",
      () => ({ invitationId: places.mySurveyInvitation, answer: "notThis" }),
    ],
  ])("%s, with another member's invitation", async (name, form) => {
    for (const cookie of [cookies.member, cookies.otherMember]) {
      const answer = await callAction(name, form(), { cookie });
      expect(answer.kind).not.toBe("redirect");
      if (answer.kind === "state") expect(answer.state.status).toBe("refused");
    }
  });
});
