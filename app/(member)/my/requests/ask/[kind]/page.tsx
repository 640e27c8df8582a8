import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AskedBefore } from "@/app/_requests/asked-before";
import { requestsTitleOfMember } from "@/app/_requests/title";
import { MemberFrame } from "@/app/_resident/member-frame";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { requireMember } from "@/lib/auth/require-actor";
import { newId } from "@/lib/id";
import { ownRights } from "@/lib/policy/request/own-rights";
import { needsNoWords } from "@/lib/schemas/rights-request";
import { askRequest } from "./actions";

export const generateMetadata = requestsTitleOfMember("own.title");

/** One right, and the one question that goes with it. */
export default async function Ask({ params }: PageProps<"/my/requests/ask/[kind]">) {
  const granted = await requireMember("rightsRequest.ask");
  const { kind: asked } = await params;
  const right = ownRights(granted.panel.document).find(({ kind }) => kind === asked);
  if (right === undefined) notFound();
  const t = await getTranslations("requests.own");
  const { kind, only } = right;
  const words = (key: "title" | "body" | "details" | "hint") => t(`right.${kind}.${key}`);
  const about = only.length === 0 ? "" : ` ${t("partOnly", { purposes: only.join("; ") })}`;
  return (
    <MemberFrame granted={granted} current="/my/data" back={{ href: "/my/requests", label: t("back") }}>
      <PageTitle lead={`${words("body")}${about}`}>{words("title")}</PageTitle>
      <AskedBefore granted={granted} kind={kind} />
      <Form
        action={askRequest}
        hidden={{ id: newId(), kind }}
        fields={[
          {
            ...{ kind: "textarea", name: "details", label: words("details"), hint: words("hint") },
            ...{ rows: 6, maxLength: 4_000, optional: needsNoWords(kind) },
          },
        ]}
        submit={t("submit")}
        secondary={[{ label: t("cancel"), href: "/my/requests" }]}
      />
    </MemberFrame>
  );
}
