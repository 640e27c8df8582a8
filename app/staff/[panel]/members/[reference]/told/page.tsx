import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { InsetText, NotificationBanner } from "@/components/content/notice";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { findAsked } from "@/lib/queries/permission/get-why";
import { staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { recordTold } from "./actions";
import { toldFields } from "./_components/told-fields";
import { toldTitle } from "./_components/title";

export const generateMetadata = toldTitle("title");

/** What a member said by phone, on paper or in person, recorded with the same evidence as on their own page. */
export default async function Told(props: PageProps<"/staff/[panel]/members/[reference]/told">) {
  const { panel: slug, reference } = await props.params;
  const granted = await requireActor("decision.record", slug);
  const member = await findAsked(granted, reference);
  if (member === null) notFound();
  const query = await props.searchParams;
  const saved = (["yes", "no", "unproven"] as const).find((one) => one === query["saved"]);
  const t = await getTranslations("decisions.told");
  const back = <BackLink href={staffPath(slug, `members/${member.reference}`)} label={member.name} />;
  return (
    <StaffFrame granted={granted} width="page" before={back}>
      {saved === undefined ? null : (
        <NotificationBanner
          tone={saved === "unproven" ? "warning" : "success"}
          title={t(`saved.${saved}`)}
          announce
        >
          {saved === "unproven" ? <p>{t("saved.unprovenBody")}</p> : null}
          {query["late"] === undefined ? null : <p>{t("late")}</p>}
        </NotificationBanner>
      )}
      <PageTitle caption={<span className="reference">{member.reference}</span>} lead={t("lead")}>
        {t("title")}
      </PageTitle>
      <InsetText>{t("person")}</InsetText>
      <Form
        action={recordTold}
        hidden={{ panel: slug, reference: member.reference }}
        fields={await toldFields(granted.panel)}
        submit={t("submit")}
      />
    </StaffFrame>
  );
}
