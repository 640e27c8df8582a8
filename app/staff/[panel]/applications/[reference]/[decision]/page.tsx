import { getTranslations } from "next-intl/server";
import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { decisionReasons } from "@/lib/policy/application-round";
import { staffTitle } from "../../../../_components/page-metadata";
import { staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { findApplication, open } from "../_components/find-application";
import { decideOnApplication } from "./actions";

export const generateMetadata = staffTitle("application.title");

const decisions = { accept: "accepted", decline: "unsuccessful" } as const;

type Props = PageProps<"/staff/[panel]/applications/[reference]/[decision]">;

export default async function Decide({ params }: Props) {
  const { panel: slug, reference, decision } = await params;
  const granted = await requireActor("application.decide", slug);
  if (decision !== "accept" && decision !== "decline") notFound();
  const found = await findApplication(granted, reference);
  const back = staffPath(slug, `applications/${reference}`);
  if (!open(found)[decision]) redirect(back as Route);
  const t = await getTranslations("staff.decide");
  const decided = decisions[decision];
  const name = `${found.member.givenName} ${found.member.familyName}`;
  const options = decisionReasons[decided].map((value) => ({ value, label: t(`reason.${value}`) }));
  return (
    <StaffFrame granted={granted} width="reading" before={<BackLink href={back} label={name} />}>
      <PageTitle caption={name} lead={t(`lead.${decided}`)}>
        {t(`title.${decided}`)}
      </PageTitle>
      <Form
        action={decideOnApplication}
        hidden={{ panel: slug, reference, decided }}
        fields={[
          { kind: "radios", name: "reason", label: t("reasonLabel"), hint: t("reasonHint"), options },
          {
            ...{ kind: "textarea", name: "words", label: t("words"), hint: t("wordsHint") },
            ...{ maxLength: 600, optional: true },
          },
          { kind: "singleCheckbox", name: "read", label: t("read") },
        ]}
        submit={t(`submit.${decided}`)}
        secondary={[{ label: t("leave"), href: back }]}
      />
    </StaffFrame>
  );
}
