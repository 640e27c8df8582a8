"use client";
import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import type { FormState } from "@/lib/actions/form-state";

type Props = Omit<ActionFormProps, "action"> & { outcome: Omit<FormState, "values"> };

/** Answers in the browser, as an action would on the server, and gives back what was typed. */
function answerWith(outcome: Props["outcome"]) {
  return async (_previous: FormState, formData: FormData): Promise<FormState> => {
    const names = [...new Set(formData.keys())].filter((name) => !name.startsWith("$"));
    const values = Object.fromEntries(names.map((name) => [name, formData.getAll(name).map(String)]));
    return { ...outcome, values };
  };
}

export function SpecimenForm({ outcome, ...form }: Props) {
  return <ActionForm {...form} action={answerWith(outcome)} />;
}
