"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { redirectAfterNo } from "@/lib/actions/resident/after-no";
import { findAsked } from "@/lib/queries/permission/get-why";
import { ok, refuse } from "@/lib/result";
import {
  decideObjectionSchema,
  liftRestrictionSchema,
  markLineSchema,
  recordTellingSchema,
  restrictMemberSchema,
} from "@/lib/schemas/marker";
import { markLine as markLineAs } from "@/lib/usecases/marker/mark-line";
import { decideObjection as decideObjectionAs } from "@/lib/usecases/objection/decide-objection";
import { liftRestriction as liftRestrictionAs } from "@/lib/usecases/restriction/lift-restriction";
import { restrictMember as restrictMemberAs } from "@/lib/usecases/restriction/restrict-member";
import { runUseCase } from "@/lib/usecases/run";
import { recordTelling as recordTellingAs } from "@/lib/usecases/telling/record-telling";
import { dpoPath } from "../../../../_components/paths";

/** Notes that calls to a number are welcome or a mailbox is a company's, or takes it back. */
export const markLine = formAction({
  name: "markLine",
  verb: "line.mark",
  as: "session",
  schema: markLineSchema,
  keep: ["evidence"],
  run: async ({ actor, panel }, { reference, line: contactPointId, ...mark }) => {
    const member = await findAsked({ actor, panel }, reference);
    if (member === null) return refuse("form.unreadable");
    const input = { panel, memberId: member.id, contactPointId, ...mark };
    const marked = await runUseCase(markLineAs, actor, input);
    if (!marked.ok) return marked;
    const path = dpoPath(panel.slug, `members/${member.reference}/known`);
    return ok(await redirectAfterNo(path, { saved: "1" }, marked.value));
  },
});

/** Records what was decided about an objection, and why. */
export const decideObjection = formAction({
  name: "decideObjection",
  verb: "objection.decide",
  as: "session",
  schema: decideObjectionSchema,
  keep: ["outcome", "reasons"],
  run: async ({ actor, panel }, { reference, ...decision }) => {
    const member = await findAsked({ actor, panel }, reference);
    if (member === null) return refuse("form.unreadable");
    return leadingTo(
      dpoPath(panel.slug, `members/${member.reference}/known`, { saved: "1" }),
      runUseCase(decideObjectionAs, actor, { panel, memberId: member.id, ...decision }),
    );
  },
});

/** Puts a member's details aside on one of the law's grounds. Waits for what is in a worker's hands. */
export const restrictMember = formAction({
  name: "restrictMember",
  verb: "restriction.decide",
  as: "session",
  schema: restrictMemberSchema,
  keep: ["ground", "method", "evidence"],
  run: async ({ actor, panel }, { reference, ...restriction }) => {
    const member = await findAsked({ actor, panel }, reference);
    if (member === null) return refuse("form.unreadable");
    const input = { panel, memberId: member.id, ...restriction };
    const restricted = await runUseCase(restrictMemberAs, actor, input);
    if (!restricted.ok) return restricted;
    const path = dpoPath(panel.slug, `members/${member.reference}/known`);
    return ok(await redirectAfterNo(path, { saved: "1" }, restricted.value));
  },
});

/** Announces that a member's details are used again, and tells them. */
export const liftRestriction = formAction({
  name: "liftRestriction",
  verb: "restriction.decide",
  as: "session",
  schema: liftRestrictionSchema,
  keep: ["reasons"],
  run: async ({ actor, panel }, { reference, reasons: reason }) => {
    const member = await findAsked({ actor, panel }, reference);
    if (member === null) return refuse("form.unreadable");
    return leadingTo(
      dpoPath(panel.slug, `members/${member.reference}/known`, { saved: "1" }),
      runUseCase(liftRestrictionAs, actor, { panel, memberId: member.id, reason }),
    );
  },
});

/** Records how somebody was told what was decided, where no mail reached them: from then it counts. */
export const recordTelling = formAction({
  name: "recordTelling",
  verb: "restriction.decide",
  as: "session",
  schema: recordTellingSchema,
  keep: ["place", "evidence"],
  run: async ({ actor, panel }, { reference, ...telling }) => {
    const member = await findAsked({ actor, panel }, reference);
    if (member === null) return refuse("form.unreadable");
    return leadingTo(
      dpoPath(panel.slug, `members/${member.reference}/known`, { saved: "1" }),
      runUseCase(recordTellingAs, actor, { panel, memberId: member.id, ...telling }),
    );
  },
});
