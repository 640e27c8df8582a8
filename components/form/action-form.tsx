"use client";
import { useActionState, useEffect, useRef, useState, type ReactNode } from "react";
import { Details } from "@/components/content/notice";
import { idleForm, type FormState } from "@/lib/actions/form-state";
import { ErrorSummary } from "./error-summary";
import { Field, fieldKey } from "./field";
import { Findings } from "./findings";
import type { FieldSpec, FormWords } from "./field-spec";

/** A server action made by `formAction`. */
export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>;

/** Another way on: a link, or a second button that posts its own name and value. */
export type SecondaryAction =
  { label: string; href: string } | { label: string; name: string; value: string };

export type ActionFormProps = {
  action: FormAction;
  fields: FieldSpec[];
  /** The words on the button. */
  submit: string;
  /** `warning` for what cannot be undone; `quiet` for a small button in a row or a header. */
  tone?: "primary" | "secondary" | "warning" | "quiet" | undefined;
  hidden?: Record<string, string> | undefined;
  /** What the fields hold before anything was sent. */
  initial?: Record<string, string | string[]> | undefined;
  secondary?: SecondaryAction[] | undefined;
  /** The state to begin with, where a page already knows of a refusal. */
  state?: FormState | undefined;
  /** Keeps ids apart when a page has several forms: `a` gives `a-email`. */
  id?: string | undefined;
  /** `row`: a short form on one line, such as a search box. `list`: many alike questions, one a line. */
  layout?: "row" | "list" | undefined;
  /** The form stands folded away under these words until somebody opens it or it was answered. */
  folded?: string | undefined;
  /** Beside the fields, above the button: server-rendered. */
  children?: ReactNode;
  words: FormWords;
};

/**
 * A form over a server action, the same with and without JavaScript: the action goes straight to `useActionState`,
 * so a browser without scripts posts it as it is and gets the page back with its errors and its values.
 */
export function ActionForm(props: ActionFormProps) {
  const { action, fields, hidden, initial, id, words, layout, folded, children, ...buttons } = props;
  const [state, formAction, pending] = useActionState(action, props.state ?? idleForm);
  const answers = useAnswerCount(state);
  useArrival(pending);
  const idPrefix = id === undefined ? "" : `${id}-`;
  const untouched = state.status === "idle" || (state.status === "done" && state.findings === undefined);
  const context = {
    values: untouched ? (initial ?? {}) : state.values,
    errors: state.fields,
    words,
    idPrefix,
  };
  const form = (
    <form
      action={formAction}
      noValidate
      className="form"
      data-layout={layout}
      id={id}
      aria-busy={pending || undefined}
    >
      <Answer state={state} answers={answers} words={words} idPrefix={idPrefix} />
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <EnterSaves fields={fields} />
      {/* React resets the form after an action; new inputs are born with what was typed, so the reset changes nothing. */}
      <div key={answers} className="contents">
        {fields.map((field) => (
          <Field key={fieldKey(field)} spec={field} context={context} />
        ))}
      </div>
      {children}
      <Buttons {...buttons} pending={pending} words={words} />
    </form>
  );
  if (folded === undefined) return form;
  // Without JavaScript the page comes back anew: what is wrong must not lie folded away.
  return (
    <Details summary={folded} open={state.status !== "idle"}>
      {form}
    </Details>
  );
}

type AnswerProps = { state: FormState; answers: number; words: FormWords; idPrefix: string };

/** What the server answered, first in the form. */
function Answer({ state, answers, words, idPrefix }: AnswerProps) {
  if (state.status === "invalid" || state.status === "refused") {
    return <ErrorSummary state={state} words={words} idPrefix={idPrefix} />;
  }
  if (state.findings !== undefined) return <Findings findings={state.findings} answer={answers} />;
  if (state.status !== "done" || !state.form) return null;
  return (
    <p role="status" className="form-done">
      {state.form}
    </p>
  );
}

/** Enter in an input presses a form's first button. Where buttons stand among the fields, this one is before them and saves. */
function EnterSaves({ fields }: { fields: FieldSpec[] }) {
  const among = fields.some(
    (field) => field.kind === "choiceMatrix" && field.groups.some(({ footer }) => Boolean(footer)),
  );
  return among ? <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" /> : null;
}

/** Counts the server's answers, to give the inputs a new identity with each. */
function useAnswerCount(state: FormState): number {
  const [seen, setSeen] = useState({ state, count: 0 });
  if (seen.state === state) return seen.count;
  setSeen({ state, count: seen.count + 1 });
  return seen.count + 1;
}

type ButtonsProps = Pick<ActionFormProps, "submit" | "tone" | "secondary" | "words"> & { pending: boolean };

function Buttons({ submit, tone = "primary", secondary = [], pending, words }: ButtonsProps) {
  return (
    <div className="buttons">
      <SubmitButton tone={tone} pending={pending}>
        {submit}
      </SubmitButton>
      {secondary.map((extra) =>
        "href" in extra ? (
          <a key={extra.href} href={extra.href} className="button" data-tone="link">
            {extra.label}
          </a>
        ) : (
          <SubmitButton
            key={extra.value}
            tone="secondary"
            pending={pending}
            name={extra.name}
            value={extra.value}
          >
            {extra.label}
          </SubmitButton>
        ),
      )}
      <span role="status" className="sending">
        {pending ? words.sending : ""}
      </span>
    </div>
  );
}

type SubmitProps = { tone: string; pending: boolean; children: ReactNode; name?: string; value?: string };

/** Stays focusable while sending, and does not send twice. */
function SubmitButton({ tone, pending, children, ...rest }: SubmitProps) {
  return (
    <button
      type="submit"
      {...rest}
      className="button"
      data-tone={tone}
      aria-disabled={pending || undefined}
      onClick={(press) => {
        if (pending) press.preventDefault();
      }}
    >
      {children}
    </button>
  );
}

/**
 * Begins the page that a press leads to at its top. A form that was sent goes away when its action redirects, and nothing
 * is loaded anew: without this the next page would stand as far down as the button that was pressed.
 */
function useArrival(pending: boolean): void {
  const sent = useRef(false);
  useEffect(() => {
    sent.current = pending;
  }, [pending]);
  useEffect(
    () => () => {
      if (!sent.current) return;
      // A keyboard or screen reader goes on from here, not from where the pressed button was.
      document.getElementById("main")?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    },
    [],
  );
}
