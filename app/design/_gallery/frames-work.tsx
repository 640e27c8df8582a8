import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Section } from "@/components/content/card";
import { DataTable } from "@/components/content/data-table";
import { FilterBar } from "@/components/content/filter-bar";
import { NotificationBanner } from "@/components/content/notice";
import { Pagination } from "@/components/content/pagination";
import { ProgressBar } from "@/components/content/progress-bar";
import { StatRow } from "@/components/content/stat-row";
import { Tag } from "@/components/content/tag";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/layout/way-back";
import { DpoHeader, StaffHeader } from "@/components/layout/work-header";

const reasons = [
  ["noConsent", 14],
  ["askedLately", 9],
  ["paused", 6],
  ["noAddress", 3],
] as const;

/** Before sending: who will be asked, who is left out and why. */
export async function StaffFrame() {
  const t = await getTranslations("design.frames");
  const nav = (["members", "activities", "surveys", "mailings"] as const).map((key) => ({
    href: key === "mailings" ? "/design/frame/staff" : `#${key}`,
    label: t(`staffNav.${key}`),
  }));
  return (
    <PageShell
      accent="#8a2a5b"
      density="dense"
      width="wide"
      header={
        <StaffHeader
          panel={{ name: t("panelC"), organisation: t("organisationC"), href: "/design/frame/staff" }}
          nav={nav}
          person={{ name: t("officer"), role: t("officerRole") }}
        />
      }
      before={
        <Breadcrumbs
          items={[{ href: "/design/frame/staff", label: t("staffNav.mailings") }]}
          current={t("mailingTitle")}
        />
      }
    >
      <PageTitle lead={t("mailingLead")} action={<ButtonLink href="#send">{t("send")}</ButtonLink>}>
        {t("mailingTitle")}
      </PageTitle>
      <StatRow
        stats={[
          { key: "matched", label: t("matched"), value: "412" },
          { key: "asked", label: t("willBeAsked"), value: "380", sign: "=" },
          { key: "out", label: t("leftOut"), value: "32", sign: "+" },
        ]}
      />
      <Section title={t("leftOutTitle")}>
        <LeftOutTable />
      </Section>
      <ProgressBar label={t("sending")} done={214} total={380} note={t("sendingNote")} />
    </PageShell>
  );
}

const entries = ["withdrawn", "sent", "given", "read"] as const;

/** The trail. */
export async function DpoFrame() {
  const t = await getTranslations("design.frames");
  const nav = [
    { href: "/design/frame/dpo", label: t("dpoNav.trail") },
    {
      label: t("dpoNav.rights"),
      items: (["requests", "retention"] as const).map((key) => ({
        href: `#${key}`,
        label: t(`dpoNav.${key}`),
      })),
    },
  ];
  return (
    <PageShell
      accent="#3f3d8f"
      density="dense"
      width="wide"
      header={
        <DpoHeader
          panel={{ name: t("panelD"), organisation: t("organisationD"), href: "/design/frame/dpo" }}
          nav={nav}
          person={{ name: t("officer"), role: t("dpoRole") }}
        />
      }
    >
      <PageTitle lead={t("trailLead")} action={<ButtonLink href="#verify">{t("verify")}</ButtonLink>}>
        {t("dpoNav.trail")}
      </PageTitle>
      <NotificationBanner tone="success" title={t("verified")} />
      <TrailList />
      <Pagination older="#older" />
    </PageShell>
  );
}

async function LeftOutTable() {
  const t = await getTranslations("design.frames");
  return (
    <DataTable
      caption={t("leftOutTitle")}
      hideCaption
      columns={[
        { key: "reason", label: t("reason") },
        { key: "rule", label: t("rule") },
        { key: "people", label: t("people"), numeric: true },
      ]}
      rows={reasons.map(([key, people]) => ({
        key,
        cells: { reason: t(`reasons.${key}`), rule: t(`rules.${key}`), people },
      }))}
      totals={{ reason: t("total"), people: 32 }}
    />
  );
}

async function TrailList() {
  const t = await getTranslations("design.frames");
  return (
    <>
      <FilterBar
        action="/design/frame/dpo"
        label={t("filter")}
        filters={[
          { kind: "search", name: "member", label: t("memberReference") },
          {
            kind: "select",
            name: "event",
            label: t("event"),
            anyLabel: t("anyEvent"),
            options: entries.map((key) => ({ value: key, label: t(`events.${key}`) })),
          },
          { kind: "date", name: "from", label: t("from") },
        ]}
      />
      <DataTable
        caption={t("entries")}
        columns={["event", "about", "by", "when"].map((key) => ({ key, label: t(key) }))}
        rows={entries.map((key) => ({
          key,
          cells: {
            event: <a href={`#${key}`}>{t(`events.${key}`)}</a>,
            about: <span className="reference">M-20418</span>,
            by: <Tag>{t(`actors.${key}`)}</Tag>,
            when: t("moment"),
          },
        }))}
      />
    </>
  );
}
