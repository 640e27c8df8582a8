import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/content/empty-state";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import { beginPolicyDraft } from "../draft/actions";
import { PolicyFrame } from "./policy-frame";

/** There is no draft: what one is, and the way to begin it. */
export async function NoDraft({ granted }: { granted: Granted }) {
  const t = await getTranslations("policyRegister.draft");
  const { actor, panel } = granted;
  return (
    <PolicyFrame granted={granted} current="draft">
      <PageTitle>{t("title")}</PageTitle>
      <EmptyState
        title={t("none")}
        action={
          may(actor, "policy.edit", panel.id) ? (
            <Form action={beginPolicyDraft} hidden={{ panel: panel.slug }} fields={[]} submit={t("begin")} />
          ) : null
        }
      >
        {t("noneHint")}
      </EmptyState>
    </PolicyFrame>
  );
}
