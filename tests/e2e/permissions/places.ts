import { ask } from "./ask";
import { home } from "./actors";
import { callAction } from "./call-action";

/** What the `{name}`s of an address stand for, except `{panel}` and `{token}`. */
export type Places = Readonly<
  Record<
    | "activity"
    | "session"
    | "mailing"
    | "survey"
    | "draft"
    | "reference"
    | "seq"
    | "invitation"
    | "mySurvey"
    | "mySurveyInvitation",
    string
  >
>;

/** The address with its places put in. */
export function addressOf(at: string, places: Readonly<Record<string, string>>): string {
  return at.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const place = places[name];
    if (place === undefined) throw new Error(`No place ${name} for ${at}`);
    return place;
  });
}

async function linksOn(path: string, cookie: string, to: RegExp): Promise<readonly string[]> {
  const { body } = await ask(path, { cookie });
  return [...body.matchAll(/href="([^"?#]+)/gu)].flatMap(([, href = ""]) => to.exec(href)?.[1] ?? []);
}

async function linkOn(path: string, cookie: string, to: RegExp): Promise<string> {
  const [first] = await linksOn(path, cookie, to);
  if (first === undefined) throw new Error(`${path} has no link that fits ${to.source}`);
  return first;
}

const uuid = "([\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12})";

function under(path: string): RegExp {
  return new RegExp(`^${path}/${uuid}$`, "u");
}

/** An invitation that was accepted, so that it has a calendar file; one is accepted when there is none yet. */
async function acceptedInvitation(cookie: string): Promise<string> {
  const invitations = await linksOn("/my/invitations", cookie, under("/my/invitations"));
  for (const invitation of invitations) {
    const { decision } = await ask(`/my/invitations/${invitation}/calendar.ics`, { cookie });
    if (decision === "shown") return invitation;
  }
  const action = "app/(member)/my/invitations/[invitationId]/actions.ts#answerMyInvitation";
  for (const invitationId of invitations) {
    const answer = await callAction(action, { invitationId }, { cookie });
    if (answer.kind === "redirect") return invitationId;
  }
  throw new Error("The resident has no invitation that can be accepted.");
}

/** An activity that has begun, and its session, as the page for marking attendance posts it. */
async function begun(path: string, cookie: string): Promise<Pick<Places, "activity" | "session">> {
  for (const activity of await linksOn(path, cookie, under(path))) {
    const { body } = await ask(`${path}/${activity}/attendance`, { cookie });
    const session = /name="session" value="([^"]+)"/u.exec(body)?.[1];
    if (session !== undefined) return { activity, session };
  }
  throw new Error(`${path} has no activity that has begun.`);
}

/** A survey that the resident was asked to and can still answer, and by which invitation. */
async function openSurvey(cookie: string): Promise<Pick<Places, "mySurvey" | "mySurveyInvitation">> {
  for (const mySurvey of await linksOn("/my/invitations", cookie, under("/my/surveys"))) {
    const { body } = await ask(`/my/surveys/${mySurvey}`, { cookie });
    const mySurveyInvitation = /name="invitationId" value="([^"]+)"/u.exec(body)?.[1];
    if (mySurveyInvitation !== undefined) return { mySurvey, mySurveyInvitation };
  }
  throw new Error("The resident has no survey to answer.");
}

/** A survey that is not published yet, made for this test. */
async function draftSurvey(cookie: string): Promise<string> {
  const closes = new Date(Date.now() + 30 * 86_400_000);
  const answer = await callAction(
    "app/staff/[panel]/surveys/new/actions.ts#createSurvey",
    {
      panel: home,
      purposeKey: "research",
      title: "Who may see this draft",
      summary: "Nobody is asked.",
      "closesOn-day": String(closes.getUTCDate()),
      "closesOn-month": String(closes.getUTCMonth() + 1),
      "closesOn-year": String(closes.getUTCFullYear()),
    },
    { cookie },
  );
  const draft =
    answer.kind === "redirect"
      ? new RegExp(`surveys/${uuid}/questions`, "u").exec(answer.to)?.[1]
      : undefined;
  if (draft === undefined) throw new Error("The draft was not made.");
  return draft;
}

type Guides = { readonly member: string; readonly engagement: string; readonly dpo: string };

/** Finds one of everything by following the links of the people who may: their `Cookie` headers. */
export async function findPlaces({ member, engagement, dpo }: Guides): Promise<Places> {
  const staff = `/staff/${home}`;
  return {
    ...(await begun(`${staff}/activities`, engagement)),
    mailing: await linkOn(`${staff}/mailings`, engagement, under(`${staff}/mailings`)),
    survey: await linkOn(`${staff}/surveys`, engagement, under(`${staff}/surveys`)),
    draft: await draftSurvey(engagement),
    reference: await linkOn(`${staff}/members`, engagement, new RegExp(`^${staff}/members/([\\w-]+)$`, "u")),
    seq: await linkOn(`/dpo/${home}/trail`, dpo, new RegExp(`^/dpo/${home}/trail/(\\d+)$`, "u")),
    invitation: await acceptedInvitation(member),
    ...(await openSurvey(member)),
  };
}
