import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { isSettled, refusalGrounds } from "@/lib/policy/request/closing";
import { requestOutcomes } from "@/lib/policy/request/request";
import type { RequestView } from "@/lib/queries/rights-request/get-request";
import { dpoPath } from "../../../../_components/paths";
import { closeRequest } from "../actions";

/** What has to be done before the request can be closed as done, and the ways there. */
async function Before({ slug, request }: { slug: string; request: RequestView }) {
  const t = await getTranslations("requests.close");
  const { kind, asker, recipients } = request;
  const open = recipients.some(({ toldAt, confirmedAt, notToldReason }) => {
    return !isSettled({ told: toldAt !== null, confirmed: confirmedAt !== null, notToldReason });
  });
  return (
    <>
      {kind === "access" && asker.reference !== null ? (
        <p>
          {t("packHint")} <a href={dpoPath(slug, "packs", { member: asker.reference })}>{t("pack")}</a>
        </p>
      ) : null}
      {open ? <p>{t("recipientsFirst")}</p> : null}
      {kind === "erasure" && asker.reference !== null ? (
        <p>
          {t("eraseFirst")} {t("tellBefore")}{" "}
          <a href={dpoPath(slug, `members/${asker.reference}/erase`)}>{t("erase")}</a>
        </p>
      ) : null}
      {kind === "restriction" && asker.reference !== null && !asker.restricted ? (
        <p>
          {t("restrictFirst")} <a href={dpoPath(slug, `members/${asker.reference}/known`)}>{t("restrict")}</a>
        </p>
      ) : null}
      {kind === "objection" ? (
        <p>
          {t("stopFirst")} <a href={dpoPath(slug, "suppressions/add")}>{t("stop")}</a>
        </p>
      ) : null}
    </>
  );
}

/** The press that answers for good. */
export async function CloseForm({ slug, request }: { slug: string; request: RequestView }) {
  const t = await getTranslations("requests");
  const outcomes = requestOutcomes.map((value) => {
    return { value, label: t(`outcome.${value}`), hint: t(`close.outcomeHint.${value}`) };
  });
  const grounds = refusalGrounds.map((value) => ({ value, label: t(`close.groundOf.${value}`) }));
  return (
    <>
      <Before slug={slug} request={request} />
      <Form
        action={closeRequest}
        id="close"
        hidden={{ panel: slug, requestId: request.id }}
        folded={t("close.folded")}
        fields={[
          { kind: "radios", name: "outcome", label: t("close.outcome"), options: outcomes },
          { kind: "radios", name: "ground", label: t("close.ground"), options: grounds, optional: true },
          {
            ...{ kind: "textarea", name: "reasons", label: t("close.reasons"), rows: 6 },
            ...{ hint: t("close.reasonsHint"), optional: true, maxLength: 4_000 },
          },
        ]}
        submit={t("close.submit")}
      />
    </>
  );
}
