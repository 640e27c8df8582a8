"use server";
import { formAction } from "@/lib/actions/form-action";
import { leadingTo } from "@/lib/actions/leading-to";
import { refreshed } from "@/lib/actions/refreshed";
import { documentProblems } from "@/lib/actions/policy/document-problems";
import { documentFormSchema, mostDocumentBytes } from "@/lib/schemas/policy-draft-form";
import { readPolicy } from "@/lib/schemas/read-policy";
import { replaceDocument } from "@/lib/usecases/policy/replace-document";
import { runUseCase } from "@/lib/usecases/run";
import { dpoPath } from "../../../../_components/paths";

/** Puts a whole document in the draft's place: all of it, or nothing and every problem with its place. */
export const replacePolicyDocument = formAction({
  name: "replacePolicyDocument",
  verb: "policy.edit",
  as: "session",
  schema: documentFormSchema,
  file: { input: "file", text: "document", name: "fileName", most: mostDocumentBytes },
  keep: ["document"],
  run: async ({ actor, panel }, { revision, document: text, format }) => {
    const read = readPolicy(text, format);
    if (!read.ok) return documentProblems(text, read.problems);
    const input = { panel, document: read.document, revision };
    return leadingTo(
      dpoPath(panel.slug, "policy/draft"),
      refreshed(runUseCase(replaceDocument, actor, input)),
    );
  },
});
