import type { PolicyDocument } from "@/lib/policy/document";

type AgeBand = { readonly value: string; readonly label: string };

/** The age bands the panel's policy offers. */
export function ageBandsOf(document: PolicyDocument): readonly AgeBand[] {
  const field = document.fields.find(({ key }) => key === "ageBand");
  return field?.input?.type === "choice" ? field.input.options : [];
}

/** An age band in the policy's words. */
export function ageBandLabel(document: PolicyDocument, value: string): string {
  return ageBandsOf(document).find((band) => band.value === value)?.label ?? value;
}
