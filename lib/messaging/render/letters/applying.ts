import { pageUrl } from "../../links";
import { button, note, paragraph, paragraphs, type LetterContent } from "../letter-content";
import { longDate, mailWords } from "../words";
import { keptOf } from "./leaving";
import { memberOf, NothingToSend, subjectId, type LetterSource } from "./posting";

async function decisionOf(source: LetterSource) {
  const { db, posting } = source;
  const id = subjectId(source, "applicationId");
  const application = await db.application.findUnique({
    where: { organisationId_id: { organisationId: posting.organisationId, id } },
    select: { outcome: true, reason: true, submittedAt: true },
  });
  const outcome = application?.outcome;
  if (application === null || (outcome !== "accepted" && outcome !== "unsuccessful")) {
    throw new NothingToSend("application.undecided");
  }
  return { ...application, outcome };
}

/** To an applicant: what was decided, why, and what happens now. As it stands when the mail leaves. */
export async function applicationDecided(source: LetterSource): Promise<LetterContent> {
  const { panel } = source;
  const member = await memberOf(source);
  const { outcome, reason, submittedAt } = await decisionOf(source);
  const params = { panel: panel.name, date: longDate(submittedAt) };
  const accepted = outcome === "accepted";
  return {
    subject: mailWords(`applicationDecided.${outcome}.subject`, params),
    preview: mailWords("applicationDecided.preview"),
    why: mailWords("why.applicationDecided", params),
    heading: mailWords(`applicationDecided.${outcome}.heading`, params),
    name: member.givenName,
    parts: [
      paragraph(mailWords(`applicationDecided.${outcome}.body`, params)),
      ...paragraphs(reason ?? ""),
      ...(accepted ? [] : await keptOf(source, member.id)),
      button(mailWords("applicationDecided.button"), pageUrl("/my")),
      note(
        mailWords("applicationDecided.ask", {
          phone: panel.document.organisation.contactPhone,
          email: panel.document.organisation.contactEmail,
        }),
      ),
    ],
  };
}
