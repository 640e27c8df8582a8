import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { audienceQuery } from "@/lib/schemas/audience";
import { mailWordsSchema, reviewQuerySchema } from "@/lib/schemas/audience-mailing";
import { staffTitle } from "../../../../_components/page-metadata";
import { staffPath } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { chosenAudience } from "../_components/asked-audience";
import { MailCheck } from "../_components/mail-check";
import { findSending } from "../_components/sending";

export const generateMetadata = staffTitle("preview.title");

export default async function Preview(props: PageProps<"/staff/[panel]/activities/[id]/preview">) {
  const { panel: slug, id } = await props.params;
  const sending = await findSending(await requireActor("mailing.send", slug), id);
  const t = await getTranslations("staff.preview");
  const query = await props.searchParams;
  const audience = await chosenAudience(slug, id, query);
  const back = staffPath(slug, `activities/${id}/audience`, audienceQuery(audience));
  return (
    <StaffFrame granted={sending.granted} width="page" before={<BackLink href={back} label={t("back")} />}>
      <PageTitle caption={sending.activity.title} lead={t("lead")}>
        {t("title")}
      </PageTitle>
      <MailCheck
        sending={sending}
        audience={audience}
        typed={mailWordsSchema.parse(query)}
        review={reviewQuerySchema.parse(query)}
        page="preview"
      />
    </StaffFrame>
  );
}
