"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { findAsked } from "@/lib/queries/permission/get-why";
import { refuse } from "@/lib/result";
import {
  holdEveryoneSchema,
  legalHoldReasonSchema,
  placeLegalHoldSchema,
  releaseLegalHoldSchema,
  reviewLegalHoldSchema,
} from "@/lib/schemas/legal-hold";
import { placeHold } from "@/lib/usecases/legal-hold/place-hold";
import { proposeRelease } from "@/lib/usecases/legal-hold/propose-release";
import { releaseHold } from "@/lib/usecases/legal-hold/release-hold";
import { reviewHold } from "@/lib/usecases/legal-hold/review-hold";
import { withdrawProposal } from "@/lib/usecases/legal-hold/withdraw-proposal";
import { runUseCase } from "@/lib/usecases/run";
import { holdPath } from "./_components/hold-path";

const placed = ["ground", "reason", "ownerId", "reviewOn-*"];

/** Keeps the details of one person past their day. */
export const placeLegalHold = formAction({
  name: "placeLegalHold",
  verb: "legalHold.place",
  as: "session",
  schema: placeLegalHoldSchema,
  keep: placed,
  run: async ({ actor, panel }, { reference, ...hold }) => {
    const member = await findAsked({ actor, panel }, reference);
    if (member === null) return refuse("legalHold.memberGone");
    return leadingTo(
      ({ id }) => holdPath(panel.slug, id, true),
      runUseCase(placeHold, actor, { panel, memberId: member.id, ...hold }),
    );
  },
});

/** Keeps the details of everyone on the panel past their day. */
export const holdEveryone = formAction({
  name: "holdEveryone",
  verb: "legalHold.place",
  as: "session",
  schema: holdEveryoneSchema,
  keep: placed,
  run: ({ actor, panel }, hold) =>
    leadingTo(
      ({ id }) => holdPath(panel.slug, id, true),
      runUseCase(placeHold, actor, { panel, memberId: null, ...hold }),
    ),
});

/** Records that a hold is still needed, and until when. */
export const reviewLegalHold = formAction({
  name: "reviewLegalHold",
  verb: "legalHold.place",
  as: "session",
  schema: reviewLegalHoldSchema,
  keep: ["ownerId", "reviewOn-*", "reason"],
  run: ({ actor, panel }, { id: holdId, ...review }) =>
    leadingTo(
      holdPath(panel.slug, holdId, true),
      runUseCase(reviewHold, actor, { panel, holdId, ...review }),
    ),
});

/** Proposes that a hold ends; another person must agree. */
export const proposeLegalHoldRelease = formAction({
  name: "proposeLegalHoldRelease",
  verb: "legalHold.place",
  as: "session",
  schema: legalHoldReasonSchema,
  keep: ["reason"],
  run: ({ actor, panel }, { id: holdId, ...proposal }) =>
    leadingTo(
      holdPath(panel.slug, holdId, true),
      runUseCase(proposeRelease, actor, { panel, holdId, ...proposal }),
    ),
});

/** Takes the proposal back: the hold goes on. */
export const withdrawLegalHoldRelease = formAction({
  name: "withdrawLegalHoldRelease",
  verb: "legalHold.place",
  as: "session",
  schema: legalHoldReasonSchema,
  keep: ["reason"],
  run: ({ actor, panel }, { id: holdId, ...proposal }) =>
    leadingTo(
      holdPath(panel.slug, holdId, true),
      runUseCase(withdrawProposal, actor, { panel, holdId, ...proposal }),
    ),
});

/** The second person agrees: the hold ends. */
export const releaseLegalHold = formAction({
  name: "releaseLegalHold",
  verb: "legalHold.release",
  as: "session",
  schema: releaseLegalHoldSchema,
  keep: [],
  run: ({ actor, panel }, { id: holdId, seen }) =>
    leadingTo(holdPath(panel.slug, holdId, true), runUseCase(releaseHold, actor, { panel, holdId, seen })),
});
