import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Route } from "next";
import type { z } from "zod";
import { may, type Actor, type LinkScope, type Verb } from "@/lib/policy/permission";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { Result } from "@/lib/result";
import { findPanel, findActor } from "./actor-of-form";
import { readForm, valuesToKeep } from "./form-data";
import type { FormState } from "./form-state";
import { isSameOrigin } from "./same-origin";
import { faultSentences, issueSentences, refusalSentence } from "./sentences";

/** Where to go after the change, or what to say on the same page. */
export type Outcome = { readonly redirectTo: string } | { readonly done: string };

/** What `run` is given besides the parsed input. */
export type Call = { readonly actor: Actor; readonly panel: PanelView };

export type FormActionSpec<Schema extends z.ZodType> = {
  /** The action's name in the permission tests. */
  readonly name: string;
  readonly verb: Verb;
  /** Where the actor comes from: the session, or a signed link in the hidden field `token`. */
  readonly as: "session" | LinkScope;
  readonly schema: Schema;
  /** Fields that may occur more than once; everything else is a single string. A name ending in * stands for all that start so. */
  readonly lists?: readonly string[];
  /** Fields that may be shown back after an error. Secrets are never listed. */
  readonly keep: readonly string[];
  readonly run: (call: Call, input: z.output<Schema>) => Promise<Result<Outcome>>;
};

type ServerAction = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * The only door for changes: checks the origin, parses, authenticates, authorises, runs one use-case, and either
 * redirects or returns what the form needs to show what is wrong with everything typed still there.
 * The form carries the panel's address in the hidden field `panel` unless the actor is a member or a link.
 */
export function formAction<Schema extends z.ZodType>(spec: FormActionSpec<Schema>): ServerAction {
  return async (_previous, form) => {
    const values = valuesToKeep(form, spec.keep, spec.lists ?? []);
    if (!isSameOrigin(await headers())) return refused("form.crossSite", values);
    const parsed = spec.schema.safeParse(readForm(form, spec.lists ?? []));
    if (!parsed.success) {
      return { status: "invalid", fields: await issueSentences(parsed.error), values };
    }
    const found = await findActor(spec.as, form);
    if (found === null) return refused("form.linkEnded", values);
    const panel = await findPanel(found, form);
    if (found.kind === "anonymous" && panel !== null && !may(found, spec.verb, panel.id))
      return refused("form.signedOut", values);
    if (panel === null || !may(found, spec.verb, panel.id)) return refused("form.notPermitted", values);
    const result = await spec.run({ actor: found, panel }, parsed.data);
    if (!result.ok && result.error.fields !== undefined) {
      return { status: "invalid", fields: await faultSentences(result.error.fields), values };
    }
    if (!result.ok) return refused(result.error.code, values, result.error.params);
    if ("redirectTo" in result.value) redirect(result.value.redirectTo as Route);
    return { status: "done", fields: {}, form: result.value.done, values: {} };
  };
}

async function refused(
  code: string,
  values: FormState["values"],
  params?: Readonly<Record<string, string | number>>,
): Promise<FormState> {
  return { status: "refused", fields: {}, form: await refusalSentence(code, params), values };
}
