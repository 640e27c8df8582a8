"use server";
import { formAction } from "@/lib/actions/form-action";
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
    const saved = await runUseCase(saveEdition, actor, { panel, edition: read.value });
    const path = `notices/${posted.number}/${editionSlug(posted.edition)}/preview`;
    return saved.ok ? ok({ redirectTo: dpoPath(panel.slug, path) }) : saved;
  },
});

export const publishNoticeEdition = formAction({
  ...shared,
  name: "publishNoticeEdition",
  schema: editionSchema,
  keep: [],
  run: async ({ actor, panel }, { number, edition }) => {
    const published = await runUseCase(publishEdition, actor, { panel, number, edition });
    const done = { published: editionSlug(edition) };
    return published.ok ? ok({ redirectTo: dpoPath(panel.slug, `notices/${number}`, done) }) : published;
  },
});

export const discardNoticeEdition = formAction({
  ...shared,
  name: "discardNoticeEdition",
  schema: editionSchema,
  keep: [],
  run: async ({ actor, panel }, { number, edition }) => {
    const discarded = await runUseCase(discardEdition, actor, { panel, number, edition });
    return discarded.ok ? ok({ redirectTo: dpoPath(panel.slug, `notices/${number}`) }) : discarded;
  },
});
