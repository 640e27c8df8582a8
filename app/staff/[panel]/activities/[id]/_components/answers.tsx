import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Pagination } from "@/components/content/pagination";
import { StatRow } from "@/components/content/stat-row";
import type { ActivityView } from "@/lib/queries/staff/get-activity";
import { listGuests, type Answer, type GuestPage } from "@/lib/queries/staff/list-guests";
import type { Viewer } from "@/lib/queries/staff/viewer";
import { moments } from "../../../../_components/moments";
import { staffPath } from "../../../../_components/paths";
import { AnswerTabs } from "./answer-tabs";

type Props = {
  viewer: Viewer;
  activity: ActivityView;
  chosen: string | undefined;
  after: string | undefined;
};

const answers = ["accepted", "declined", "none", "notThis"] as const;

function countsOf(activity: ActivityView): Record<Answer, number> {
  const { accepted, declined, notThis, invited } = activity;
  return { accepted, declined, notThis, none: invited - accepted - declined - notThis };
}

async function GuestTable({ slug, page }: { slug: string; page: GuestPage }) {
  const t = await getTranslations("staff.activity.answers");
  const when = await moments();
  const columns = (["name", "reference", "answeredAt", "attendance"] as const).map((key) => ({
    key,
    label: t(`column.${key}`),
  }));
  const rows = page.guests.map((guest) => ({
    key: guest.memberId,
    cells: {
      name: <a href={staffPath(slug, `members/${guest.reference}`)}>{guest.name}</a>,
      reference: <span className="reference">{guest.reference}</span>,
      answeredAt: guest.answeredAt === null ? "–" : when.moment(guest.answeredAt),
      attendance: guest.attendance === null ? "–" : t(`attendance.${guest.attendance}`),
    },
  }));
  return <DataTable caption={t("list")} hideCaption columns={columns} rows={rows} />;
}

/** Invited = accepted + declined + not this one + no answer, and who gave the chosen answer. */
export async function Answers({ viewer, activity, chosen, after }: Props) {
  const t = await getTranslations("staff.activity.answers");
  const slug = viewer.panel.slug;
  if (activity.invited === 0) return <p className="text-muted">{t("nobody")}</p>;
  const counts = countsOf(activity);
  const answer = answers.find((one) => one === chosen) ?? "accepted";
  const page = await listGuests(viewer, activity.id, answer, after);
  const path = (query: Record<string, string>) => staffPath(slug, `activities/${activity.id}`, query);
  const figures = answers.map((key, index) => ({
    key,
    label: t(`stat.${key}`),
    value: counts[key].toLocaleString("en-GB"),
    sign: index === 0 ? ("=" as const) : ("+" as const),
    ...(key === "accepted" && activity.session !== null
      ? { note: t("ofPlaces", { count: activity.session.capacity }) }
      : {}),
  }));
  const invited = {
    key: "invited",
    label: t("stat.invited"),
    value: activity.invited.toLocaleString("en-GB"),
  };
  return (
    <>
      <StatRow stats={[invited, ...figures]} />
      <AnswerTabs current={answer} counts={counts} hrefOf={(key) => path({ answer: key })} />
      {page.guests.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <GuestTable slug={slug} page={page} />
      )}
      <Pagination
        labels={{ newer: "", older: t("more") }}
        older={page.next === null ? undefined : path({ answer, after: page.next })}
      />
    </>
  );
}
