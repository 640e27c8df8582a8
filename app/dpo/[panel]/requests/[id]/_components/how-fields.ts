import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";

/** How the person is told: by mail where one can go, or on a day by who fills this in. */
export async function howFields(reachable: boolean): Promise<FieldSpec[]> {
  const t = await getTranslations("requests.how");
  const ways = reachable ? (["email", "otherwise"] as const) : (["otherwise"] as const);
  const options = ways.map((value) => ({ value, label: t(value) }));
  return [
    { kind: "radios", name: "how", label: t("label"), options },
    { kind: "date", name: "on", label: t("on"), ...(reachable ? { hint: t("onHint") } : {}) },
  ];
}

/** What these fields hold at first. */
export function howInitial(reachable: boolean): Record<string, string> {
  return { how: reachable ? "email" : "otherwise" };
}
