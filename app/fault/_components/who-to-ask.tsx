import { getTranslations } from "next-intl/server";
import { MailLink, PhoneLink } from "@/app/(public)/_components/reach";
import { SummaryList } from "@/components/content/summary-list";
import { listPanels, type PanelView } from "@/lib/queries/panel/get-panel";

/** Who can be reached about an address: the organisation of the panel it names, or everybody's. */
function organisationsOf(panels: readonly PanelView[], at: string) {
  const named = panels.filter(({ slug }) => at.split("/").includes(slug));
  const all = (named.length > 0 ? named : panels).map(({ document }) => document.organisation);
  return [...new Map(all.map((each) => [`${each.contactPhone} ${each.contactEmail}`, each])).entries()];
}

/** Phone number and e-mail address of who runs the panel that this address belongs to. */
export async function WhoToAsk({ at }: { at: string }) {
  const t = await getTranslations("fault");
  const organisations = organisationsOf(await listPanels(), at);
  const rows = organisations.map(([key, { legalName, contactPhone, contactEmail }]) => ({
    key,
    label: legalName,
    value: (
      <>
        <p>
          {t("phone")} <PhoneLink number={contactPhone} />
        </p>
        <p>
          {t("email")} <MailLink address={contactEmail} />
        </p>
      </>
    ),
  }));
  return <SummaryList rows={rows} />;
}
