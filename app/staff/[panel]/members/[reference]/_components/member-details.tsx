import { getTranslations } from "next-intl/server";
import { SummaryList, type SummaryRow } from "@/components/content/summary-list";
import { Tag } from "@/components/content/tag";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import type { MemberContact, MemberDetail } from "@/lib/queries/staff/get-member";
import { ageBandLabel } from "../../../../_components/age-band";
import { moments } from "../../../../_components/moments";

async function Contact({ contact }: { contact: MemberContact }) {
  const t = await getTranslations("staff.member");
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span>{contact.value}</span>
      {contact.bounced ? <Tag tone="danger">{t("bounced")}</Tag> : null}
      {!contact.bounced && !contact.verified ? <Tag tone="warning">{t("unverified")}</Tag> : null}
    </p>
  );
}

/** Who this is and how to reach them. */
export async function MemberDetails({ panel, member }: { panel: PanelView; member: MemberDetail }) {
  const t = await getTranslations("staff.member");
  const when = await moments();
  const rows: (SummaryRow | null)[] = [
    ...member.contacts.map((contact, index) => ({
      key: `contact-${index}`,
      label: t(`contact.${contact.kind}`),
      value: <Contact contact={contact} />,
    })),
    member.address.length === 0
      ? null
      : { key: "address", label: t("address"), value: member.address.join(", ") },
    { key: "area", label: t("area"), value: member.area ?? t("notGiven") },
    { key: "tenure", label: t("tenure"), value: member.tenure ?? t("notGiven") },
    {
      key: "ageBand",
      label: t("ageBand"),
      value: member.ageBand === null ? t("notGiven") : ageBandLabel(panel.document, member.ageBand),
    },
    {
      key: "interests",
      label: t("interests"),
      value: member.interests.length === 0 ? t("notGiven") : member.interests.join(", "),
    },
    // The question stands as the resident read it, in quotation marks: it speaks to them, not to staff.
    ...member.answers.map(({ label, value }) => ({
      key: `answer-${label}`,
      label: t("answerTo", { label }),
      value,
    })),
    member.joinedAt === null ? null : { key: "joined", label: t("joined"), value: when.day(member.joinedAt) },
    member.pausedUntil === null
      ? null
      : { key: "paused", label: t("pausedUntil"), value: when.civil(member.pausedUntil) },
    member.leftAt === null ? null : { key: "left", label: t("left"), value: when.day(member.leftAt) },
    // Who was turned down never was a member.
    member.endedAt === null || member.joinedAt === null
      ? null
      : { key: "ended", label: t("ended"), value: when.day(member.endedAt) },
    {
      key: "asked",
      label: t("lastAsked"),
      value: member.lastAskedAt === null ? t("neverAsked") : when.day(member.lastAskedAt),
    },
  ];
  return <SummaryList rows={rows.filter((row) => row !== null)} />;
}
