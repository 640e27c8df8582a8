import { randomUUID } from "node:crypto";
import { idleForm, type FormState } from "@/lib/actions/form-state";
import { home } from "./actors";
import { send, type Asking } from "./ask";
import { builtActions } from "./build";
import { application } from "@/tests/support/own-application";

/** What came of a form: the state it shows next, a redirect, or an answer that is neither. */
export type ActionAnswer =
  | { readonly kind: "state"; readonly state: FormState; readonly response: Response }
  | { readonly kind: "redirect"; readonly to: string; readonly response: Response }
  | { readonly kind: "failed"; readonly status: number; readonly response: Response };

const ids = new Map(builtActions().map((action) => [action.name, action]));

/** A page that has this action; the ids in its address need not exist. */
function pageOf(name: string): { readonly id: string; readonly path: string } {
  const action = ids.get(name);
  if (action === undefined) throw new Error(`The build has no action ${name}`);
  const path = action.route.replaceAll("[panel]", home).replaceAll(/\[\w+\]/gu, () => randomUUID());
  return { id: action.id, path: path === "" ? "/" : path };
}

/** The arguments (state, form) in the encoding of React's `encodeReply`; the form's entries come before what names them. */
function encode(form: Readonly<Record<string, string>>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify([idleForm, "$K1"]));
  return body;
}

function stateIn(flight: string): FormState | null {
  const rows = new Map(
    flight.split("\n").map((row) => {
      const colon = row.indexOf(":");
      return [row.slice(0, colon), row.slice(colon + 1)] as const;
    }),
  );
  const answer = /"a":"\$@(\w+)"/u.exec(rows.get("0") ?? "")?.[1];
  const state = rows.get(answer ?? "");
  return state?.startsWith("{") === true ? (JSON.parse(state) as FormState) : null;
}

/** Same-origin, as a browser says it of our own page. */
export function fromOurPage(): Record<string, string> {
  return { origin: application().url };
}

/** Calls a server action as a browser with JavaScript does. `at` names another page to post it to. */
export async function callAction(
  name: string,
  form: Readonly<Record<string, string>>,
  { headers, at, ...asking }: Asking & { readonly at?: string } = {},
): Promise<ActionAnswer> {
  const { id, path } = pageOf(name);
  const response = await send(at ?? path, {
    method: "POST",
    body: encode(form),
    ...asking,
    headers: { accept: "text/x-component", "next-action": id, ...(headers ?? fromOurPage()) },
  });
  const flight = await response.text();
  const to = response.headers.get("x-action-redirect");
  if (to !== null) return { kind: "redirect", to: to.replace(/;\w+$/u, ""), response };
  const state = stateIn(flight);
  return state === null
    ? { kind: "failed", status: response.status, response }
    : { kind: "state", state, response };
}
