"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { editionSlug } from "@/lib/policy/notice-editions";
import { getNotice } from "@/lib/queries/notice/get-notice";
import { ok, refuse } from "@/lib/result";
import {
  editionSchema,
  editionWordsSchema,
  newEditionSchema,
  readEdition,
} from "@/lib/schemas/notice-edition";
import { discardEdition } from "@/lib/usecases/notice/discard-edition";
import { publishEdition } from "@/lib/usecases/notice/publish-edition";
import { saveEdition } from "@/lib/usecases/notice/save-edition";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../../_components/paths";

const shared = { verb: "notice.publish", as: "session" } as const;

/** Nothing is kept yet: it only leads to the form of the edition that was chosen. */
export const chooseEdition = formAction({
  ...shared,
  name: "chooseEdition",
  schema: newEditionSchema,
  keep: ["language", "format"],
  run: async ({ panel }, { number, ...chosen }) => {
    const published = await getNotice(panel, number, chosen);
    if (published !== null) return refuse("notice.alreadyPublished");
    return ok({ redirectTo: dpoPath(panel.slug, `notices/${number}/${editionSlug(chosen)}`) });
  },
});

export const saveNoticeEdition = formAction({
  ...shared,
  name: "saveNoticeEdition",
  schema: editionWordsSchema,
  keep: ["title", "heading-*", "words-*"],
  run: async ({ actor, panel }, posted) => {
    const standard = await getNotice(panel, posted.number);
    if (standard === null) return refuse("notice.noSuchVersion");
    const read = readEdition(posted, standard.sections);
    if (!read.ok) return { ok: false, error: { code: "form.invalid", fields: read.faults } };
    return leadingTo(
      dpoPath(panel.slug, `notices/${posted.number}/${editionSlug(posted.edition)}/preview`),
      runUseCase(saveEdition, actor, { panel, edition: read.value }),
    );
  },
});

export const publishNoticeEdition = formAction({
  ...shared,
  name: "publishNoticeEdition",
  schema: editionSchema,
  keep: [],
  run: ({ actor, panel }, { number, edition }) =>
    leadingTo(
      dpoPath(panel.slug, `notices/${number}`, { published: editionSlug(edition) }),
      runUseCase(publishEdition, actor, { panel, number, edition }),
    ),
});

export const discardNoticeEdition = formAction({
  ...shared,
  name: "discardNoticeEdition",
  schema: editionSchema,
  keep: [],
  run: ({ actor, panel }, { number, edition }) =>
    leadingTo(
      dpoPath(panel.slug, `notices/${number}`),
      runUseCase(discardEdition, actor, { panel, number, edition }),
    ),
});
