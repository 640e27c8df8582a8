"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { redirectAfterNo } from "@/lib/actions/resident/after-no";
import { londonDate, now } from "@/lib/clock";
import { hashAddress } from "@/lib/auth/secrets";
import { sealSearch } from "@/lib/queries/staff/sealed-search";
import { ok, refuseFields } from "@/lib/result";
import { mostListBytes } from "@/lib/schemas/csv-table";
import {
  suppressionListSchema,
  suppressionSchema,
  suppressionSearchSchema,
  uploadPressSchema,
} from "@/lib/schemas/suppression";
import { readSuppressionList } from "@/lib/schemas/suppression-list";
import { runUseCase } from "@/lib/usecases/run";
import { addSuppressions } from "@/lib/usecases/suppression/add-suppressions";
import { stageSuppressions } from "@/lib/usecases/suppression/stage-suppressions";
import { dpoPath } from "../../_components/paths";

const add = { verb: "suppression.add", as: "session" } as const;

/** Seals the fingerprint of what was typed, so that the list's address names nobody. */
export const findSuppressed = formAction({
  name: "findSuppressed",
  verb: "suppression.read",
  as: "session",
  schema: suppressionSearchSchema,
  keep: ["address"],
  run: async ({ panel }, { normalised }) => {
    const find = sealSearch(hashAddress(normalised));
    return ok({ redirectTo: dpoPath(panel.slug, "suppressions", { find }) });
  },
});

/** Checks one "no"; it counts once it is confirmed. */
export const checkSuppression = formAction({
  ...add,
  name: "checkSuppression",
  schema: suppressionSchema,
  lists: ["channels"],
  keep: ["whose", "address", "reference", "scope", "channels", "receivedOn-*", "source", "evidence"],
  run: ({ actor, panel }, no) =>
    leadingTo(
      (id) => dpoPath(panel.slug, `suppressions/check/${id}`),
      runUseCase(stageSuppressions, actor, { panel, received: [no] }),
    ),
});

/** Checks a list of them: all of it, or none. */
export const checkSuppressionList = formAction({
  ...add,
  name: "checkSuppressionList",
  schema: suppressionListSchema,
  file: { input: "file", text: "list", name: "fileName", most: mostListBytes },
  keep: [],
  run: async ({ actor, panel }, { list }) => {
    const read = readSuppressionList(list, panel.document.purposes, londonDate(now()));
    if (!read.ok) return refuseFields({ list: read.faults });
    return leadingTo(
      (id) => dpoPath(panel.slug, `suppressions/check/${id}`),
      runUseCase(stageSuppressions, actor, { panel, received: read.value }),
    );
  },
});

/** Adds what was checked, and waits for messages in flight before saying so. */
export const confirmSuppressions = formAction({
  ...add,
  name: "confirmSuppressions",
  schema: uploadPressSchema,
  keep: [],
  run: async ({ actor, panel }, { upload }) => {
    const added = await runUseCase(addSuppressions, actor, { panel, uploadId: upload });
    if (!added.ok) return added;
    const { added: count, known, toDrain } = added.value;
    const query = { added: String(count), known: String(known) };
    return ok(await redirectAfterNo(dpoPath(panel.slug, "suppressions"), query, toDrain));
  },
});
