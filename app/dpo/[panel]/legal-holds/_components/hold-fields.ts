import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import type { Granted } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { addPeriod } from "@/lib/policy/civil";
import { legalHoldGrounds, reviewWithin } from "@/lib/policy/legal-hold";
import { listHoldOwners } from "@/lib/queries/legal-hold/list-hold-owners";
import { moments } from "../../../_components/moments";

/** Who looks after a hold, and when somebody looks again: asked when it is placed and at each review. */
export async function lookedAfterFields(granted: Granted): Promise<FieldSpec[]> {
  const [t, when, owners] = await Promise.all([
    getTranslations("holds.new"),
    moments(),
    listHoldOwners(granted),
  ]);
  const today = londonDate(now());
  const last = when.civil(addPeriod(today, reviewWithin) ?? today);
  return [
    {
      ...{ kind: "select", name: "ownerId", label: t("owner") },
      options: owners.map(({ id, name }) => ({ value: id, label: name })),
    },
    { kind: "date", name: "reviewOn", label: t("reviewOn"), hint: t("reviewOnHint", { last }) },
  ];
}

/** Why something is done with a hold, in words that stay. */
export async function reasonField(of: "new" | "review" | "propose" | "withdraw"): Promise<FieldSpec> {
  const t = await getTranslations(`holds.${of}`);
  return {
    ...{ kind: "textarea", name: "reason", label: t("reason"), hint: t("reasonHint") },
    maxLength: 2_000,
  };
}

/** What is asked when a hold is placed, whomever it keeps. */
export async function placedFields(granted: Granted): Promise<FieldSpec[]> {
  const t = await getTranslations("holds");
  const options = legalHoldGrounds.map((value) => ({
    ...{ value, label: t(`ground.${value}`), hint: t(`groundHint.${value}`) },
  }));
  return [
    { kind: "radios", name: "ground", label: t("new.ground"), options },
    await reasonField("new"),
    ...(await lookedAfterFields(granted)),
  ];
}
