import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { SummaryList } from "@/components/content/summary-list";
import { PlainPage } from "@/components/layout/plain-page";
import { MailAddress } from "@/app/(public)/_components/mail-address";
import { listPanels, type PanelView } from "@/lib/queries/panel/get-panel";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("fault");
  return { title: t("errorTitle") };
}

/** Who can be reached about this address: the organisation of the panel it names, or everybody's. */
function organisationsOf(panels: readonly PanelView[], at: string) {
  const named = panels.filter(({ slug }) => at.split("/").includes(slug));
  const all = (named.length > 0 ? named : panels).map(({ document }) => document.organisation);
  return [...new Map(all.map((each) => [`${each.contactPhone} ${each.contactEmail}`, each])).values()];
}

/** A place of ours to go back to, and nowhere else. */
function ownPath(at: unknown): string {
  return typeof at === "string" && /^\/(?![/\\])/u.test(at) ? at : "/";
}

/** What a visitor is shown when a page or a form broke: lib/web/answer.ts sends it, as a 500, in its place. */
export default async function Fault({ searchParams }: { searchParams: Promise<{ at?: string | string[] }> }) {
  const at = ownPath((await searchParams).at);
  const t = await getTranslations("fault");
  const organisations = organisationsOf(await listPanels(), at);
  return (
    <PlainPage
      title={t("errorTitle")}
      lead={t("errorLead")}
      action={<ButtonLink href={at}>{t("back")}</ButtonLink>}
    >
      <p>{t("errorNext")}</p>
      {organisations.map(({ legalName, contactPhone, contactEmail }) => (
        <SummaryList
          key={`${contactPhone} ${contactEmail}`}
          rows={[
            { key: "name", label: t("organisation"), value: legalName },
            {
              key: "phone",
              label: t("phone"),
              value: <a href={`tel:${contactPhone.replaceAll(" ", "")}`}>{contactPhone}</a>,
            },
            {
              key: "email",
              label: t("email"),
              value: (
                <a href={`mailto:${contactEmail.replaceAll("#", "%23")}`}>
                  <MailAddress address={contactEmail} />
                </a>
              ),
            },
          ]}
        />
      ))}
    </PlainPage>
  );
}
