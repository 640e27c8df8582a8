import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Route } from "next";
import type { z } from "zod";
import { may, type Actor, type LinkScope, type Verb } from "@/lib/policy/permission";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { refuse, type Refusal, type Result } from "@/lib/result";
import { notStored } from "@/lib/usecases/not-stored";
import { findActor, findPanel } from "./actor-of-form";
import { markFaulty } from "./faulty-request";
import { readForm, valuesToKeep } from "./form-data";
import { withFileText, type FileOfForm } from "./form-file";
import type { Finding, FormState } from "./form-state";
import { lastReadFirst, type PanelReading } from "./panel-reading";
import { isSameOrigin } from "./same-origin";
import { faultSentences, issueSentences, refusalSentence } from "./sentences";

/** Where to go after the change, what to say on the same page, or what was found out of what was given. */
export type Outcome =
  { readonly redirectTo: string } | { readonly done: string } | { readonly findings: Finding[] };

/** What `run` is given besides the parsed input. */
export type Call = { readonly actor: Actor; readonly panel: PanelView };

type Shared<Schema extends z.ZodType> = {
  /** The action's name in the permission tests. */
  readonly name: string;
  readonly verb: Verb;
  readonly schema: Schema;
  /** Fields that may occur more than once; everything else is a single string. A name ending in * stands for all that start so. */
  readonly lists?: readonly string[];
  /** Fields that may be shown back after an error. Secrets are never listed. */
  readonly keep: readonly string[];
  /** A file that may be chosen in the place of a text. */
  readonly file?: FileOfForm;
};

export type FormActionSpec<Schema extends z.ZodType> = Shared<Schema> & {
  /** `last`: the panel as last read, for a `run` that refuses with `panel.changed` when its policy is another by now. */
  readonly panel?: "last";
  /** Where the actor comes from: the session, or a signed link in the hidden field `token`. */
  readonly as: "session" | LinkScope;
  readonly run: (call: Call, input: z.output<Schema>) => Promise<Result<Outcome>>;
};

/** For the few forms that belong to no panel, such as staff sign-in. */
export type OpenFormActionSpec<Schema extends z.ZodType> = Shared<Schema> & {
  readonly as: "session";
  readonly panel: "none";
  readonly run: (call: Pick<Call, "actor">, input: z.output<Schema>) => Promise<Result<Outcome>>;
};

type ServerAction = (previous: FormState, form: FormData) => Promise<FormState>;
type AnySpec = FormActionSpec<z.ZodType> | OpenFormActionSpec<z.ZodType>;

/**
 * The only door for changes: checks the origin, parses, authenticates, authorises, runs one use-case, and either
 * redirects or returns what the form needs to show what is wrong with everything typed still there.
 * The form carries the panel's address in the hidden field `panel` unless the actor is a member or a link.
 */
export function formAction<Schema extends z.ZodType>(spec: FormActionSpec<Schema>): ServerAction;
export function formAction<Schema extends z.ZodType>(spec: OpenFormActionSpec<Schema>): ServerAction;
export function formAction(spec: unknown): ServerAction {
  return async (_previous, form) => {
    const state = await act(spec as AnySpec, form);
    if (state.status === "invalid" || state.status === "refused") await markFaulty();
    return state;
  };
}

async function act(spec: AnySpec, sent: FormData): Promise<FormState> {
  const form = await withFileText(sent, spec.file);
  // Every schema is strict: a field that no form of ours has is refused, not ignored. `panel` is read by findPanel alone.
  const { panel: _panel, ...posted } = readForm(form, spec.lists ?? []);
  const values = valuesToKeep(posted, spec.keep);
  if (!isSameOrigin(await headers())) return refused({ code: "form.crossSite" }, values);
  const parsed = spec.schema.safeParse(posted);
  if (!parsed.success) return { status: "invalid", fields: await issueSentences(parsed.error), values };
  const result = await run(spec, form, parsed.data).catch(notStored);
  if (!result.ok) return refused(result.error, values);
  if ("findings" in result.value) return { status: "done", fields: {}, values, ...result.value };
  // Every page shows what is true now: "back" must not bring a page from before the change out of the browser's store.
  refresh();
  if ("redirectTo" in result.value) redirect(result.value.redirectTo as Route);
  return { status: "done", fields: {}, form: result.value.done, values: {} };
}

async function run(spec: AnySpec, form: FormData, input: unknown): Promise<Result<Outcome>> {
  const actor = await findActor(spec.as, form);
  if (actor === null) return refuse("form.linkEnded");
  if (spec.panel === "none")
    return may(actor, spec.verb, null) ? spec.run({ actor }, input) : notPermitted(actor);
  const on = async (reading?: PanelReading): Promise<Result<Outcome>> => {
    const panel = await findPanel(actor, form, reading);
    if (panel === null) return notPermitted(actor);
    return may(actor, spec.verb, panel.id) ? spec.run({ actor, panel }, input) : notPermitted(actor);
  };
  return spec.panel === "last" ? lastReadFirst(on) : on();
}

function notPermitted(actor: Actor): Result<never> {
  return refuse(actor.kind === "anonymous" ? "form.signedOut" : "form.notPermitted");
}

async function refused(refusal: Refusal, values: FormState["values"]): Promise<FormState> {
  if (refusal.fields !== undefined) {
    return { status: "invalid", fields: await faultSentences(refusal.fields), values };
  }
  return { status: "refused", fields: {}, form: await refusalSentence(refusal.code, refusal.params), values };
}
