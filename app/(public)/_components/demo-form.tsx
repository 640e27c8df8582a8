"use client";
import { useActionState, type ReactNode } from "react";
import { signInAsDemoPerson } from "@/app/(public)/[panel]/sign-in/actions";
import { idleForm } from "@/lib/actions/form-state";

/** Several buttons over one action: which was pressed is the answer. */
export function DemoForm({ id, panel, children }: { id: string; panel: string; children: ReactNode }) {
  const [state, action] = useActionState(signInAsDemoPerson, idleForm);
  return (
    <form action={action} id={id} className="mt-4">
      <input type="hidden" name="panel" value={panel} />
      {children}
      {state.form ? <p role="alert">{state.form}</p> : null}
    </form>
  );
}
